// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/service.h"

#include "core/schema/fields.h"
#include "core/schema/vocabulary.h"

namespace gatehouse {

using namespace Qt::StringLiterals;
using namespace fields;

namespace {

Field upstreamTimeout(const QString &key)
{
    return timeout(key).range(1, 2147483646).by(60000);
}

QJsonValue textOrNull(const QString &text)
{
    return text.isNull() ? QJsonValue(QJsonValue::Null) : QJsonValue(text);
}

// The parts of a URL replace protocol, host, port and path; a part the URL lacks becomes null.
QJsonObject expandUrl(const QJsonValue &value)
{
    // Kong parses null by its Lua spelling, and so answers with the errors of that "URL".
    const vocabulary::UrlParts parts = vocabulary::splitUrl(value.isNull() ? u"userdata: NULL"_s : value.toString());
    bool isNumber = false;
    const int number = parts.port.toInt(&isNumber);
    QJsonValue port = isNumber ? QJsonValue(number) : textOrNull(parts.port);
    QString protocol = parts.scheme;
    if (protocol.isNull())
        protocol = number == 443 ? u"https"_s : u"http"_s;
    if (port.isNull())
        port = protocol == "https"_L1 ? 443 : 80;
    return {{u"protocol"_s, protocol},
            {u"host"_s, textOrNull(parts.host)},
            {u"port"_s, port},
            {u"path"_s, textOrNull(parts.path)}};
}

Match notTls()
{
    Match match;
    match.rules.notOneOf = {u"https"_s, u"tls"_s};
    return match;
}

Field protocolRow()
{
    return protocol(u"protocol"_s)
        .need()
        .by(u"http"_s)
        .named(QT_TRANSLATE_NOOP("schema", "Protocol"),
               QT_TRANSLATE_NOOP("schema", "How the gateway talks to this service."));
}

QList<Field> addressFields()
{
    return {
        id(),
        createdAt(),
        updatedAt(),
        utf8Name(u"name"_s).named(QT_TRANSLATE_NOOP("schema", "Name"),
                                  QT_TRANSLATE_NOOP("schema", "Letters, digits, ., -, _ and ~; unique.")),
        integer(u"retries"_s)
            .by(5)
            .range(0, 32767)
            .rare()
            .named(QT_TRANSLATE_NOOP("schema", "Retries"),
                   QT_TRANSLATE_NOOP("schema", "How often a failed request is tried again.")),
        protocolRow(),
        host(u"host"_s).need().named(
            QT_TRANSLATE_NOOP("schema", "Host"),
            QT_TRANSLATE_NOOP("schema", "Host name or address of the service, or the name of an upstream.")),
        port(u"port"_s).need().by(80).named(QT_TRANSLATE_NOOP("schema", "Port"),
                                            QT_TRANSLATE_NOOP("schema", "Port the service listens on.")),
        path(u"path"_s).named(QT_TRANSLATE_NOOP("schema", "Path"),
                              QT_TRANSLATE_NOOP("schema", "Put in front of the path of every request.")),
        upstreamTimeout(u"connect_timeout"_s)
            .rare()
            .named(QT_TRANSLATE_NOOP("schema", "Connect timeout (ms)"),
                   QT_TRANSLATE_NOOP("schema", "How long connecting to the service may take.")),
        upstreamTimeout(u"write_timeout"_s)
            .rare()
            .named(QT_TRANSLATE_NOOP("schema", "Write timeout (ms)"),
                   QT_TRANSLATE_NOOP("schema", "Longest pause between two writes to the service.")),
        upstreamTimeout(u"read_timeout"_s)
            .rare()
            .named(QT_TRANSLATE_NOOP("schema", "Read timeout (ms)"),
                   QT_TRANSLATE_NOOP("schema", "Longest pause between two reads from the service.")),
        tags(),
    };
}

QList<Field> tlsFields()
{
    return {
        foreign(u"client_certificate"_s, u"certificates"_s)
            .rare()
            .named(QT_TRANSLATE_NOOP("schema", "Client certificate"),
                   QT_TRANSLATE_NOOP("schema", "Shown to the service during the TLS handshake.")),
        boolean(u"tls_verify"_s)
            .rare()
            .named(QT_TRANSLATE_NOOP("schema", "Verify TLS"),
                   QT_TRANSLATE_NOOP("schema", "Check the certificate of the service.")),
        integer(u"tls_verify_depth"_s)
            .by(QJsonValue::Null)
            .range(0, 64)
            .rare()
            .named(QT_TRANSLATE_NOOP("schema", "TLS verify depth"),
                   QT_TRANSLATE_NOOP("schema", "Longest accepted certificate chain.")),
        array(u"ca_certificates"_s, uuidText({}))
            .rare()
            .named(QT_TRANSLATE_NOOP("schema", "CA certificates"),
                   QT_TRANSLATE_NOOP("schema", "Ids of the CA certificates that are trusted for this service.")),
    };
}

Field enabledRow()
{
    return boolean(u"enabled"_s)
        .need()
        .by(true)
        .named(QT_TRANSLATE_NOOP("schema", "Enabled"),
               QT_TRANSLATE_NOOP("schema", "Routes of a disabled service match nothing."));
}

} // namespace

RecordSchema serviceSchema()
{
    const Match mustBeNull = checks::equals(QJsonValue::Null);
    RecordSchema schema;
    schema.name = u"services"_s;
    schema.label = QT_TRANSLATE_NOOP("schema", "Service");
    schema.endpointKey = u"name"_s;
    schema.fields = addressFields() + tlsFields() + QList<Field>{enabledRow()};
    schema.checks = {
        checks::when(u"protocol"_s, checks::isOneOf({u"tcp"_s, u"tls"_s, u"udp"_s, u"grpc"_s, u"grpcs"_s}), u"path"_s,
                     mustBeNull),
        checks::when(u"protocol"_s, notTls(), u"client_certificate"_s, mustBeNull),
        checks::when(u"protocol"_s, notTls(), u"tls_verify"_s, mustBeNull),
        checks::when(u"protocol"_s, notTls(), u"tls_verify_depth"_s, mustBeNull),
        checks::when(u"protocol"_s, notTls(), u"ca_certificates"_s, mustBeNull),
    };
    schema.shorthands = {{text(u"url"_s), expandUrl}};
    return schema;
}

} // namespace gatehouse
