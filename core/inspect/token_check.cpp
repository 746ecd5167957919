// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inspect/token_check.h"

#include "core/inspect/effective_plugins.h"
#include "core/inspect/group_names.h"
#include "core/inspect/plugin_maker.h"
#include "core/model/row_name.h"
#include "core/plugins/jwt/jwt_token.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <cmath>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

using Stage = TokenVerdict::Stage;

constexpr double skewAllowed = 300; // seconds; clocks that differ by more are not a likely reason

std::string_view view(const QByteArray &text)
{
    return {text.constData(), static_cast<std::size_t>(text.size())};
}

// Where the plugin stopped is told by what it says; the texts are Kong's.
Stage stageOf(const QString &message, bool hasMessage)
{
    static constexpr std::pair<QLatin1StringView, Stage> beginnings[] = {
        {"Unauthorized"_L1, Stage::Token},          {"Multiple tokens"_L1, Stage::Token},
        {"Unrecognizable token"_L1, Stage::Token},  {"Bad token"_L1, Stage::Token},
        {"Invalid algorithm"_L1, Stage::Algorithm}, {"Invalid key/secret"_L1, Stage::Secret},
        {"Invalid signature"_L1, Stage::Signature}, {"No credentials found"_L1, Stage::Credential}};
    if (!hasMessage)
        return Stage::Claims; // {"exp":"token expired"}
    for (const auto &[text, stage] : beginnings) {
        if (message.startsWith(text))
            return stage;
    }
    return Stage::Key;
}

// A request with the token where this configuration of the plugin takes it from. The texts must outlive its use.
struct TokenRequest {
    TokenRequest(const QJsonObject &config, const QByteArray &token)
        : name(config.value("header_names"_L1)[0].toString().toUtf8())
        , value("Bearer " + token)
    {
        exchange->reset();
        exchange->request = {};
        exchange->request.method = "GET";
        exchange->request.path = "/";
        const QByteArray argument = config.value("uri_param_names"_L1)[0].toString().toUtf8();
        if (name.isEmpty() && !argument.isEmpty()) {
            value = '?' + argument.toPercentEncoding() + '=' + token.toPercentEncoding();
            exchange->request.query = view(value);
            return;
        }
        if (name.isEmpty()) {
            name = "Cookie";
            value = config.value("cookie_names"_L1)[0].toString().toUtf8() + '=' + token;
        }
        [[maybe_unused]] const bool hasRoom =
            exchange->request.fields.push({view(name), view(value), http::fieldId(view(name))});
        Q_ASSERT(hasRoom);
    }

    QByteArray name;
    QByteArray value;
    std::unique_ptr<Exchange> exchange = std::make_unique<Exchange>();
};

TokenVerdict ask(PluginMaker &maker, QJsonObject row, const QByteArray &token, qint64 nowSeconds)
{
    QJsonObject config = row.value("config"_L1).toObject();
    config.remove(u"anonymous"_s); // it would hide what is wrong
    row.insert(u"config"_s, config);
    TokenVerdict verdict;
    verdict.pluginId = row.value("id"_L1).toString();
    const auto plugin = maker.make(row);
    if (!plugin)
        return verdict;
    TokenRequest request(config, token);
    WorkerServices worker;
    worker.nowWall = nowSeconds * 1'000'000'000;
    const Verdict said = plugin->onRequest(*request.exchange, worker, {});
    if (said.kind() == Verdict::Kind::Next) {
        verdict.stage = Stage::Passed;
        if (const ConsumerFacts *consumer = request.exchange->consumer)
            verdict.consumer =
                QString::fromStdString(consumer->username.empty() ? consumer->customId : consumer->username);
        return verdict;
    }
    const Reply &answer = said.answer();
    verdict.status = answer.status;
    verdict.body = QString::fromUtf8(answer.body.data(), static_cast<qsizetype>(answer.body.size()));
    const QJsonValue message = QJsonDocument::fromJson(verdict.body.toUtf8()).object().value("message"_L1);
    verdict.message = message.isString() ? message.toString() : verdict.body;
    verdict.stage = stageOf(verdict.message, message.isString());
    return verdict;
}

QString consumerOf(const Config &config, const QJsonObject &credential)
{
    return shownName(config.find(u"consumers"_s, foreignId(credential, u"consumer"_s)).value_or(QJsonObject()));
}

