// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/upstream.h"

#include "core/schema/fields.h"
#include "core/schema/host_address.h"

namespace gatehouse {

using namespace Qt::StringLiterals;
using namespace fields;

namespace {

std::optional<QString> upstreamName(const QJsonValue &value)
{
    const HostResult result = normalizeHost(value.toString());
    const QString invalid = u"Invalid name ('%1'); "_s.arg(value.toString());
    if (!result.address)
        return invalid + u"must be a valid hostname"_s;
    if (result.address->type != HostAddress::Type::Name)
        return invalid + u"no ip addresses allowed"_s;
    if (result.address->port)
        return invalid + u"no port allowed"_s;
    return {};
}

Field counter(const QString &key)
{
    return integer(key).range(0, 255).by(0);
}

Field interval(const QString &key)
{
    return number(key).range(0, 65535).by(0);
}

Field statuses(const QJsonArray &codes)
{
    return array(u"http_statuses"_s, integer({}).range(100, 999)).by(codes);
}

Field checkType()
{
    return text(u"type"_s).by(u"http"_s).oneOf({u"tcp"_s, u"http"_s, u"https"_s, u"grpc"_s, u"grpcs"_s});
}

// A record whose default is what its fields default to, without the fields that have none.
Field withDefaults(const QString &key, const QList<Field> &members)
{
    QJsonObject defaults;
    for (const Field &member : members) {
        if (member.hasDefault())
            defaults.insert(member.key, member.defaultValue);
    }
    return record(key, members).by(defaults);
}

QJsonArray numbers(const QList<int> &values)
{
    QJsonArray result;
    for (const int value : values)
        result << value;
    return result;
}

Field activeChecks()
{
    Field headers = map(u"headers"_s, headerName({}).minLength(1), array({}, text({}))).optional();
    Field path = fields::path(u"http_path"_s).by(u"/"_s);
    return withDefaults(
        u"active"_s,
        {path, checkType(), boolean(u"https_verify_certificate"_s).need().by(true),
         number(u"timeout"_s).range(0, 65535).by(1), integer(u"concurrency"_s).range(1, 2147483648.0).by(10),
         withDefaults(u"unhealthy"_s,
                      {counter(u"tcp_failures"_s), counter(u"timeouts"_s), counter(u"http_failures"_s),
                       statuses(numbers({429, 404, 500, 501, 502, 503, 504, 505})), interval(u"interval"_s)}),
         headers, sni(u"https_sni"_s).optional(),
         withDefaults(u"healthy"_s,
                      {counter(u"successes"_s), interval(u"interval"_s), statuses(numbers({200, 302}))})});
}

Field passiveChecks()
{
    const QList<int> good{200, 201, 202, 203, 204, 205, 206, 207, 208, 226,
                          300, 301, 302, 303, 304, 305, 306, 307, 308};
    return withDefaults(
        u"passive"_s, {withDefaults(u"healthy"_s, {counter(u"successes"_s), statuses(numbers(good))}), checkType(),
                       withDefaults(u"unhealthy"_s, {counter(u"http_failures"_s), counter(u"timeouts"_s),
                                                     counter(u"tcp_failures"_s), statuses(numbers({429, 500, 503}))})});
}

Field healthchecks()
{
    const Field active = activeChecks();
    const Field passive = passiveChecks();
    return record(u"healthchecks"_s, {active, passive, number(u"threshold"_s).by(0).range(0, 100)})
        .by(QJsonObject{{u"active"_s, active.defaultValue}, {u"passive"_s, passive.defaultValue}})
        .rare()
        .named(QT_TRANSLATE_NOOP("schema", "Health checks"),
               QT_TRANSLATE_NOOP("schema", "How targets are found healthy or unhealthy."));
}

Field hashSource(const QString &key, const char *label)
{
    return text(key)
        .by(u"none"_s)
        .oneOf(
            {u"none"_s, u"consumer"_s, u"ip"_s, u"header"_s, u"cookie"_s, u"path"_s, u"query_arg"_s, u"uri_capture"_s})
        .named(label, QT_TRANSLATE_NOOP("schema", "What decides which target a client gets."));
}

Field hashDetail(const Field &field, const char *label)
{
    return field.rare().named(label, QT_TRANSLATE_NOOP("schema", "Needed when hashing uses it."));
}

// Algorithm and hashing are rewritten into one another on every read and write.
QJsonObject expandAlgorithm(const QJsonValue &value)
{
    const QString algorithm = value.toString();
    if (algorithm == "least-connections"_L1 || algorithm == "latency"_L1)
        return {{u"algorithm"_s, value}, {u"hash_on"_s, QJsonValue::Null}};
    return {{u"algorithm"_s, value}};
}

QJsonObject expandHashOn(const QJsonValue &value)
{
    if (value.isNull())
        return {{u"hash_on"_s, u"none"_s}};
    const bool none = value.toString() == "none"_L1;
    return {{u"hash_on"_s, value}, {u"algorithm"_s, none ? u"round-robin"_s : u"consistent-hashing"_s}};
}

EntityCheck needsCompanion(const QString &field, const QString &kind, const QString &companion)
{
    return checks::when(field, checks::matches(u'^' + kind + u'$'), companion, checks::isRequired());
}

EntityCheck limitsFallback(const QString &hashOn, const QStringList &allowed)
{
    return checks::when(u"hash_on"_s, checks::matches(u'^' + hashOn + u'$'), u"hash_fallback"_s,
                        checks::isOneOf(allowed));
}

QList<EntityCheck> upstreamChecks()
{
    const QString on = u"hash_on"_s;
    const QString fallback = u"hash_fallback"_s;
    return {
        needsCompanion(on, u"header"_s, u"hash_on_header"_s),
        needsCompanion(fallback, u"header"_s, u"hash_fallback_header"_s),
        needsCompanion(on, u"cookie"_s, u"hash_on_cookie"_s),
        needsCompanion(fallback, u"cookie"_s, u"hash_on_cookie"_s),
        limitsFallback(u"none"_s, {u"none"_s}),
        limitsFallback(u"cookie"_s, {u"none"_s}),
        limitsFallback(u"consumer"_s,
                       {u"none"_s, u"ip"_s, u"header"_s, u"cookie"_s, u"path"_s, u"query_arg"_s, u"uri_capture"_s}),
        limitsFallback(
            u"ip"_s, {u"none"_s, u"consumer"_s, u"header"_s, u"cookie"_s, u"path"_s, u"query_arg"_s, u"uri_capture"_s}),
        limitsFallback(u"path"_s,
                       {u"none"_s, u"consumer"_s, u"header"_s, u"cookie"_s, u"query_arg"_s, u"ip"_s, u"uri_capture"_s}),
        checks::distinct({u"hash_on_header"_s, u"hash_fallback_header"_s}),
        needsCompanion(on, u"query_arg"_s, u"hash_on_query_arg"_s),
        needsCompanion(fallback, u"query_arg"_s, u"hash_fallback_query_arg"_s),
        checks::distinct({u"hash_on_query_arg"_s, u"hash_fallback_query_arg"_s}),
        needsCompanion(on, u"uri_capture"_s, u"hash_on_uri_capture"_s),
        needsCompanion(fallback, u"uri_capture"_s, u"hash_fallback_uri_capture"_s),
        checks::distinct({u"hash_on_uri_capture"_s, u"hash_fallback_uri_capture"_s}),
    };
}

QList<Field> balancingFields()
{
    return {
        id(),
        createdAt(),
        text(u"name"_s)
            .need()
            .once()
            .checked(upstreamName)
            .named(QT_TRANSLATE_NOOP("schema", "Name"),
                   QT_TRANSLATE_NOOP("schema", "A host name; services use it as their host.")),
        updatedAt(),
        text(u"algorithm"_s)
            .by(u"round-robin"_s)
            .oneOf({u"consistent-hashing"_s, u"least-connections"_s, u"round-robin"_s, u"latency"_s})
            .named(QT_TRANSLATE_NOOP("schema", "Algorithm"),
                   QT_TRANSLATE_NOOP("schema", "How requests are spread over the targets.")),
        hashSource(u"hash_on"_s, QT_TRANSLATE_NOOP("schema", "Hash on")),
        hashSource(u"hash_fallback"_s, QT_TRANSLATE_NOOP("schema", "Hash fallback")),
    };
}

QList<Field> hashFields()
{
    return {
        hashDetail(headerName(u"hash_on_header"_s), QT_TRANSLATE_NOOP("schema", "Hash on header")),
        hashDetail(headerName(u"hash_fallback_header"_s), QT_TRANSLATE_NOOP("schema", "Fallback header")),
        hashDetail(cookieName(u"hash_on_cookie"_s), QT_TRANSLATE_NOOP("schema", "Hash on cookie")),
        hashDetail(path(u"hash_on_cookie_path"_s).by(u"/"_s), QT_TRANSLATE_NOOP("schema", "Path of the cookie")),
        hashDetail(text(u"hash_on_query_arg"_s).minLength(1), QT_TRANSLATE_NOOP("schema", "Hash on query parameter")),
        hashDetail(text(u"hash_fallback_query_arg"_s).minLength(1),
                   QT_TRANSLATE_NOOP("schema", "Fallback query parameter")),
        hashDetail(text(u"hash_on_uri_capture"_s).minLength(1), QT_TRANSLATE_NOOP("schema", "Hash on path capture")),
        hashDetail(text(u"hash_fallback_uri_capture"_s).minLength(1),
                   QT_TRANSLATE_NOOP("schema", "Fallback path capture")),
    };
}

QList<Field> targetFields()
{
    return {
        integer(u"slots"_s)
            .by(10000)
            .range(10, 65536)
            .rare()
            .named(QT_TRANSLATE_NOOP("schema", "Slots"), QT_TRANSLATE_NOOP("schema", "Size of the balancing ring.")),
        healthchecks(),
        tags(),
        hostWithOptionalPort(u"host_header"_s)
            .rare()
            .named(QT_TRANSLATE_NOOP("schema", "Host header"),
                   QT_TRANSLATE_NOOP("schema", "Sent to the targets instead of their own name.")),
        foreign(u"client_certificate"_s, u"certificates"_s)
            .rare()
            .named(QT_TRANSLATE_NOOP("schema", "Client certificate"),
                   QT_TRANSLATE_NOOP("schema", "Shown to the targets during the TLS handshake.")),
        boolean(u"use_srv_name"_s)
            .by(false)
            .rare()
            .named(QT_TRANSLATE_NOOP("schema", "Use SRV name"),
                   QT_TRANSLATE_NOOP("schema", "Send the name from an SRV record as Host.")),
    };
}

} // namespace

RecordSchema upstreamSchema()
{
    RecordSchema schema;
    schema.name = u"upstreams"_s;
    schema.label = QT_TRANSLATE_NOOP("schema", "Upstream");
    schema.endpointKey = u"name"_s;
    schema.fields = balancingFields() + hashFields() + targetFields();
    schema.checks = upstreamChecks();
    schema.shorthands = {{text(u"algorithm"_s), expandAlgorithm}, {text(u"hash_on"_s), expandHashOn}};
    return schema;
}

} // namespace gatehouse
