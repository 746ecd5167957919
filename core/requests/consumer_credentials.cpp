// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/requests/consumer_credentials.h"

using namespace Qt::StringLiterals;

namespace gatehouse {

std::optional<QJsonObject> consumerNamed(const Config &config, const QString &name)
{
    for (const QString &field : {u"username"_s, u"custom_id"_s, u"id"_s}) {
        if (const auto found = config.table(u"consumers"_s).findBy(field, name))
            return found;
    }
    return std::nullopt;
}

QList<ConsumerCredential> credentialsOf(const Config &config, const QString &consumer)
{
    static constexpr struct {
        const char *table;
        ConsumerCredential::Kind kind;
        const char *nameField; // none: nothing of it may be shown
    } tables[] = {{"jwt_secrets", ConsumerCredential::Kind::Jwt, "key"},
                  {"keyauth_credentials", ConsumerCredential::Kind::Key, nullptr},
                  {"basicauth_credentials", ConsumerCredential::Kind::Basic, "username"}};

    const auto found = consumerNamed(config, consumer);
    if (!found)
        return {};
    QList<ConsumerCredential> credentials;
    for (const auto &[table, kind, nameField] : tables) {
        const QList<QJsonObject> rows =
            config.table(QLatin1String(table)).rowsWhere(u"consumer"_s, found->value("id"_L1).toString());
        for (const QJsonObject &row : rows) {
            const QString name = nameField ? row.value(QLatin1String(nameField)).toString() : QString();
            credentials.append({row.value("id"_L1).toString(), kind, name});
        }
    }
    return credentials;
}

} // namespace gatehouse
