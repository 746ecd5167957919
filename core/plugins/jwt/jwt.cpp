// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plugins/jwt/jwt.h"

#include "core/plugins/authentication/identity.h"
#include "core/plugins/jwt/jwt_cache.h"
#include "core/plugins/jwt/jwt_claims.h"
#include "core/plugins/jwt/jwt_credentials.h"
#include "core/plugins/jwt/jwt_token.h"
#include "core/plugins/jwt/token_sources.h"
#include "core/plugins/request_trace.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

class Jwt final : public Plugin
{
public:
    Jwt(const PluginBinding &binding, const PluginServices &services);

    Verdict onRequest(Exchange &exchange, const WorkerServices &worker, const Resume &) const override;

private:
    // What is wrong, as the body of the answer; no text when the client is authenticated.
    struct Failure {
        std::string_view body;
        bool hasToken = true; // then the challenge says error="invalid_token"
    };

    [[nodiscard]] Failure authenticate(Exchange &exchange, const WorkerServices &worker) const;
    [[nodiscard]] Failure verify(Exchange &exchange, const WorkerServices &worker, std::string_view token) const;
    [[nodiscard]] Failure keyOf(Exchange &exchange, const JwtToken &token, std::string_view &key) const;
    [[nodiscard]] Failure checkSignature(const JwtToken &token, const JwtCredential &credential) const;
    [[nodiscard]] Verdict refuse(Exchange &exchange, const Failure &failure) const;

    std::shared_ptr<const JwtCredentials> m_credentials;
    TokenSources m_sources;
    ClaimRules m_rules;
    AnonymousFallback m_anonymous;
    mutable JwtCaches m_caches; // each worker's part is its own
    QString m_keyClaim;
    std::string m_missingKey;
    std::string m_invalidKey;
    std::string m_unknownKey;
    std::string m_challenge;
    std::string m_tokenChallenge;
    bool m_secretIsBase64 = false;
    bool m_runsOnPreflight = true;
};

// The key is what the token names itself by, no secret.
void explain(RequestTrace &trace, std::string_view key, const TimeClaims &times)
{
    trace.note("key", key);
    if (times.expires > 0 && times.expires < 1e12)
        trace.note("expires", std::to_string(static_cast<std::int64_t>(times.expires)));
}

std::string messageBody(const QString &text)
{
    return QJsonDocument(QJsonObject{{u"message"_s, text}}).toJson(QJsonDocument::Compact).toStdString();
}

Jwt::Jwt(const PluginBinding &binding, const PluginServices &services)
    : m_credentials(std::static_pointer_cast<const JwtCredentials>(binding.shared))
    , m_sources(binding.config)
    , m_rules(binding.config)
    , m_anonymous(binding.config, services.consumers)
{
    const QJsonObject &config = binding.config;
    m_keyClaim = config.value("key_claim_name"_L1).toString(u"iss"_s);
    m_missingKey = messageBody(u"No mandatory '%1' in claims"_s.arg(m_keyClaim));
    m_invalidKey = messageBody(u"Invalid '%1' in claims"_s.arg(m_keyClaim));
    m_unknownKey = messageBody(u"No credentials found for given '%1'"_s.arg(m_keyClaim));
    m_secretIsBase64 = config.value("secret_is_base64"_L1).toBool();
    m_runsOnPreflight = config.value("run_on_preflight"_L1).toBool(true);
    const std::string realm = config.value("realm"_L1).toString().toStdString();
    m_challenge = realm.empty() ? "Bearer" : "Bearer realm=\"" + realm + '"';
    m_tokenChallenge = m_challenge + " error=\"invalid_token\"";
}

Verdict Jwt::onRequest(Exchange &exchange, const WorkerServices &worker, const Resume &) const
{
    if (m_anonymous.isSettled(exchange))
        return Verdict::next();
    if (!m_runsOnPreflight && exchange.request.method == "OPTIONS") {
        forgetClaims(exchange);
        return Verdict::next();
    }
    const Failure failure = authenticate(exchange, worker);
    if (failure.body.empty())
        return Verdict::next();
    return m_anonymous.isConfigured() ? m_anonymous.use(exchange) : refuse(exchange, failure);
}

