// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/record_schema.h"

#include <QJsonObject>

namespace gatehouse {

// GET /schemas/<entity>, /schemas/plugins/<name>, /schemas/vaults/<name>: {"fields": [...], "entity_checks": [...]}.
// Code is not printed, foreign fields stay without their schema. Thread: any.
[[nodiscard]] QJsonObject schemaToJson(const RecordSchema &schema);

// GET /plugins/schema/<name>: the config of a plugin alone, from the fields the plugin specialises.
[[nodiscard]] QJsonObject configToJson(const RecordSchema &plugin);

} // namespace gatehouse
