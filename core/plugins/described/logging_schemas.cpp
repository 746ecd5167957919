// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plugins/described/described_schemas.h"
#include "core/plugins/schema_parts.h"
#include "core/schema/vocabulary.h"

namespace gatehouse {

using namespace Qt::StringLiterals;
using namespace fields;
using namespace parts;

namespace {

Field secretText(const QString &key)
{
    Field field = text(key).vaultable().hidden();
    field.encrypted = true;
    return field;
}

Field logHeaders()
{
    Field name = headerName({});
    name.rules.matchNone = {
        {u"^[Hh][Oo][Ss][Tt]$"_s, u"cannot contain 'Host' header"_s},
        {u"^[Cc][Oo][Nn][Tt][Ee][Nn][Tt]%-[Ll][Ee][nn][Gg][Tt][Hh]$"_s, u"cannot contain 'Content-Length' header"_s},
        {u"^[Cc][Oo][Nn][Tt][Ee][Nn][Tt]%-[Tt][Yy][Pp][Ee]$"_s, u"cannot contain 'Content-Type' header"_s},
    };
    return map(u"headers"_s, name, text({}).vaultable());
}

std::optional<QString> authorizationProblem(const QJsonValue &value)
{
    const QJsonObject config = value.toObject();
    if (vocabulary::splitUrl(config.value("http_endpoint"_L1).toString()).userInfo.isNull())
        return {};
    for (const QString &name : config.value("headers"_L1).toObject().keys()) {
        if (name.compare("authorization"_L1, Qt::CaseInsensitive) == 0)
            return u"specifying both an 'Authorization' header and user info in 'http_endpoint' is not allowed"_s;
    }
    return {};
}

PluginSchema httpLog()
{
    const QString gone = u"http-log: config.%1 no longer works, please use config.queue.%2 instead"_s;
    const QString old = u"http-log: config.%1 is deprecated, please use config.queue.%2 instead"_s;
    Field endpoint = url(u"http_endpoint"_s).need().vaultable();
    endpoint.encrypted = true;
    return plugin(
        u"http-log"_s, 12,
        {allProtocols(),
         config({endpoint, textOf(u"method"_s, {u"POST"_s, u"PUT"_s, u"PATCH"_s}, u"POST"_s),
                 textOf(u"content_type"_s, {u"application/json"_s, u"application/json; charset=utf-8"_s},
                        u"application/json"_s),
                 number(u"timeout"_s).by(10000), number(u"keepalive"_s).by(60000),
                 retired(integer(u"retry_count"_s), gone.arg(u"retry_count"_s, u"max_retry_time"_s), 10),
                 retired(integer(u"queue_size"_s), old.arg(u"queue_size"_s, u"max_batch_size"_s), 1),
                 retired(number(u"flush_timeout"_s), old.arg(u"flush_timeout"_s, u"max_coalescing_delay"_s), 2),
                 logHeaders(), queue(), customFieldsByLua()})
             .checked(authorizationProblem)});
}

PluginSchema tcpLog()
{
    return plugin(u"tcp-log"_s, 7,
                  {allProtocols(), config({host(u"host"_s).need(), port(u"port"_s).need(),
                                           number(u"timeout"_s).by(10000), number(u"keepalive"_s).by(60000),
                                           flag(u"tls"_s, false), text(u"tls_sni"_s), customFieldsByLua()})});
}

PluginSchema udpLog()
{
    return plugin(u"udp-log"_s, 8,
                  {allProtocols(), config({host(u"host"_s).need(), port(u"port"_s).need(),
                                           number(u"timeout"_s).by(10000), customFieldsByLua()})});
}

Field severity(const QString &key)
{
    return textOf(key, {u"debug"_s, u"info"_s, u"notice"_s, u"warning"_s, u"err"_s, u"crit"_s, u"alert"_s, u"emerg"_s},
                  u"info"_s);
}

QList<Field> severities(bool required)
{
    QList<Field> result;
    for (const QString &key :
         {u"log_level"_s, u"successful_severity"_s, u"client_errors_severity"_s, u"server_errors_severity"_s})
        result << (required ? severity(key).need() : severity(key));
    return result;
}

PluginSchema syslog()
{
    QStringList facilities{u"auth"_s, u"authpriv"_s, u"cron"_s, u"daemon"_s, u"ftp"_s,  u"kern"_s,
                           u"lpr"_s,  u"mail"_s,     u"news"_s, u"syslog"_s, u"user"_s, u"uucp"_s};
    for (int i = 0; i < 8; ++i)
        facilities << u"local%1"_s.arg(i);
    const QList<Field> rest{customFieldsByLua(), textOf(u"facility"_s, facilities, u"user"_s).need()};
    return plugin(u"syslog"_s, 4, {allProtocols(), config(severities(true) + rest)});
}

PluginSchema loggly()
{
    const QList<Field> front{host(u"host"_s).by(u"logs-01.loggly.com"_s), port(u"port"_s).by(514),
                             secretText(u"key"_s).need(), set(u"tags"_s, text({})).by(QJsonArray{u"kong"_s})};
    const QList<Field> rest{number(u"timeout"_s).by(10000), customFieldsByLua()};
    return plugin(u"loggly"_s, 6, {allProtocols(), config(front + severities(false) + rest)});
}

} // namespace

QList<PluginSchema> loggingPluginSchemas()
{
    return {httpLog(), tcpLog(), udpLog(), syslog(), loggly()};
}

} // namespace gatehouse