Jwt::Failure Jwt::authenticate(Exchange &exchange, const WorkerServices &worker) const
{
    std::string_view token;
    switch (m_sources.find(exchange, token)) {
    case TokenSources::Found::None:
        return {R"({"message":"Unauthorized"})", false};
    case TokenSources::Found::Several:
        return {R"({"message":"Multiple tokens provided"})"};
    case TokenSources::Found::NoText:
        return {R"({"message":"Unrecognizable token"})"};
    case TokenSources::Found::One:
        break;
    }
    const std::int64_t now = worker.nowWall / 1'000'000'000;
    const JwtCache::Entry *known = m_caches.of(worker.worker).find(token);
    if (!known || !m_rules.stillHold(known->times, now))
        return verify(exchange, worker, token);
    if (exchange.trace)
        explain(*exchange.trace, known->credential->key, known->times);
    authenticateAs(exchange, *known->credential->consumer, known->credential->facts, known->credential->key);
    return {};
}

Jwt::Failure Jwt::keyOf(Exchange &exchange, const JwtToken &token, std::string_view &key) const
{
    QJsonValue value = token.claims.value(m_keyClaim);
    if (value.isUndefined() || value.isNull())
        value = token.header.value(m_keyClaim);
    if (value.isUndefined() || value.isNull() || (value.isBool() && !value.toBool()))
        return {m_missingKey};
    if (!value.isString() || value.toString().isEmpty())
        return {m_invalidKey};
    const QByteArray text = value.toString().toUtf8();
    key = exchange.arena.copy({text.constData(), static_cast<std::size_t>(text.size())});
    return {};
}

Jwt::Failure Jwt::checkSignature(const JwtToken &token, const JwtCredential &credential) const
{
    if (token.algorithm != credential.algorithm)
        return {R"({"message":"Invalid algorithm"})"};
    const std::optional<JwtKey> &verifier = m_secretIsBase64 ? credential.base64Verifier : credential.verifier;
    if (!verifier)
        return {R"({"message":"Invalid key/secret"})"};
    const std::string_view signature(token.signature.constData(), static_cast<std::size_t>(token.signature.size()));
    if (!verifier->verifies(*token.algorithm, token.signedText, signature))
        return {R"({"message":"Invalid signature"})"};
    return {};
}

Jwt::Failure Jwt::verify(Exchange &exchange, const WorkerServices &worker, std::string_view text) const
{
    JwtToken token;
    if (const char *wrong = token.parse(text))
        return {exchange.arena.concat({R"({"message":"Bad token; )", wrong, R"("})"})};
    std::string_view key;
    if (const Failure failure = keyOf(exchange, token, key); !failure.body.empty())
        return failure;
    if (exchange.trace)
        explain(*exchange.trace, key, ClaimRules::timesOf(token.claims));
    const JwtCredential *credential = m_credentials->find(key);
    if (!credential)
        return {m_unknownKey};
    if (const Failure failure = checkSignature(token, *credential); !failure.body.empty())
        return failure;
    if (const QJsonObject errors = m_rules.errorsOf(token.claims, worker.nowWall / 1'000'000'000); !errors.isEmpty()) {
        const QByteArray json = QJsonDocument(errors).toJson(QJsonDocument::Compact);
        return {exchange.arena.copy({json.constData(), static_cast<std::size_t>(json.size())})};
    }
    m_caches.of(worker.worker).put(text, *credential, ClaimRules::timesOf(token.claims));
    authenticateAs(exchange, *credential->consumer, credential->facts, credential->key);
    return {};
}

Verdict Jwt::refuse(Exchange &exchange, const Failure &failure) const
{
    exchange.responseEdits.set("WWW-Authenticate", failure.hasToken ? m_tokenChallenge : m_challenge);
    return Verdict::reply({401, ReplyForm::Verbatim, {}, failure.body, "application/json; charset=utf-8"});
}

std::shared_ptr<const void> prepare(const PluginServices &services)
{
    return std::make_shared<const JwtCredentials>(services);
}

Result<std::shared_ptr<const Plugin>> create(const PluginBinding &binding, const PluginServices &services)
{
    return std::shared_ptr<const Plugin>(std::make_shared<const Jwt>(binding, services));
}

} // namespace

const PluginType &jwtPlugin() noexcept
{
    static constexpr PluginType type{QLatin1String("jwt"), 1450, prepare, create, nullptr};
    return type;
}

} // namespace gatehouse
