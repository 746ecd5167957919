// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/fields.h"
#include "core/schema/schema_registry.h"

namespace gatehouse::parts {

// The pieces plugin schemas share (kong/db/schema/typedefs.lua, kong/tools/redis/schema.lua, queue_schema.lua).
// Thread: any.

// A plugin from the fields of `plugins` it specialises, in Kong's order, and its checks.
PluginSchema plugin(const QString &name, int priority, QList<Field> fields, QList<EntityCheck> checks = {});

Field config(QList<Field> fields, QList<EntityCheck> checks = {});
Field config(RecordSchema schema);
Field noConsumer();
Field noService();
Field noRoute();
Field httpProtocols(); // only grpc, grpcs, http, https
Field allProtocols();
Field owner(); // the consumer of a credential or group, which goes with it

Field flag(const QString &key, bool value);                                         // required boolean with a default
Field option(const QString &key, bool value);                                       // boolean with a default
Field texts(const QString &key);                                                    // array of text
Field textOf(const QString &key, const QStringList &choices, const QString &value); // choice with a default
Field redis();
Field queue(int maxBatchSize = 1);
Field propagation(const QString &defaultFormat);
Field customFieldsByLua();
Field luaChunks(const QString &key, const QString &pluginName);
Field retired(const Field &field, const QString &message, const QJsonValue &oldDefault);

// The names that stood beside the redis record before it existed.
QList<Shorthand> redisShorthands(const QString &pluginName);
Shorthand renamed(const Field &oldField, const QStringList &newPath, const QString &message);

// "config.a", "config.b"
QStringList inConfig(const QStringList &keys);

// Lower limits for longer periods are refused; `format` is Kong's text with %1 - %4.
std::optional<QString> periodOrderProblem(const QJsonObject &limits, const QString &format);
QList<Field> periods();
QStringList periodNames();

} // namespace gatehouse::parts
