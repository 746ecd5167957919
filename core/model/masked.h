// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/config.h"

namespace gatehouse {

// The configuration with dots for every secret, for views and comparisons. Goes by field, never by searching texts.
// References to vaults are no secrets. Thread: any.
[[nodiscard]] Config maskedConfig(const SchemaRegistry &registry, const Config &config);

[[nodiscard]] QJsonObject maskedRow(const SchemaRegistry &registry, const QString &table, const QJsonObject &row);

// What stands in place of a secret, whatever its length.
[[nodiscard]] QString secretDots();

// A secret of a row in clear; one that names a vault is none.
struct SecretValue {
    QStringList path; // below the row: {"config", "redis", "password"}
    QString value;
    bool isReferenceable = false; // a vault can be named in its place
};

[[nodiscard]] QList<SecretValue>
secretsOf(const SchemaRegistry &registry, const QString &table, const QJsonObject &row);

} // namespace gatehouse
