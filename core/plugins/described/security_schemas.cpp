// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plugins/described/described_schemas.h"
#include "core/plugins/schema_parts.h"

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
    return {ipRestriction(), botDetection(), standardWebhooks()};
}

} // namespace gatehouse
