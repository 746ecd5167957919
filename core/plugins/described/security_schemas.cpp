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

PluginSchema ipRestriction()
{
    const QJsonArray protocols{u"http"_s, u"https"_s, u"tcp"_s, u"tls"_s, u"grpc"_s, u"grpcs"_s};
    return plugin(
        u"ip-restriction"_s, 990,
        {allProtocols().by(protocols), config({array(u"allow"_s, ipOrCidr({})), array(u"deny"_s, ipOrCidr({})),
                                               number(u"status"_s).optional(), text(u"message"_s).optional()})},
        {checks::atLeastOneOf(inConfig({u"allow"_s, u"deny"_s}))});
}

Field expressions(const QString &key)
{
    Field expression = text({});
    expression.rules.regex = true;
    return array(key, expression).by(QJsonArray());
}

PluginSchema botDetection()
{
    return plugin(u"bot-detection"_s, 2500,
                  {noConsumer(), httpProtocols(), config({expressions(u"allow"_s), expressions(u"deny"_s)})});
}

std::optional<QString> originProblem(const QJsonValue &value)
{
    const QString origin = value.toString();
    if (origin == u'*' || !vocabulary::regexProblem(origin))
        return {};
    return u"'%1' is not a valid regex"_s.arg(origin);
}

PluginSchema cors()
{
    const QStringList methods{u"GET"_s,    u"HEAD"_s,    u"PUT"_s,   u"PATCH"_s,  u"POST"_s,
                              u"DELETE"_s, u"OPTIONS"_s, u"TRACE"_s, u"CONNECT"_s};
    return plugin(
        u"cors"_s, 2000,
        {noConsumer(), httpProtocols(),
         config({array(u"origins"_s, text({}).checked(originProblem)), texts(u"headers"_s), texts(u"exposed_headers"_s),
                 array(u"methods"_s, text({}).oneOf(methods)).by(QJsonArray::fromStringList(methods)),
                 number(u"max_age"_s), flag(u"credentials"_s, false), flag(u"private_network"_s, false),
                 flag(u"preflight_continue"_s, false)})});
}

PluginSchema standardWebhooks()
{
    Field secret = text(u"secret_v1"_s).need().vaultable().hidden();
    secret.encrypted = true;
    return plugin(
        u"standard-webhooks"_s, 760,
        {noConsumer(), httpProtocols(), config({secret, integer(u"tolerance_second"_s).need().by(300).above(-1)})});
}

} // namespace

QList<PluginSchema> securityPluginSchemas()
{
    return {ipRestriction(), botDetection(), cors(), standardWebhooks()};
}

} // namespace gatehouse
