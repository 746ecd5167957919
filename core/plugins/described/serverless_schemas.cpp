// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plugins/described/described_schemas.h"
#include "core/plugins/schema_parts.h"

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

std::optional<QString> proxyScheme(const QJsonObject &plugin)
{
    const QString proxy = plugin.value("config"_L1).toObject().value("proxy_url"_L1).toString();
    const QString scheme = proxy.section("://"_L1, 0, 0);
    if (!proxy.contains("://"_L1) || scheme.isEmpty() || scheme.contains(u':') || scheme == "http"_L1)
        return {};
    return u"proxy_url scheme must be http"_s;
}

QList<Field> lambdaConfig()
{
    return {
        number(u"timeout"_s).need().by(60000),
        number(u"keepalive"_s).need().by(60000),
        secretText(u"aws_key"_s),
        secretText(u"aws_secret"_s),
        secretText(u"aws_assume_role_arn"_s),
        text(u"aws_role_session_name"_s).by(u"kong"_s),
        url(u"aws_sts_endpoint_url"_s),
        host(u"aws_region"_s),
        text(u"function_name"_s).optional(),
        text(u"qualifier"_s),
        textOf(u"invocation_type"_s, {u"RequestResponse"_s, u"Event"_s, u"DryRun"_s}, u"RequestResponse"_s).need(),
        textOf(u"log_type"_s, {u"Tail"_s, u"None"_s}, u"Tail"_s).need(),
        host(u"host"_s),
        port(u"port"_s).by(443),
        option(u"disable_https"_s, false),
        integer(u"unhandled_status"_s).range(100, 999),
        option(u"forward_request_method"_s, false),
        option(u"forward_request_uri"_s, false),
        option(u"forward_request_headers"_s, false),
        option(u"forward_request_body"_s, false),
        option(u"is_proxy_integration"_s, false),
        option(u"awsgateway_compatible"_s, false),
        url(u"proxy_url"_s),
        option(u"skip_large_bodies"_s, true),
        option(u"base64_encode_body"_s, true),
        textOf(u"aws_imds_protocol_version"_s, {u"v1"_s, u"v2"_s}, u"v1"_s).need(),
        textOf(u"empty_arrays_mode"_s, {u"legacy"_s, u"correct"_s}, u"legacy"_s).need(),
    };
}

PluginSchema awsLambda()
{
    EntityCheck scheme = checks::custom({u"config.proxy_url"_s}, proxyScheme);
    return plugin(u"aws-lambda"_s, 750, {httpProtocols(), config(lambdaConfig())},
                  {checks::mutuallyRequired(inConfig({u"aws_key"_s, u"aws_secret"_s})), scheme});
}

PluginSchema azureFunctions()
{
    return plugin(u"azure-functions"_s, 749,
                  {allProtocols(),
                   config({number(u"timeout"_s).by(600000), number(u"keepalive"_s).by(60000), option(u"https"_s, true),
                           option(u"https_verify"_s, false), secretText(u"apikey"_s), secretText(u"clientid"_s),
                           text(u"appname"_s).need(), text(u"hostdomain"_s).need().by(u"azurewebsites.net"_s),
                           text(u"routeprefix"_s).by(u"api"_s), text(u"functionname"_s).need()})});
}

} // namespace

QList<PluginSchema> serverlessPluginSchemas()
{
    return {awsLambda(), azureFunctions()};
}

} // namespace gatehouse
