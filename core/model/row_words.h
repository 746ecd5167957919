// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/config.h"

namespace gatehouse {

// What a person calls rows. Never contains secrets. Thread: any.

// "Service"
[[nodiscard]] QString kindName(const RecordSchema &schema);

// Its endpoint key unless that is a secret, of a plugin its name, else its id.
[[nodiscard]] QString displayName(const RecordSchema &schema, const QJsonObject &row);

// With its kind, and of a row that belongs to others whose it is: "Service orders", "acl on orders".
[[nodiscard]] QString
rowTitle(const SchemaRegistry &registry, const Config &config, const RecordSchema &schema, const QJsonObject &row);

} // namespace gatehouse
