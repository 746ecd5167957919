// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/record_schema.h"
#include "ui/entities/entity_columns.h"

namespace gatehouse {

// One entity with everything that belongs to it, laid out as in kong.yml: fields that are set, names instead of ids,
// children below. Secrets are shown as dots. Thread: any.
[[nodiscard]] QString
entitySummary(const SchemaRegistry &registry, const Config &config, EntityKind kind, const QJsonObject &row);

} // namespace gatehouse
