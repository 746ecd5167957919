// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plugins/described/described_schemas.h"
#include "core/plugins/schema_parts.h"

namespace gatehouse {

using namespace Qt::StringLiterals;
using namespace fields;
using namespace parts;

namespace {

std::optional<QString> limitOrder(const QJsonValue &value)
{
    return periodOrderProblem(value.toObject(), u"the limit for %1(%2) cannot be lower than the limit for %3(%4)"_s);
}

EntityCheck policyNeeds(const QString &field)
{
    return checks::when(u"config.policy"_s, checks::equals(u"redis"_s), u"config.redis."_s + field,
                        checks::isRequired());
}

PluginSchema responseRateLimiting()
{
    Field policy = textOf(u"policy"_s, {u"local"_s, u"cluster"_s, u"redis"_s}, u"local"_s);
    policy.rules.databaseOnly = {u"cluster"_s};
    const Field limit = record({}, periods(), {checks::atLeastOneOf(periodNames())}).checked(limitOrder);
    RecordSchema schema;
    schema.fields = {
        text(u"header_name"_s).by(u"x-kong-limit"_s),
        textOf(u"limit_by"_s, {u"consumer"_s, u"credential"_s, u"ip"_s}, u"consumer"_s),
        policy,
        flag(u"fault_tolerant"_s, true),
        redis(),
        flag(u"block_on_first_violation"_s, false),
        flag(u"hide_client_headers"_s, false),
        map(u"limits"_s, text({}), limit).need().minLength(1),
    };
    schema.shorthands = redisShorthands(u"response-ratelimiting"_s);
    return plugin(u"response-ratelimiting"_s, 900, {httpProtocols(), config(schema)},
                  {policyNeeds(u"host"_s), policyNeeds(u"port"_s), policyNeeds(u"timeout"_s)});
}

PluginSchema requestSizeLimiting()
{
    return plugin(u"request-size-limiting"_s, 951,
                  {httpProtocols(),
                   config({integer(u"allowed_payload_size"_s).by(128),
                           textOf(u"size_unit"_s, {u"megabytes"_s, u"kilobytes"_s, u"bytes"_s}, u"megabytes"_s).need(),
                           flag(u"require_content_length"_s, false)})});
}

PluginSchema redirect()
{
    return plugin(u"redirect"_s, 779,
                  {httpProtocols(), config({integer(u"status_code"_s).need().by(301).range(100, 599),
                                            url(u"location"_s).need(), option(u"keep_incoming_path"_s, false)})});
}

// Kong's memory zones that a cache may use.
std::optional<QString> dictionaryProblem(const QJsonObject &plugin)
{
    const QJsonObject config = plugin.value("config"_L1).toObject();
    const QString name = config.value("memory"_L1).toObject().value("dictionary_name"_L1).toString();
    const QStringList known{u"kong"_s,
                            u"kong_locks"_s,
                            u"kong_healthchecks"_s,
                            u"kong_cluster_events"_s,
                            u"kong_rate_limiting_counters"_s,
                            u"kong_core_db_cache"_s,
                            u"kong_core_db_cache_miss"_s,
                            u"kong_db_cache"_s,
                            u"kong_db_cache_miss"_s,
                            u"kong_secrets"_s,
                            u"prometheus_metrics"_s};
    if (config.value("strategy"_L1).toString() != "memory"_L1 || known.contains(name))
        return {};
    return u"missing shared dict '%1'"_s.arg(name);
}

PluginSchema proxyCache()
{
    return plugin(
        u"proxy-cache"_s, 100,
        {allProtocols(),
         config(
             {array(u"response_code"_s, integer({}).range(100, 900)).need().minLength(1).by(QJsonArray{200, 301, 404}),
              array(u"request_method"_s, text({}).oneOf({u"HEAD"_s, u"GET"_s, u"POST"_s, u"PATCH"_s, u"PUT"_s}))
                  .need()
                  .by(QJsonArray{u"GET"_s, u"HEAD"_s}),
              texts(u"content_type"_s).need().by(QJsonArray{u"text/plain"_s, u"application/json"_s}),
              integer(u"cache_ttl"_s).by(300).above(0), text(u"strategy"_s).need().oneOf({u"memory"_s}),
              flag(u"cache_control"_s, false), option(u"ignore_uri_case"_s, false).optional(),
              integer(u"storage_ttl"_s),
              record(u"memory"_s, {text(u"dictionary_name"_s).need().by(u"kong_db_cache"_s)}),
              texts(u"vary_query_params"_s), texts(u"vary_headers"_s),
              record(u"response_headers"_s,
                     {option(u"age"_s, true), option(u"X-Cache-Status"_s, true), option(u"X-Cache-Key"_s, true)})})},
        {checks::custom({u"config"_s}, dictionaryProblem)});
}

} // namespace

QList<PluginSchema> trafficPluginSchemas()
{
    return {responseRateLimiting(), requestSizeLimiting(), redirect(), proxyCache()};
}

} // namespace gatehouse
