// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/config.h"

#include <QJsonArray>

namespace gatehouse {

// Routes with key-auth for all and an acl each, consumers with a key and two groups each; put together without a
// store, which would check every row.
[[nodiscard]] inline Config accessSetup(const SchemaRegistry &registry, int consumers, int routes)
{
    using namespace Qt::StringLiterals;
    Config config(registry);
    const auto reference = [](const QString &id) { return QJsonObject{{u"id"_s, id}}; };
    const auto group = [](int number) { return u"group-%1"_s.arg(number % 50); };
    config.put(u"plugins"_s, {{u"id"_s, u"key-auth"_s}, {u"name"_s, u"key-auth"_s}, {u"config"_s, QJsonObject()}});
    for (int i = 0; i < routes; ++i) {
        const QString id = u"route-%1"_s.arg(i);
        const QJsonObject rules{{u"allow"_s, QJsonArray{group(i), group(i + 7), group(i + 13)}}};
        config.put(u"routes"_s, {{u"id"_s, id}, {u"name"_s, id}, {u"protocols"_s, QJsonArray{u"http"_s}}});
        config.put(
            u"plugins"_s,
            {{u"id"_s, u"acl-%1"_s.arg(i)}, {u"name"_s, u"acl"_s}, {u"route"_s, reference(id)}, {u"config"_s, rules}});
    }
    for (int i = 0; i < consumers; ++i) {
        const QString id = u"consumer-%1"_s.arg(i);
        config.put(u"consumers"_s, {{u"id"_s, id}, {u"username"_s, id}});
        config.put(u"keyauth_credentials"_s,
                   {{u"id"_s, u"key-%1"_s.arg(i)}, {u"key"_s, u"k%1"_s.arg(i)}, {u"consumer"_s, reference(id)}});
        for (const int number : {i, i + 3})
            config.put(u"acls"_s, {{u"id"_s, u"acl-%1-%2"_s.arg(i).arg(number)},
                                   {u"group"_s, group(number)},
                                   {u"consumer"_s, reference(id)}});
    }
    return config;
}

} // namespace gatehouse
