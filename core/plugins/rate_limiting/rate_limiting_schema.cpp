// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plugins/rate_limiting/rate_limiting_schema.h"

#include "core/plugins/schema_parts.h"

namespace gatehouse {

using namespace Qt::StringLiterals;
using namespace fields;
using namespace parts;

namespace {

std::optional<QString> configProblem(const QJsonValue &value)
{
    const QJsonObject config = value.toObject();
    const QString format = u"The limit for %1(%2) cannot be lower than the limit for %3(%4)"_s;
    if (auto problem = periodOrderProblem(config, format))
        return problem;
    const double syncRate = config.value("sync_rate"_L1).toDouble(-1);
    if (syncRate == -1)
        return {};
    if (config.value("policy"_L1).toString() != "redis"_L1)
        return u"sync_rate can only be used with the redis policy"_s;
    if (syncRate < 0.02)
        return u"sync_rate must be greater than 0.02, or -1 to disable"_s;
    return {};
}

Field limit(const QString &key, const char *label)
{
    return number(key).above(0).named(label, QT_TRANSLATE_NOOP("schema", "Requests allowed in this time."));
}

QList<Field> limits()
{
    return {limit(u"second"_s, QT_TRANSLATE_NOOP("schema", "Per second")),
            limit(u"minute"_s, QT_TRANSLATE_NOOP("schema", "Per minute")),
            limit(u"hour"_s, QT_TRANSLATE_NOOP("schema", "Per hour")),
            limit(u"day"_s, QT_TRANSLATE_NOOP("schema", "Per day")),
            limit(u"month"_s, QT_TRANSLATE_NOOP("schema", "Per month")),
            limit(u"year"_s, QT_TRANSLATE_NOOP("schema", "Per year"))};
}

Field policy()
{
    Field field = textOf(u"policy"_s, {u"local"_s, u"cluster"_s, u"redis"_s}, u"local"_s).minLength(0);
    field.rules.databaseOnly = {u"cluster"_s};
    return field.named(QT_TRANSLATE_NOOP("schema", "Policy"),
                       QT_TRANSLATE_NOOP("schema", "Where counting happens: in this gateway or in Redis."));
}

QList<Field> behaviour()
{
    return {
        textOf(u"limit_by"_s, {u"consumer"_s, u"credential"_s, u"ip"_s, u"service"_s, u"header"_s, u"path"_s},
               u"consumer"_s)
            .named(QT_TRANSLATE_NOOP("schema", "Limit by"),
                   QT_TRANSLATE_NOOP("schema", "Whose requests are counted together.")),
        headerName(u"header_name"_s)
            .named(QT_TRANSLATE_NOOP("schema", "Header"),
                   QT_TRANSLATE_NOOP("schema", "Counted by when limiting by header.")),
        path(u"path"_s).named(QT_TRANSLATE_NOOP("schema", "Path"),
                              QT_TRANSLATE_NOOP("schema", "Counted by when limiting by path.")),
        policy(),
        flag(u"fault_tolerant"_s, true)
            .rare()
            .named(QT_TRANSLATE_NOOP("schema", "Fault tolerant"),
                   QT_TRANSLATE_NOOP("schema", "Let requests through when Redis cannot be reached.")),
        redis().rare(),
        flag(u"hide_client_headers"_s, false)
            .named(QT_TRANSLATE_NOOP("schema", "Hide client headers"),
                   QT_TRANSLATE_NOOP("schema", "Do not tell clients how much of the limit is left.")),
        number(u"error_code"_s)
            .by(429)
            .above(0)
            .rare()
            .named(QT_TRANSLATE_NOOP("schema", "Error code"),
                   QT_TRANSLATE_NOOP("schema", "Status of refused requests.")),
        text(u"error_message"_s)
            .by(u"API rate limit exceeded"_s)
            .rare()
            .named(QT_TRANSLATE_NOOP("schema", "Error message"),
                   QT_TRANSLATE_NOOP("schema", "Message of refused requests.")),
        number(u"sync_rate"_s)
            .need()
            .by(-1)
            .rare()
            .named(QT_TRANSLATE_NOOP("schema", "Sync rate (s)"),
                   QT_TRANSLATE_NOOP("schema", "How often counters are sent to Redis; -1 = at every request.")),
    };
}

EntityCheck needs(const QString &field, const QString &value, const QString &companion)
{
    return checks::when(u"config."_s + field, checks::equals(value), u"config."_s + companion, checks::isRequired());
}

} // namespace

PluginSchema rateLimitingPluginSchema()
{
    RecordSchema record;
    record.fields = limits() + behaviour();
    record.shorthands = redisShorthands(u"rate-limiting"_s);
    PluginSchema schema =
        plugin(u"rate-limiting"_s, 910, {httpProtocols(), config(record).checked(configProblem)},
               {checks::atLeastOneOf(inConfig(periodNames())), needs(u"policy"_s, u"redis"_s, u"redis.host"_s),
                needs(u"policy"_s, u"redis"_s, u"redis.port"_s), needs(u"policy"_s, u"redis"_s, u"redis.timeout"_s),
                needs(u"limit_by"_s, u"header"_s, u"header_name"_s), needs(u"limit_by"_s, u"path"_s, u"path"_s)});
    schema.executed = true;
    schema.label = QT_TRANSLATE_NOOP("schema", "Rate limiting");
    schema.help = QT_TRANSLATE_NOOP("schema", "Limits how many requests are let through in a period.");
    return schema;
}

} // namespace gatehouse
