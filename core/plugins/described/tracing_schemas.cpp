// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plugins/described/described_schemas.h"
#include "core/plugins/schema_parts.h"

namespace gatehouse {

using namespace Qt::StringLiterals;
using namespace fields;
using namespace parts;

namespace {

std::optional<QString> repeatedTags(const QJsonValue &value)
{
    QStringList seen;
    for (const QJsonValue &tag : value.toArray()) {
        const QString name = tag.toObject().value("name"_L1).toString();
        if (seen.contains(name))
            return u"repeated tags are not allowed: "_s + name;
        seen << name;
    }
    return {};
}

Field staticTags()
{
    Field name = text(u"name"_s).need();
    name.rules.notOneOf = {u"error"_s,
                           u"http.method"_s,
                           u"http.path"_s,
                           u"http.status_code"_s,
                           u"kong.balancer.state"_s,
                           u"kong.balancer.try"_s,
                           u"kong.consumer"_s,
                           u"kong.credential"_s,
                           u"kong.node.id"_s,
                           u"kong.route"_s,
                           u"kong.service"_s,
                           u"lc"_s,
                           u"peer.hostname"_s};
    Field tag = record({}, {name, text(u"value"_s).need()});
    tag.required.reset();
    return array(u"static_tags"_s, tag).checked(repeatedTags);
}

Field outdatedHeaderType(const Field &field, const QString &message)
{
    Deprecation why;
    why.message = message;
    return field.outdated(why).rare();
}

QStringList headerTypes()
{
    return {u"b3"_s, u"b3-single"_s, u"w3c"_s, u"jaeger"_s, u"ot"_s, u"aws"_s, u"datadog"_s, u"gcp"_s};
}

Field zipkinHeaderType()
{
    const QStringList types = QStringList{u"preserve"_s, u"ignore"_s} + headerTypes();
    Field field = outdatedHeaderType(
        textOf(u"header_type"_s, types, u"preserve"_s).need(),
        u"zipkin: config.header_type is deprecated, please use config.propagation options instead"_s);
    field.deprecation->oldDefault = u"preserve"_s;
    return field;
}

Field zipkinDefaultHeaderType()
{
    Field field = outdatedHeaderType(
        textOf(u"default_header_type"_s, headerTypes(), u"b3"_s).need(),
        u"zipkin: config.default_header_type is deprecated, please use config.propagation.default_format instead"_s);
    field.deprecation->oldDefault = u"b3"_s;
    return field;
}

PluginSchema zipkin()
{
    Field idBytes = integer(u"traceid_byte_count"_s).need().by(16);
    idBytes.rules.oneOf = {8, 16};
    return plugin(u"zipkin"_s, 100000,
                  {allProtocols(),
                   config({text(u"local_service_name"_s).need().by(u"kong"_s), url(u"http_endpoint"_s),
                           number(u"sample_ratio"_s).by(0.001).range(0, 1), text(u"default_service_name"_s),
                           flag(u"include_credential"_s, true), idBytes, zipkinHeaderType(), zipkinDefaultHeaderType(),
                           text(u"tags_header"_s).need().by(u"Zipkin-Tags"_s), staticTags(),
                           textOf(u"http_span_name"_s, {u"method"_s, u"method_path"_s}, u"method"_s).need(),
                           timeout(u"connect_timeout"_s).by(2000), timeout(u"send_timeout"_s).by(5000),
                           timeout(u"read_timeout"_s).by(5000), text(u"http_response_header_for_traceid"_s),
                           textOf(u"phase_duration_flavor"_s, {u"annotations"_s, u"tags"_s}, u"annotations"_s).need(),
                           queue(), propagation(u"b3"_s)})});
}

Field spanSetting(const QString &key, const QString &replacement, int oldDefault)
{
    const QString message = u"opentelemetry: config.%1 is deprecated, please use config.queue.%2 instead"_s;
    return retired(integer(key), message.arg(key, replacement), oldDefault);
}

PluginSchema openTelemetry()
{
    Field headerType = outdatedHeaderType(
        textOf(u"header_type"_s,
               {u"preserve"_s, u"ignore"_s, u"b3"_s, u"b3-single"_s, u"w3c"_s, u"jaeger"_s, u"ot"_s, u"aws"_s, u"gcp"_s,
                u"datadog"_s},
               u"preserve"_s)
            .optional(),
        u"opentelemetry: config.header_type is deprecated, please use config.propagation options instead"_s);
    headerType.deprecation->oldDefault = u"preserve"_s;
    RecordSchema schema;
    schema.fields = {
        url(u"traces_endpoint"_s).vaultable(),
        url(u"logs_endpoint"_s).vaultable(),
        map(u"headers"_s, headerName({}), text({}).vaultable()),
        map(u"resource_attributes"_s, text({}).need(), text({}).need()),
        queue(200).by(QJsonObject{{u"max_batch_size"_s, 200}}),
        spanSetting(u"batch_span_count"_s, u"max_batch_size"_s, 200),
        spanSetting(u"batch_flush_delay"_s, u"max_coalescing_delay"_s, 3),
        timeout(u"connect_timeout"_s).by(1000),
        timeout(u"send_timeout"_s).by(5000),
        timeout(u"read_timeout"_s).by(5000),
        text(u"http_response_header_for_traceid"_s),
        headerType,
        number(u"sampling_rate"_s).range(0, 1).optional(),
        propagation(u"w3c"_s),
    };
    schema.checks = {checks::atLeastOneOf({u"traces_endpoint"_s, u"logs_endpoint"_s})};
    Shorthand endpoint =
        renamed(url(u"endpoint"_s).vaultable(), {u"traces_endpoint"_s},
                u"OpenTelemetry: config.endpoint is deprecated, please use config.traces_endpoint instead"_s);
    endpoint.mirror.clear();
    endpoint.field.deprecation->replacedWith.clear();
    schema.shorthands = {endpoint};
    return plugin(u"opentelemetry"_s, 14, {httpProtocols(), config(schema)});
}

} // namespace

QList<PluginSchema> tracingPluginSchemas()
{
    return {zipkin(), openTelemetry()};
}

} // namespace gatehouse
