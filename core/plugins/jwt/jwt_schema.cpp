// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plugins/jwt/jwt_schema.h"

#include "core/model/pem.h"
#include "core/plugins/schema_parts.h"

namespace gatehouse {

using namespace Qt::StringLiterals;
using namespace fields;
using namespace parts;

namespace {

Match greaterThanZero()
{
    Match match;
    match.rules.greaterThan = 0;
    return match;
}

Match containsExpiry()
{
    Match match;
    match.rules.contains = u"exp"_s;
    return match;
}

Field claimsToVerify()
{
    return set(u"claims_to_verify"_s, text({}).oneOf({u"exp"_s, u"nbf"_s}))
        .named(QT_TRANSLATE_NOOP("schema", "Claims to verify"),
               QT_TRANSLATE_NOOP("schema", "exp: not expired, nbf: already valid."));
}

Field anonymous()
{
    return text(u"anonymous"_s)
        .rare()
        .named(QT_TRANSLATE_NOOP("schema", "Anonymous consumer"),
               QT_TRANSLATE_NOOP("schema", "Requests without a valid token pass as this consumer (id or name)."));
}

QList<Field> jwtConfig()
{
    return {
        set(u"uri_param_names"_s, text({}))
            .by(QJsonArray{u"jwt"_s})
            .named(QT_TRANSLATE_NOOP("schema", "Query parameters"),
                   QT_TRANSLATE_NOOP("schema", "Query parameters in which a token is looked for.")),
        set(u"cookie_names"_s, text({}))
            .by(QJsonArray())
            .named(QT_TRANSLATE_NOOP("schema", "Cookies"),
                   QT_TRANSLATE_NOOP("schema", "Cookies in which a token is looked for.")),
        text(u"key_claim_name"_s)
            .by(u"iss"_s)
            .named(QT_TRANSLATE_NOOP("schema", "Key claim"),
                   QT_TRANSLATE_NOOP("schema", "The claim that names the credential.")),
        flag(u"secret_is_base64"_s, false)
            .named(QT_TRANSLATE_NOOP("schema", "Secrets are Base64"),
                   QT_TRANSLATE_NOOP("schema", "Decode the secret of a credential before use.")),
        claimsToVerify(),
        anonymous(),
        flag(u"run_on_preflight"_s, true)
            .rare()
            .named(QT_TRANSLATE_NOOP("schema", "Run on preflight"),
                   QT_TRANSLATE_NOOP("schema", "Ask for a token on OPTIONS requests too.")),
        number(u"maximum_expiration"_s)
            .by(0)
            .range(0, 31536000)
            .rare()
            .named(QT_TRANSLATE_NOOP("schema", "Maximum expiration (s)"),
                   QT_TRANSLATE_NOOP("schema", "How far in the future exp may lie; 0 = no limit.")),
        set(u"header_names"_s, text({}))
            .by(QJsonArray{u"authorization"_s})
            .named(QT_TRANSLATE_NOOP("schema", "Headers"),
                   QT_TRANSLATE_NOOP("schema", "Headers in which a bearer token is looked for.")),
        text(u"realm"_s)
            .optional()
            .rare()
            .named(QT_TRANSLATE_NOOP("schema", "Realm"),
                   QT_TRANSLATE_NOOP("schema", "Named in the WWW-Authenticate header.")),
    };
}

std::optional<QString> isUsableKey(const QJsonValue &value)
{
    if (pem::isPublicKey(value.toString()))
        return {};
    return u"invalid key"_s;
}

// Algorithms whose signatures are checked with the public key. Kong leaves ES* out.
EntityCheck needsPublicKey()
{
    Match asymmetric;
    asymmetric.rules.matchAny = MatchAny{
        {u"^RS256$"_s, u"^RS384$"_s, u"^RS512$"_s, u"^PS256$"_s, u"^PS384$"_s, u"^PS512$"_s, u"^EdDSA$"_s}, {}};
    Match key = checks::isRequired();
    key.rules.custom = isUsableKey;
    return checks::when(u"algorithm"_s, asymmetric, u"rsa_public_key"_s, key);
}

} // namespace

PluginSchema jwtPluginSchema()
{
    PluginSchema schema = plugin(u"jwt"_s, 1450, {noConsumer(), httpProtocols(), config(jwtConfig())},
                                 {checks::when(u"config.maximum_expiration"_s, greaterThanZero(),
                                               u"config.claims_to_verify"_s, containsExpiry())});
    schema.executed = true;
    schema.label = QT_TRANSLATE_NOOP("schema", "JWT");
    schema.help = QT_TRANSLATE_NOOP("schema", "Lets only requests with a valid JSON Web Token through.");
    return schema;
}

RecordSchema jwtSecretSchema()
{
    RecordSchema schema;
    schema.name = u"jwt_secrets"_s;
    schema.adminName = u"jwts"_s;
    schema.adminNestedName = u"jwt"_s;
    schema.label = QT_TRANSLATE_NOOP("schema", "JWT credential");
    schema.endpointKey = u"key"_s;
    schema.cacheKey = {u"key"_s};
    schema.pluginOwned = true;
    schema.fields = {
        id(),
        createdAt(),
        owner(),
        text(u"key"_s).optional().once().automatic().named(
            QT_TRANSLATE_NOOP("schema", "Key"),
            QT_TRANSLATE_NOOP("schema", "Value of the key claim; empty = a random one.")),
        text(u"secret"_s)
            .automatic()
            .hidden()
            .named(QT_TRANSLATE_NOOP("schema", "Secret"),
                   QT_TRANSLATE_NOOP("schema", "For HS algorithms; empty = a random one.")),
        text(u"rsa_public_key"_s)
            .named(QT_TRANSLATE_NOOP("schema", "Public key"),
                   QT_TRANSLATE_NOOP("schema", "PEM text, for RS, ES, PS and EdDSA algorithms.")),
        text(u"algorithm"_s)
            .by(u"HS256"_s)
            .oneOf({u"HS256"_s, u"HS384"_s, u"HS512"_s, u"RS256"_s, u"RS384"_s, u"RS512"_s, u"ES256"_s, u"ES384"_s,
                    u"ES512"_s, u"PS256"_s, u"PS384"_s, u"PS512"_s, u"EdDSA"_s})
            .named(QT_TRANSLATE_NOOP("schema", "Algorithm"),
                   QT_TRANSLATE_NOOP("schema", "How tokens of this credential are signed.")),
        tags(),
    };
    schema.checks = {needsPublicKey()};
    return schema;
}

} // namespace gatehouse
