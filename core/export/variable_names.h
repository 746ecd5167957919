// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/masked.h"

#include <QSet>

namespace gatehouse {

// Gives every secret of a configuration the name of an environment variable: MOBILE_APP_JWT_SECRETS_SECRET. The names
// follow from what the rows are called, so that the same configuration always asks for the same variables.
// Thread: any. Lives for one document; registry and configuration must outlive it.
class VariableNames
{
public:
    VariableNames(const SchemaRegistry &registry, const Config &config)
        : m_registry(registry)
        , m_config(config)
    {
    }

    // decK reads only variables with its prefix.
    [[nodiscard]] QString
    nameFor(const QString &table, const QJsonObject &row, const SecretValue &secret, const QString &prefix);

    // "mobile-app" for a credential of it, "orders-route/acl" for a plugin: what a person knows the row by.
    [[nodiscard]] QString titleOf(const QString &table, const QJsonObject &row) const;

private:
    [[nodiscard]] QString ownerOf(const QString &table, const QJsonObject &row) const;

    const SchemaRegistry &m_registry;
    const Config &m_config;
    QSet<QString> m_taken;
};

} // namespace gatehouse
