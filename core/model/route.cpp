// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/route.h"

#include "core/schema/fields.h"
#include "core/schema/lua_pattern.h"
#include "core/schema/vocabulary.h"

namespace gatehouse {

using namespace Qt::StringLiterals;
using namespace fields;

namespace {

Field endpoints(const QString &key)
{
    return set(key, record({}, {ipOrCidr(u"ip"_s), port(u"port"_s)}, {checks::atLeastOneOf({u"ip"_s, u"port"_s})}));
}

Field paths()
{
    Field element = text({}).checked(vocabulary::routePath);
    element.rules.matchAny = MatchAny{{u"^/"_s, u"^~/"_s}, u"should start with: / (fixed path) or ~/ (regex path)"_s};
    element.rules.matchNone = {{u"//"_s, u"must not have empty segments"_s}};
    return array(u"paths"_s, element)
        .named(QT_TRANSLATE_NOOP("schema", "Paths"),
               QT_TRANSLATE_NOOP("schema", "Prefixes like /orders, or regular expressions like ~/orders/\\d+$."));
}

Field headers()
{
    Field name = headerName({});
    name.rules.matchNone = {
        {u"^[Hh][Oo][Ss][Tt]$"_s, u"cannot contain 'host' header, which must be specified in the 'hosts' attribute"_s}};
    return map(u"headers"_s, name, array({}, text({})))
        .rare()
        .named(QT_TRANSLATE_NOOP("schema", "Headers"),
               QT_TRANSLATE_NOOP("schema", "Header names and the values of which one must be present."));
}

Field protocols()
{
    Field field = set(u"protocols"_s, protocol({})).need().minLength(1).by(QJsonArray{u"http"_s, u"https"_s});
    field.rules.exclusiveSubsets = {
        {u"http"_s, u"https"_s}, {u"tcp"_s, u"tls"_s, u"udp"_s}, {u"tls_passthrough"_s}, {u"grpc"_s, u"grpcs"_s}};
    return field.named(QT_TRANSLATE_NOOP("schema", "Protocols"),
                       QT_TRANSLATE_NOOP("schema", "Protocols this route accepts."));
}

Field redirectStatus()
{
    Field field = integer(u"https_redirect_status_code"_s).need().by(426).rare();
    field.rules.oneOf = {426, 301, 302, 307, 308};
    return field.named(QT_TRANSLATE_NOOP("schema", "HTTPS redirect status"),
                       QT_TRANSLATE_NOOP("schema", "Sent to a plain HTTP request when only HTTPS is allowed."));
}

Field flag(const QString &key, bool value, const char *label, const char *help)
{
    return boolean(key).need().by(value).named(label, help);
}

QList<Field> behaviourFields()
{
    return {
        id(),
        createdAt(),
        updatedAt(),
        utf8Name(u"name"_s).named(QT_TRANSLATE_NOOP("schema", "Name"),
                                  QT_TRANSLATE_NOOP("schema", "Letters, digits, ., -, _ and ~; unique.")),
        protocols(),
        redirectStatus(),
        flag(u"strip_path"_s, true, QT_TRANSLATE_NOOP("schema", "Strip path"),
             QT_TRANSLATE_NOOP("schema", "Remove the matched prefix before forwarding.")),
        flag(u"preserve_host"_s, false, QT_TRANSLATE_NOOP("schema", "Preserve host"),
             QT_TRANSLATE_NOOP("schema", "Forward the Host of the client instead of the host of the service.")),
        flag(u"request_buffering"_s, true, QT_TRANSLATE_NOOP("schema", "Request buffering"),
             QT_TRANSLATE_NOOP("schema", "Read the whole request body before forwarding it."))
            .rare(),
        flag(u"response_buffering"_s, true, QT_TRANSLATE_NOOP("schema", "Response buffering"),
             QT_TRANSLATE_NOOP("schema", "Read the response body before passing it on."))
            .rare(),
        tags(),
    };
}

QList<Field> matchFields()
{
    return {
        foreign(u"service"_s, u"services"_s)
            .named(QT_TRANSLATE_NOOP("schema", "Service"),
                   QT_TRANSLATE_NOOP("schema", "Where matching requests are sent.")),
        set(u"snis"_s, wildcardHost({}))
            .rare()
            .named(QT_TRANSLATE_NOOP("schema", "SNIs"),
                   QT_TRANSLATE_NOOP("schema", "TLS server names; only with a TLS protocol.")),
        endpoints(u"sources"_s)
            .rare()
            .named(QT_TRANSLATE_NOOP("schema", "Sources"),
                   QT_TRANSLATE_NOOP("schema", "Client addresses; only for stream protocols.")),
        endpoints(u"destinations"_s)
            .rare()
            .named(QT_TRANSLATE_NOOP("schema", "Destinations"),
                   QT_TRANSLATE_NOOP("schema", "Addresses the client connected to; only for stream protocols.")),
        set(u"methods"_s, httpMethod({}))
            .named(QT_TRANSLATE_NOOP("schema", "Methods"),
                   QT_TRANSLATE_NOOP("schema", "HTTP methods in capital letters; none means all.")),
        routeHosts(u"hosts"_s)
            .named(QT_TRANSLATE_NOOP("schema", "Hosts"),
                   QT_TRANSLATE_NOOP("schema", "Host names; *. in front or .* behind are wildcards.")),
        paths(),
        headers(),
        integer(u"regex_priority"_s)
            .by(0)
            .rare()
            .named(QT_TRANSLATE_NOOP("schema", "Regex priority"),
                   QT_TRANSLATE_NOOP("schema", "Among routes with regular expressions the highest is tried first.")),
        text(u"path_handling"_s)
            .by(u"v0"_s)
            .oneOf({u"v0"_s, u"v1"_s})
            .rare()
            .named(QT_TRANSLATE_NOOP("schema", "Path handling"),
                   QT_TRANSLATE_NOOP("schema", "How the path of the service and that of the request are joined.")),
    };
}

EntityCheck snisNeedTls()
{
    Match noTls;
    Field element = text({});
    element.rules.notOneOf = {u"grpcs"_s, u"https"_s, u"tls"_s, u"tls_passthrough"_s};
    noTls.elements = std::make_shared<const Field>(element);
    Match empty;
    empty.rules.lengthEquals = 0;
    EntityCheck check = checks::when(u"protocols"_s, noTls, u"snis"_s, empty);
    check.thenError = u"'snis' can only be set when 'protocols' is 'grpcs', 'https', 'tls' or 'tls_passthrough'"_s;
    return check;
}

// Regular expressions are matched by an engine that runs in linear time: no look-around, no back references.
std::optional<QString> unsupportedExpression(const QJsonObject &route)
{
    for (const QJsonValue &path : route.value("paths"_L1).toArray()) {
        const QString text = path.toString();
        if (!text.startsWith(u'~'))
            continue;
        const bool looksAround = luaMatches(text, u"%(%?<?[=!]"_s);
        if (looksAround || luaMatches(text, u"[^\\]\\[1-9]"_s))
            return u"Router Expression failed validation: regex parse error:\n    "_s + text.mid(1) +
                   (looksAround ? u"\nerror: look-around, including look-ahead and look-behind, is not supported"_s
                                : u"\nerror: backreferences are not supported"_s);
    }
    return {};
}

EntityCheck customCheck(const QStringList &sources, CustomCheck code, bool runWithMissing)
{
    EntityCheck check = checks::custom(sources, std::move(code));
    check.runWithMissingFields = runWithMissing;
    return check;
}

Field forbidden(const Field &field, const QString &protocolNames)
{
    Field copy = field;
    copy.rules.equals = QJsonValue(QJsonValue::Null);
    copy.rules.error = u"cannot set '%1' when 'protocols' is %2"_s.arg(field.key, protocolNames);
    return copy;
}

Match contains(const QString &protocolName)
{
    Match match;
    match.rules.contains = protocolName;
    return match;
}

Match onlyElements(const QStringList &protocolNames)
{
    Match match;
    match.elements = std::make_shared<const Field>(text({}).oneOf(protocolNames));
    return match;
}

EntityCheck needsOneOf(const Match &match, const QStringList &fields, const QString &error)
{
    EntityCheck check;
    check.kind = EntityCheck::Kind::ConditionalAtLeastOneOf;
    check.ifField = u"protocols"_s;
    check.ifMatch = match;
    check.thenAtLeastOneOf = fields;
    check.thenError = error;
    check.runWithMissingFields = true;
    check.runWithInvalidFields = true;
    return check;
}

// The secure protocol of a family may also be matched by SNI.
EntityCheck needsMatch(const QString &secure, const QString &plain, const QStringList &fields)
{
    const QString error = u"must set one of %s when 'protocols' is '%1'"_s;
    EntityCheck check = needsOneOf(contains(secure), fields + QStringList{u"snis"_s}, error.arg(secure));
    check.elseMatch = contains(plain);
    check.elseAtLeastOneOf = fields;
    check.elseError = error.arg(plain);
    return check;
}

RecordSchema httpRoutes()
{
    const QString names = u"'http' or 'https'"_s;
    RecordSchema schema;
    schema.fields = {forbidden(endpoints(u"sources"_s), names), forbidden(endpoints(u"destinations"_s), names)};
    schema.checks = {
        needsMatch(u"https"_s, u"http"_s, {u"methods"_s, u"hosts"_s, u"headers"_s, u"paths"_s}),
    };
    return schema;
}

RecordSchema streamRoutes()
{
    const QString names = u"'tcp', 'tls', 'tls_passthrough' or 'udp'"_s;
    RecordSchema schema;
    schema.fields = {forbidden(set(u"methods"_s, httpMethod({})), names), forbidden(routeHosts(u"hosts"_s), names),
                     forbidden(paths(), names), forbidden(headers(), names)};
    schema.checks = {
        needsOneOf(onlyElements({u"tcp"_s, u"tls"_s, u"udp"_s}), {u"sources"_s, u"destinations"_s, u"snis"_s},
                   u"must set one of %s when 'protocols' is 'tcp', 'tls' or 'udp'"_s),
        needsOneOf(onlyElements({u"tls_passthrough"_s}), {u"snis"_s},
                   u"must set snis when 'protocols' is 'tls_passthrough'"_s),
    };
    return schema;
}

RecordSchema grpcRoutes()
{
    const QString names = u"'grpc' or 'grpcs'"_s;
    Field stripPath = boolean(u"strip_path"_s).need().by(false);
    stripPath.rules.notEquals = true;
    stripPath.rules.error = u"cannot set 'strip_path' when 'protocols' is 'grpc' or 'grpcs'"_s;
    RecordSchema schema;
    schema.fields = {stripPath, forbidden(set(u"methods"_s, httpMethod({})), names),
                     forbidden(endpoints(u"sources"_s), names), forbidden(endpoints(u"destinations"_s), names)};
    schema.checks = {needsMatch(u"grpcs"_s, u"grpc"_s, {u"hosts"_s, u"headers"_s, u"paths"_s})};
    return schema;
}

} // namespace

RecordSchema routeSchema()
{
    RecordSchema schema;
    schema.name = u"routes"_s;
    schema.label = QT_TRANSLATE_NOOP("schema", "Route");
    schema.endpointKey = u"name"_s;
    schema.subschemaKey = u"protocols"_s;
    schema.fields = behaviourFields() + matchFields();
    const auto anyPathHandling = [](const QJsonObject &) { return std::optional<QString>(); };
    schema.checks = {
        snisNeedTls(),
        customCheck({u"path_handling"_s}, anyPathHandling, false),
        customCheck({u"id"_s, u"protocols"_s, u"snis"_s, u"sources"_s, u"destinations"_s, u"methods"_s, u"hosts"_s,
                     u"paths"_s, u"headers"_s, u"expression"_s, u"regex_priority"_s, u"priority"_s},
                    unsupportedExpression, true),
    };
    const auto http = std::make_shared<const RecordSchema>(httpRoutes());
    const auto stream = std::make_shared<const RecordSchema>(streamRoutes());
    const auto grpc = std::make_shared<const RecordSchema>(grpcRoutes());
    schema.subschemas = {
        {u"http"_s, http},  {u"https"_s, http}, {u"tcp"_s, stream}, {u"tls"_s, stream}, {u"tls_passthrough"_s, stream},
        {u"udp"_s, stream}, {u"grpc"_s, grpc},  {u"grpcs"_s, grpc},
    };
    return schema;
}

} // namespace gatehouse
