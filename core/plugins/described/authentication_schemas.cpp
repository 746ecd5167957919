// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plugins/described/described_schemas.h"
#include "core/plugins/schema_parts.h"

#include <QRandomGenerator>

#include <algorithm>

namespace gatehouse {

using namespace Qt::StringLiterals;
using namespace fields;
using namespace parts;

namespace {

PluginSchema basicAuth()
{
    return plugin(
        u"basic-auth"_s, 1100,
        {noConsumer(), httpProtocols(),
         config({text(u"anonymous"_s), flag(u"hide_credentials"_s, false), text(u"realm"_s).need().by(u"service"_s)})});
}

PluginSchema hmacAuth()
{
    const QStringList algorithms{u"hmac-sha1"_s, u"hmac-sha256"_s, u"hmac-sha384"_s, u"hmac-sha512"_s};
    return plugin(
        u"hmac-auth"_s, 1030,
        {noConsumer(), httpProtocols(),
         config({flag(u"hide_credentials"_s, false), number(u"clock_skew"_s).by(300).above(0), text(u"anonymous"_s),
                 flag(u"validate_request_body"_s, false), texts(u"enforce_headers"_s).by(QJsonArray()),
                 array(u"algorithms"_s, text({}).oneOf(algorithms)).by(QJsonArray::fromStringList(algorithms)),
                 text(u"realm"_s).optional()})});
}

PluginSchema ldapAuth()
{
    EntityCheck oneOfBoth = checks::when(u"ldaps"_s, checks::equals(true), u"start_tls"_s, checks::equals(false));
    oneOfBoth.thenError = u"'ldaps' and 'start_tls' cannot be enabled simultaneously"_s;
    return plugin(
        u"ldap-auth"_s, 1200,
        {noConsumer(), httpProtocols(),
         config({host(u"ldap_host"_s).need(), port(u"ldap_port"_s).need().by(389), flag(u"ldaps"_s, false),
                 flag(u"start_tls"_s, false), flag(u"verify_ldap_host"_s, false), text(u"base_dn"_s).need(),
                 text(u"attribute"_s).need(), number(u"cache_ttl"_s).need().by(60), flag(u"hide_credentials"_s, false),
                 number(u"timeout"_s).by(10000), number(u"keepalive"_s).by(60000), text(u"anonymous"_s),
                 text(u"header_type"_s).by(u"ldap"_s), text(u"realm"_s).optional()},
                {oneOfBoth})});
}

std::optional<QString> grantProblem(const QJsonValue &value)
{
    const QStringList grants{u"enable_authorization_code"_s, u"enable_implicit_grant"_s, u"enable_client_credentials"_s,
                             u"enable_password_grant"_s};
    const QJsonObject config = value.toObject();
    const auto isOn = [&](const QString &grant) { return config.value(grant).toBool(); };
    if (std::any_of(grants.begin(), grants.end(), isOn))
        return {};
    return u"at least one of these fields must be true: "_s + grants.join(", "_L1);
}

PluginSchema oauth2()
{
    Field provisionKey = text(u"provision_key"_s).need().once().automatic().hidden();
    provisionKey.encrypted = true;
    return plugin(u"oauth2"_s, 1400,
                  {noConsumer(), httpProtocols(),
                   config({texts(u"scopes"_s), flag(u"mandatory_scope"_s, false), provisionKey,
                           number(u"token_expiration"_s).need().by(7200), flag(u"enable_authorization_code"_s, false),
                           flag(u"enable_implicit_grant"_s, false), flag(u"enable_client_credentials"_s, false),
                           flag(u"enable_password_grant"_s, false), flag(u"hide_credentials"_s, false),
                           flag(u"accept_http_if_already_terminated"_s, false), text(u"anonymous"_s),
                           flag(u"global_credentials"_s, false), text(u"auth_header_name"_s).by(u"authorization"_s),
                           number(u"refresh_token_ttl"_s).need().by(1209600).range(0, 100000000),
                           flag(u"reuse_refresh_token"_s, false),
                           textOf(u"pkce"_s, {u"none"_s, u"lax"_s, u"strict"_s}, u"lax"_s).optional(),
                           text(u"realm"_s).optional()},
                          {checks::when(u"mandatory_scope"_s, checks::equals(true), u"scopes"_s, checks::isRequired())})
                       .checked(grantProblem)});
}

// Drawn once per start of the program, as Kong does when it loads the schema.
QString sessionSecret()
{
    static constexpr QLatin1StringView alphabet("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789");
    QString secret;
    for (int i = 0; i < 44; ++i)
        secret += alphabet[QRandomGenerator::system()->bounded(static_cast<int>(alphabet.size()))];
    return secret;
}

Shorthand alias(const Field &oldField, const QString &newKey, QJsonValue (*convert)(const QJsonValue &))
{
    return {oldField, [=](const QJsonValue &value) { return QJsonObject{{newKey, convert(value)}}; }};
}

QList<Shorthand> sessionShorthands()
{
    const auto same = [](const QJsonValue &value) { return value; };
    const auto zeroForNull = [](const QJsonValue &value) { return value.isNull() ? QJsonValue(0) : value; };
    const auto laxForOff = [](const QJsonValue &value) {
        return value.toString() == "off"_L1 ? QJsonValue(u"Lax"_s) : value;
    };
    return {
        alias(number(u"cookie_lifetime"_s), u"rolling_timeout"_s, same),
        alias(number(u"cookie_idletime"_s), u"idling_timeout"_s, zeroForNull),
        {number(u"cookie_renew"_s), [](const QJsonValue &) { return QJsonObject(); }},
        alias(number(u"cookie_discard"_s), u"stale_ttl"_s, same),
        alias(text(u"cookie_samesite"_s), u"cookie_same_site"_s, laxForOff),
        alias(boolean(u"cookie_httponly"_s), u"cookie_http_only"_s, same),
        alias(boolean(u"cookie_persistent"_s), u"remember"_s, same),
    };
}

PluginSchema session()
{
    const QStringList headers{u"id"_s,
                              u"audience"_s,
                              u"subject"_s,
                              u"timeout"_s,
                              u"idling-timeout"_s,
                              u"rolling-timeout"_s,
                              u"absolute-timeout"_s};
    Field secret = text(u"secret"_s).optional().by(sessionSecret()).hidden().vaultable();
    secret.encrypted = true;
    RecordSchema record;
    record.fields = {
        secret,
        textOf(u"storage"_s, {u"cookie"_s, u"kong"_s}, u"cookie"_s),
        text(u"audience"_s).by(u"default"_s),
        number(u"idling_timeout"_s).by(900),
        number(u"rolling_timeout"_s).by(3600),
        number(u"absolute_timeout"_s).by(86400),
        number(u"stale_ttl"_s).by(10),
        text(u"cookie_name"_s).by(u"session"_s),
        text(u"cookie_path"_s).by(u"/"_s),
        text(u"cookie_domain"_s),
        textOf(u"cookie_same_site"_s, {u"Strict"_s, u"Lax"_s, u"None"_s, u"Default"_s}, u"Strict"_s),
        option(u"cookie_http_only"_s, true),
        option(u"cookie_secure"_s, true),
        option(u"remember"_s, false),
        text(u"remember_cookie_name"_s).by(u"remember"_s),
        number(u"remember_rolling_timeout"_s).by(604800),
        number(u"remember_absolute_timeout"_s).by(2592000),
        set(u"response_headers"_s, text({}).oneOf(headers)),
        set(u"request_headers"_s, text({}).oneOf(headers)),
        option(u"read_body_for_logout"_s, false),
        set(u"logout_methods"_s, text({}).oneOf({u"GET"_s, u"POST"_s, u"DELETE"_s}))
            .by(QJsonArray{u"POST"_s, u"DELETE"_s}),
        text(u"logout_query_arg"_s).by(u"session_logout"_s),
        text(u"logout_post_arg"_s).by(u"session_logout"_s),
    };
    record.shorthands = sessionShorthands();
    return plugin(u"session"_s, 1900, {noConsumer(), allProtocols(), config(record)});
}

} // namespace

QList<PluginSchema> authenticationPluginSchemas()
{
    return {basicAuth(), hmacAuth(), ldapAuth(), oauth2(), session()};
}

} // namespace gatehouse