void hintAtKeys(const Config &config, const JwtToken &token, TokenVerdict &verdict)
{
    const Table &credentials = config.table(u"jwt_secrets"_s);
    for (const QJsonObject &part : {token.claims, token.header}) {
        for (auto claim = part.begin(); claim != part.end(); ++claim) {
            const bool isKnown = claim.value().isString() && credentials.findBy(u"key"_s, claim.value());
            if (isKnown && claim.key() != verdict.keyClaim)
                verdict.hints << TokenHint{TokenHint::Kind::OtherClaim, claim.key(), {}};
        }
    }
    QStringList keys;
    for (const QJsonObject &row : credentials.rows())
        keys << row.value("key"_L1).toString();
    const QString near = verdict.key.isEmpty() ? QString() : nearestName(verdict.key, keys);
    if (const auto row = near.isEmpty() ? std::nullopt : credentials.findBy(u"key"_s, near))
        verdict.hints << TokenHint{TokenHint::Kind::NearKey, near, consumerOf(config, *row)};
}

// Whether the other way of reading the secret would have done.
void hintAtBase64(PluginMaker &maker, QJsonObject row, const QByteArray &token, qint64 now, TokenVerdict &verdict)
{
    QJsonObject config = row.value("config"_L1).toObject();
    const bool isBase64 = config.value("secret_is_base64"_L1).toBool();
    config.insert(u"secret_is_base64"_s, !isBase64);
    row.insert(u"config"_s, config);
    const Stage other = ask(maker, row, token, now).stage;
    if (other == Stage::Claims || other == Stage::Passed)
        verdict.hints << TokenHint{isBase64 ? TokenHint::Kind::SecretIsText : TokenHint::Kind::SecretIsBase64, {}, {}};
}

void hintAtSkew(const JwtToken &token, qint64 now, TokenVerdict &verdict)
{
    const double sinceExpiry = static_cast<double>(now) - token.claims.value("exp"_L1).toDouble(-1);
    const double untilValid = token.claims.value("nbf"_L1).toDouble(-1) - static_cast<double>(now);
    const double skew = sinceExpiry >= 0 && sinceExpiry <= skewAllowed ? sinceExpiry : untilValid;
    if (skew >= 0 && skew <= skewAllowed)
        verdict.hints << TokenHint{TokenHint::Kind::ClockSkew, QString::number(std::lround(skew)), {}};
}

void addHints(PluginMaker &maker,
              const Config &config,
              const QJsonObject &row,
              const QByteArray &text,
              qint64 now,
              TokenVerdict &verdict)
{
    JwtToken token;
    if (token.parse(view(text)) == nullptr) {
        const QJsonValue claim = token.claims.value(verdict.keyClaim);
        verdict.key = (claim.isString() ? claim : token.header.value(verdict.keyClaim)).toString();
    }
    if (verdict.stage == Stage::Key || verdict.stage == Stage::Credential)
        hintAtKeys(config, token, verdict);
    if (verdict.stage == Stage::Signature || verdict.stage == Stage::Secret)
        hintAtBase64(maker, row, text, now, verdict);
    if (verdict.stage == Stage::Claims)
        hintAtSkew(token, now, verdict);
    const auto credential = config.table(u"jwt_secrets"_s).findBy(u"key"_s, verdict.key);
    if (verdict.stage == Stage::Algorithm && credential)
        verdict.hints << TokenHint{TokenHint::Kind::OtherAlgorithm, token.header.value("alg"_L1).toString(),
                                   credential->value("algorithm"_L1).toString(u"HS256"_s)};
    const QString anonymous = row.value("config"_L1).toObject().value("anonymous"_L1).toString();
    if (verdict.stage != Stage::Passed && !anonymous.isEmpty()) {
        const auto consumer = config.find(u"consumers"_s, anonymous);
        verdict.hints << TokenHint{TokenHint::Kind::Anonymous, {}, consumer ? shownName(*consumer) : anonymous};
    }
}

} // namespace

TokenVerdict checkToken(const Config &config, const QString &routeId, const QByteArray &token, qint64 nowSeconds)
{
    const auto row = EffectivePlugins(config).instance(u"jwt"_s, routeId, {});
    if (!row)
        return {};
    PluginMaker maker(config);
    TokenVerdict verdict = ask(maker, *row, token, nowSeconds);
    verdict.keyClaim = row->value("config"_L1).toObject().value("key_claim_name"_L1).toString(u"iss"_s);
    addHints(maker, config, *row, token, nowSeconds, verdict);
    return verdict;
}

} // namespace gatehouse
