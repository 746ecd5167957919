// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plugins/schema_parts.h"

#include "core/plugins/lua_syntax.h"
#include "core/schema/vocabulary.h"

namespace gatehouse::parts {

using namespace Qt::StringLiterals;
using namespace fields;

namespace {

QJsonArray httpNames()
{
    return {u"grpc"_s, u"grpcs"_s, u"http"_s, u"https"_s};
}

Field absent(const QString &key, const QString &table)
{
    Field field = foreign(key, table);
    field.rules.equals = QJsonValue(QJsonValue::Null);
    return field;
}

QStringList traceFormats(const QStringList &before, bool withSingleB3)
{
    QStringList formats = before + QStringList{u"w3c"_s, u"b3"_s};
    if (withSingleB3)
        formats << u"b3-single"_s;
    return formats + QStringList{u"jaeger"_s, u"ot"_s, u"datadog"_s, u"aws"_s, u"gcp"_s};
}

} // namespace

PluginSchema plugin(const QString &name, int priority, QList<Field> fields, QList<EntityCheck> checks)
{
    PluginSchema schema;
    schema.name = name;
    schema.priority = priority;
    schema.record.name = name;
    schema.record.fields = std::move(fields);
    schema.record.checks = std::move(checks);
    return schema;
}

Field config(QList<Field> fields, QList<EntityCheck> checks)
{
    return record(u"config"_s, std::move(fields), std::move(checks));
}

Field config(RecordSchema schema)
{
    return record(u"config"_s, std::move(schema));
}

Field noConsumer()
{
    return absent(u"consumer"_s, u"consumers"_s);
}

Field noService()
{
    return absent(u"service"_s, u"services"_s);
}

Field noRoute()
{
    return absent(u"route"_s, u"routes"_s);
}

Field owner()
{
    return foreign(u"consumer"_s, u"consumers"_s, OnDelete::Cascade)
        .need()
        .named(QT_TRANSLATE_NOOP("schema", "Consumer"), "");
}

Field httpProtocols()
{
    Field element = text({});
    element.rules.oneOf = httpNames();
    return set(u"protocols"_s, element).need().by(httpNames());
}

Field allProtocols()
{
    return set(u"protocols"_s, protocol({})).need().by(httpNames());
}

Field flag(const QString &key, bool value)
{
    return boolean(key).need().by(value);
}

Field option(const QString &key, bool value)
{
    return boolean(key).by(value);
}

Field texts(const QString &key)
{
    return array(key, text({}));
}

Field textOf(const QString &key, const QStringList &choices, const QString &value)
{
    return text(key).oneOf(choices).by(value);
}

Field redis()
{
    Field password = text(u"password"_s).vaultable().hidden().minLength(0);
    password.encrypted = true;
    return record(u"redis"_s, {host(u"host"_s), port(u"port"_s).by(6379), timeout(u"timeout"_s).by(2000),
                               text(u"username"_s).vaultable(), password, integer(u"database"_s).by(0),
                               option(u"ssl"_s, false).optional(), option(u"ssl_verify"_s, false).optional(),
                               sni(u"server_name"_s).optional()})
        .named(QT_TRANSLATE_NOOP("schema", "Redis"),
               QT_TRANSLATE_NOOP("schema", "The server that counts for several gateways."));
}

Field queue(int maxBatchSize)
{
    Field limit = integer(u"concurrency_limit"_s).by(1);
    limit.rules.oneOf = {-1, 1};
    return record(u"queue"_s,
                  {integer(u"max_batch_size"_s).range(1, 1000000).by(maxBatchSize),
                   number(u"max_coalescing_delay"_s).range(0, 3600).by(1),
                   integer(u"max_entries"_s).range(1, 1000000).by(10000), integer(u"max_bytes"_s),
                   number(u"max_retry_time"_s).by(60), number(u"initial_retry_delay"_s).range(0.001, 1000000).by(0.01),
                   number(u"max_retry_delay"_s).range(0.001, 1000000).by(60), limit});
}

Field propagation(const QString &defaultFormat)
{
    return record(u"propagation"_s,
                  {array(u"extract"_s, text({}).oneOf(traceFormats({}, false))), array(u"clear"_s, headerName({})),
                   array(u"inject"_s, text({}).oneOf(traceFormats({u"preserve"_s}, true))),
                   text(u"default_format"_s).oneOf(traceFormats({}, true)).need().by(defaultFormat)})
        .by(QJsonObject{{u"default_format"_s, defaultFormat}});
}

Field customFieldsByLua()
{
    const auto parses = [](const QJsonValue &value) -> std::optional<QString> {
        if (const auto problem = luaSyntaxProblem(value.toString()))
            return u"Error parsing function: "_s + *problem;
        return {};
    };
    return map(u"custom_fields_by_lua"_s, text({}).minLength(1), text({}).minLength(1).checked(parses));
}

Field luaChunks(const QString &key, const QString &pluginName)
{
    const auto parses = [pluginName](const QJsonValue &value) -> std::optional<QString> {
        if (const auto problem = luaSyntaxProblem(value.toString()))
            return u"error parsing %1: "_s.arg(pluginName) + *problem;
        return {};
    };
    return array(key, text({}).optional().checked(parses)).need().by(QJsonArray());
}

Field retired(const Field &field, const QString &message, const QJsonValue &oldDefault)
{
    Deprecation why;
    why.message = message;
    why.oldDefault = oldDefault;
    return field.outdated(why).rare();
}

Shorthand renamed(const Field &oldField, const QStringList &newPath, const QString &message)
{
    Deprecation why;
    why.message = message;
    why.replacedWith = {newPath};
    const auto expand = [newPath](const QJsonValue &value) {
        QJsonValue nested = value;
        for (auto key = newPath.rbegin(); key != newPath.rend(); ++key)
            nested = QJsonObject{{*key, nested}};
        return nested.toObject();
    };
    return {oldField.outdated(why), expand, newPath};
}

QList<Shorthand> redisShorthands(const QString &pluginName)
{
    QList<Shorthand> result;
    const auto add = [&](Field (*make)(const QString &), const QString &key) {
        Field field = make(u"redis_"_s + key);
        if (key == "password"_L1)
            field.rules.lengthMin = 0;
        const QString message = u"%1: config.redis_%2 is deprecated, please use config.redis.%2 instead"_s;
        result << renamed(field, {u"redis"_s, key}, message.arg(pluginName, key));
    };
    add(text, u"host"_s);
    add(integer, u"port"_s);
    add(text, u"password"_s);
    add(text, u"username"_s);
    add(boolean, u"ssl"_s);
    add(boolean, u"ssl_verify"_s);
    add(text, u"server_name"_s);
    add(integer, u"timeout"_s);
    add(integer, u"database"_s);
    return result;
}

QStringList inConfig(const QStringList &keys)
{
    QStringList result;
    for (const QString &key : keys)
        result << u"config."_s + key;
    return result;
}

QStringList periodNames()
{
    return {u"second"_s, u"minute"_s, u"hour"_s, u"day"_s, u"month"_s, u"year"_s};
}

QList<Field> periods()
{
    QList<Field> result;
    for (const QString &name : periodNames())
        result << number(name).above(0);
    return result;
}

std::optional<QString> periodOrderProblem(const QJsonObject &limits, const QString &format)
{
    const QStringList names = periodNames();
    for (qsizetype i = 0; i < names.size(); ++i) {
        const QJsonValue lower = limits.value(names[i]);
        for (qsizetype j = i + 1; lower.isDouble() && j < names.size(); ++j) {
            const QJsonValue upper = limits.value(names[j]);
            if (upper.isDouble() && upper.toDouble() < lower.toDouble()) {
                return format.arg(names[j], QString::number(upper.toDouble(), 'f', 1), names[i],
                                  QString::number(lower.toDouble(), 'f', 1));
            }
        }
    }
    return {};
}

} // namespace gatehouse::parts
