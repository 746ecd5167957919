// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/schema_registry.h"

#include <QJsonObject>

#include <optional>

namespace gatehouse {

// kong/constants.lua and kong/db/schema/others/declarative_config.lua: ids of a declarative document are derived from
// what identifies the row, so that loading it again gives the same ids. Thread: any.

// The id for a row of a declarative document before defaults are filled in, or nothing when Kong draws a random one.
// `parentField`/`parentId` name the parent of a nested row (field of the child, id of the parent).
struct NestedIn {
    QString parentField;
    QString parentId;
};

[[nodiscard]] std::optional<QString>
deterministicId(const RecordSchema &schema, const QJsonObject &row, const std::optional<NestedIn> &nested = {});

} // namespace gatehouse
