// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/schema_registry.h"

#include <QJsonArray>
#include <QJsonObject>

namespace gatehouse {

// POST /config?flatten_errors=1 (kong/db/errors.lua, declarative_config_flattened): every error of a tree beside the
// entity it belongs to, and what is left of the tree. Errors that are keyed by a name instead of a position are lost,
// as in Kong. Thread: any.
struct FlattenedErrors {
    QJsonArray entities;
    QJsonObject rest;
};

FlattenedErrors flattenErrors(const SchemaRegistry &registry, const QJsonObject &document, const QJsonObject &errors);

} // namespace gatehouse
