// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plugins/described/described_schemas.h"
#include "core/plugins/schema_parts.h"

namespace gatehouse {

using namespace Qt::StringLiterals;
using namespace fields;
using namespace parts;

namespace {

const QStringList &consumerIdentifiers()
{
    static const QStringList names{u"consumer_id"_s, u"custom_id"_s, u"username"_s};
    return names;
}

const QStringList &serviceIdentifiers()
{
    static const QStringList names{u"service_id"_s, u"service_name"_s, u"service_host"_s, u"service_name_or_host"_s};
    return names;
}

const QStringList &workspaceIdentifiers()
{
    static const QStringList names{u"workspace_id"_s, u"workspace_name"_s};
    return names;
}

QJsonObject metric(const QString &name, const QString &type)
{
    QJsonObject result{{u"name"_s, name}, {u"stat_type"_s, type}};
    if (type == "counter"_L1 || type == "gauge"_L1)
        result.insert(u"sample_rate"_s, 1);
    return result;
}

QJsonArray statsdDefaults()
{
    return {metric(u"request_count"_s, u"counter"_s),
            metric(u"latency"_s, u"timer"_s),
            metric(u"request_size"_s, u"counter"_s),
            metric(u"status_count"_s, u"counter"_s),
            metric(u"response_size"_s, u"counter"_s),
            metric(u"unique_users"_s, u"set"_s),
            metric(u"request_per_user"_s, u"counter"_s),
            metric(u"upstream_latency"_s, u"timer"_s),
            metric(u"kong_latency"_s, u"timer"_s),
            metric(u"status_count_per_user"_s, u"counter"_s),
            metric(u"status_count_per_workspace"_s, u"counter"_s),
            metric(u"status_count_per_user_per_route"_s, u"counter"_s),
            metric(u"shdict_usage"_s, u"gauge"_s)};
}

EntityCheck counterNeedsRate()
{
    return checks::when(u"stat_type"_s, checks::isOneOf({u"counter"_s, u"gauge"_s}), u"sample_rate"_s,
                        checks::isRequired());
}

Field statsdMetric()
{
    const QStringList names{u"kong_latency"_s,
                            u"latency"_s,
                            u"request_count"_s,
                            u"request_per_user"_s,
                            u"request_size"_s,
                            u"response_size"_s,
                            u"status_count"_s,
                            u"status_count_per_user"_s,
                            u"unique_users"_s,
                            u"upstream_latency"_s,
                            u"status_count_per_workspace"_s,
                            u"status_count_per_user_per_route"_s,
                            u"shdict_usage"_s};
    const QStringList types{u"counter"_s, u"gauge"_s, u"histogram"_s, u"meter"_s, u"set"_s, u"timer"_s};
    Field result =
        record({},
               {text(u"name"_s).need().oneOf(names), text(u"stat_type"_s).need().oneOf(types),
                number(u"sample_rate"_s).above(0), text(u"consumer_identifier"_s).oneOf(consumerIdentifiers()),
                text(u"service_identifier"_s).oneOf(serviceIdentifiers()),
                text(u"workspace_identifier"_s).oneOf(workspaceIdentifiers())},
               {counterNeedsRate()});
    result.required.reset();
    return result;
}

QList<Field> queueFields(const QString &pluginName)
{
    const QString gone = u"%1: config.%2 no longer works, please use config.queue.%3 instead"_s;
    const QString old = u"%1: config.%2 is deprecated, please use config.queue.%3 instead"_s;
    return {retired(integer(u"retry_count"_s), gone.arg(pluginName, u"retry_count"_s, u"max_retry_time"_s), 10),
            retired(integer(u"queue_size"_s), old.arg(pluginName, u"queue_size"_s, u"max_batch_size"_s), 1),
            retired(number(u"flush_timeout"_s), old.arg(pluginName, u"flush_timeout"_s, u"max_coalescing_delay"_s), 2)};
}

PluginSchema statsd()
{
    const QList<Field> front{
        host(u"host"_s).by(u"localhost"_s),
        port(u"port"_s).by(8125),
        text(u"prefix"_s).by(u"kong"_s),
        array(u"metrics"_s, statsdMetric()).by(statsdDefaults()),
        array(u"allow_status_codes"_s, text({}).matching(u"^[0-9]+-[0-9]+$"_s)),
        number(u"udp_packet_size"_s).by(0).range(0, 65507),
        option(u"use_tcp"_s, false),
        option(u"hostname_in_prefix"_s, false),
        textOf(u"consumer_identifier_default"_s, consumerIdentifiers(), u"custom_id"_s).need(),
        textOf(u"service_identifier_default"_s, serviceIdentifiers(), u"service_name_or_host"_s).need(),
        textOf(u"workspace_identifier_default"_s, workspaceIdentifiers(), u"workspace_id"_s).need(),
    };
    const QList<Field> rest{
        text(u"tag_style"_s).optional().oneOf({u"dogstatsd"_s, u"influxdb"_s, u"librato"_s, u"signalfx"_s}), queue()};
    return plugin(u"statsd"_s, 11, {allProtocols(), config(front + queueFields(u"statsd"_s) + rest)});
}

Field datadogMetric()
{
    const QStringList names{u"kong_latency"_s, u"latency"_s,       u"request_count"_s,
                            u"request_size"_s, u"response_size"_s, u"upstream_latency"_s};
    const QStringList types{u"counter"_s, u"gauge"_s, u"histogram"_s,   u"meter"_s,
                            u"set"_s,     u"timer"_s, u"distribution"_s};
    Field result = record({},
                          {text(u"name"_s).need().oneOf(names), text(u"stat_type"_s).need().oneOf(types),
                           array(u"tags"_s, text({}).matching(u"^.*[^:]$"_s)), number(u"sample_rate"_s).range(0, 1),
                           text(u"consumer_identifier"_s).oneOf(consumerIdentifiers())},
                          {counterNeedsRate()});
    result.required.reset();
    return result;
}

QJsonArray datadogDefaults()
{
    QJsonArray result;
    for (const QString &name : {u"request_count"_s, u"latency"_s, u"request_size"_s, u"response_size"_s,
                                u"upstream_latency"_s, u"kong_latency"_s}) {
        QJsonObject entry = metric(name, name == "request_count"_L1 ? u"counter"_s : u"timer"_s);
        entry.insert(u"tags"_s, QJsonArray{u"app:kong"_s});
        entry.insert(u"consumer_identifier"_s, u"custom_id"_s);
        result << entry;
    }
    return result;
}

PluginSchema datadog()
{
    const QList<Field> front{host(u"host"_s).by(u"localhost"_s).vaultable(),
                             port(u"port"_s).by(8125),
                             text(u"prefix"_s).by(u"kong"_s),
                             text(u"service_name_tag"_s).by(u"name"_s),
                             text(u"status_tag"_s).by(u"status"_s),
                             text(u"consumer_tag"_s).by(u"consumer"_s)};
    const QList<Field> rest{queue(), array(u"metrics"_s, datadogMetric()).need().by(datadogDefaults())};
    return plugin(u"datadog"_s, 10, {allProtocols(), config(front + queueFields(u"datadog"_s) + rest)});
}

PluginSchema prometheus()
{
    QList<Field> switches;
    for (const QString &key : {u"per_consumer"_s, u"status_code_metrics"_s, u"ai_metrics"_s, u"latency_metrics"_s,
                               u"bandwidth_metrics"_s, u"upstream_health_metrics"_s})
        switches << option(key, false);
    return plugin(u"prometheus"_s, 13, {allProtocols(), config(switches)});
}

} // namespace

QList<PluginSchema> metricsPluginSchemas()
{
    return {statsd(), datadog(), prometheus()};
}

} // namespace gatehouse
