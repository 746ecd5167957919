// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inspect/token_check.h"
#include "core/plugins/jwt/jwt_token.h"
#include "core/plugins/jwt/token_mint.h"
#include "tests/support/store_fixture.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;

namespace gatehouse {

using Stage = TokenVerdict::Stage;
using Hint = TokenHint::Kind;

class TstTokenCheck : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void stopsAtTheFirstTestThatFails_data();
    void stopsAtTheFirstTestThatFails();
    void hintsAtWhatMayHelp_data();
    void hintsAtWhatMayHelp();
    void findsTheTokenWhereThePluginLooks_data();
    void findsTheTokenWhereThePluginLooks();
    void saysThatNoPluginLooks();

private:
    static constexpr qint64 now = 1'700'000'000;

    QJsonObject add(const char *table, const QJsonObject &row);

    [[nodiscard]] TokenVerdict check(const QByteArray &token) const
    {
        return checkToken(m_store->store.config(), m_route, token, now);
    }

    void configure(const QJsonObject &config);
    [[nodiscard]] static QByteArray
    signedWith(const QByteArray &with, const QJsonObject &claims, const char *algorithm = "HS256");

    std::unique_ptr<StoreFixture> m_store;
    QString m_route;
    QString m_plugin;
};

constexpr auto secret = "c2VjcmV0LXNlY3JldC1zZWNyZXQ";

QJsonObject TstTokenCheck::add(const char *table, const QJsonObject &row)
{
    const StoreOutcome outcome = m_store->store.insert(QLatin1String(table), row, Origin::User);
    if (outcome.error)
        qFatal("%s", qPrintable(outcome.error->message));
    return outcome.entity;
}

void TstTokenCheck::init()
{
    m_store = std::make_unique<StoreFixture>();
    const auto reference = [](const QJsonObject &row) { return QJsonObject{{u"id"_s, row.value("id"_L1)}}; };
    const QJsonObject route = add("routes", {{u"name"_s, u"orders"_s}, {u"paths"_s, QJsonArray{u"/orders"_s}}});
    m_route = route.value("id"_L1).toString();
    m_plugin = add("plugins", {{u"name"_s, u"jwt"_s}, {u"route"_s, reference(route)}}).value("id"_L1).toString();
    const QJsonObject ann = add("consumers", {{u"username"_s, u"ann"_s}});
    add("consumers", {{u"username"_s, u"guest"_s}});
    add("jwt_secrets",
        {{u"key"_s, u"mobile-key"_s}, {u"secret"_s, QLatin1String(secret)}, {u"consumer"_s, reference(ann)}});
    configure({{u"claims_to_verify"_s, QJsonArray{u"exp"_s}}});
}

void TstTokenCheck::configure(const QJsonObject &config)
{
    const StoreOutcome outcome =
        m_store->store.update(u"plugins"_s, EntityKey::id(m_plugin), {{u"config"_s, config}}, Origin::User);
    QVERIFY2(outcome, qPrintable(outcome.error ? outcome.error->message : QString()));
}

QByteArray TstTokenCheck::signedWith(const QByteArray &with, const QJsonObject &claims, const char *algorithm)
{
    return *signToken(claims, *findJwtAlgorithm(algorithm), JwtKey::fromSecret(with));
}

void TstTokenCheck::stopsAtTheFirstTestThatFails_data()
{
    QTest::addColumn<QByteArray>("token");
    QTest::addColumn<int>("stage");
    QTest::addColumn<QString>("body");
    const auto row = [](const char *name, const QByteArray &token, Stage stage, const char *body) {
        QTest::newRow(name) << token << static_cast<int>(stage) << QString::fromLatin1(body);
    };
    const auto claims = [](const QString &key, qint64 expires) {
        return QJsonObject{{u"iss"_s, key}, {u"exp"_s, expires}};
    };
    const QJsonObject good = claims(u"mobile-key"_s, now + 60);
    row("no token", "abc", Stage::Token, R"({"message":"Bad token; invalid JSON"})");
    row("no key", signedWith(secret, {{u"exp"_s, now + 60}}), Stage::Key,
        R"({"message":"No mandatory 'iss' in claims"})");
    row("unknown", signedWith(secret, claims(u"other"_s, now + 60)), Stage::Credential,
        R"({"message":"No credentials found for given 'iss'"})");
    row("algorithm", signedWith(secret, good, "HS512"), Stage::Algorithm, R"({"message":"Invalid algorithm"})");
    row("signature", signedWith("wrong", good), Stage::Signature, R"({"message":"Invalid signature"})");
    row("expired", signedWith(secret, claims(u"mobile-key"_s, now - 1)), Stage::Claims, R"({"exp":"token expired"})");
    row("passes", signedWith(secret, good), Stage::Passed, "");
}

void TstTokenCheck::stopsAtTheFirstTestThatFails()
{
    QFETCH(QByteArray, token);
    const TokenVerdict verdict = check(token);
    QTEST(static_cast<int>(verdict.stage), "stage");
    QTEST(verdict.body, "body");
    QCOMPARE(verdict.status, verdict.stage == Stage::Passed ? 0 : 401);
    QCOMPARE(verdict.consumer, verdict.stage == Stage::Passed ? u"ann"_s : QString());
    QCOMPARE(verdict.pluginId, m_plugin);
}

void TstTokenCheck::hintsAtWhatMayHelp_data()
{
    QTest::addColumn<QJsonObject>("config");
    QTest::addColumn<QByteArray>("token");
    QTest::addColumn<int>("hint"); // -1: none
    QTest::addColumn<QString>("what");
    const auto row = [](const char *name, const QJsonObject &config, const QByteArray &token, int hint,
                        const QString &what) { QTest::newRow(name) << config << token << hint << what; };
    const QJsonObject good{{u"iss"_s, u"mobile-key"_s}, {u"exp"_s, now + 60}};
    const QByteArray decoded = QByteArray::fromBase64(secret, QByteArray::Base64UrlEncoding);
    const auto kind = [](Hint hint) { return static_cast<int>(hint); };
    row("nearly the key", {}, signedWith(secret, {{u"iss"_s, u"mobil-key"_s}}), kind(Hint::NearKey), u"mobile-key"_s);
    row("another word", {}, signedWith(secret, {{u"iss"_s, u"something"_s}}), -1, {});
    row("another claim", {}, signedWith(secret, {{u"sub"_s, u"mobile-key"_s}}), kind(Hint::OtherClaim), u"sub"_s);
    row("signed with what it decodes to", {}, signedWith(decoded, good), kind(Hint::SecretIsBase64), {});
    row("signed with the text", {{u"secret_is_base64"_s, true}}, signedWith(secret, good), kind(Hint::SecretIsText),
        {});
    row("another algorithm", {}, signedWith(secret, good, "HS384"), kind(Hint::OtherAlgorithm), u"HS384"_s);
    const QJsonObject checks{{u"claims_to_verify"_s, QJsonArray{u"exp"_s, u"nbf"_s}}};
    row("just expired", checks,
        signedWith(secret, {{u"iss"_s, u"mobile-key"_s}, {u"exp"_s, now - 12}, {u"nbf"_s, now - 99}}),
        kind(Hint::ClockSkew), u"12"_s);
    row("not valid yet", checks,
        signedWith(secret, {{u"iss"_s, u"mobile-key"_s}, {u"exp"_s, now + 99}, {u"nbf"_s, now + 30}}),
        kind(Hint::ClockSkew), u"30"_s);
    row("long expired", checks,
        signedWith(secret, {{u"iss"_s, u"mobile-key"_s}, {u"exp"_s, now - 4000}, {u"nbf"_s, now - 9000}}), -1, {});
    row("anonymous", {{u"anonymous"_s, u"guest"_s}}, signedWith(secret, {{u"iss"_s, u"something"_s}}),
        kind(Hint::Anonymous), {});
}

void TstTokenCheck::hintsAtWhatMayHelp()
{
    QFETCH(QJsonObject, config);
    QFETCH(QByteArray, token);
    QFETCH(int, hint);
    configure(config);
    const TokenVerdict verdict = check(token);
    QVERIFY(verdict.stage != Stage::Passed);
    QCOMPARE(verdict.hints.size(), hint < 0 ? 0 : 1);
    if (hint < 0)
        return;
    QCOMPARE(static_cast<int>(verdict.hints.first().kind), hint);
    QTEST(verdict.hints.first().what, "what");
}

void TstTokenCheck::findsTheTokenWhereThePluginLooks_data()
{
    QTest::addColumn<QJsonObject>("config");
    const QJsonArray none;
    const QJsonArray name{u"x-token"_s};
    QTest::newRow("header") << QJsonObject{{u"header_names"_s, name}};
    QTest::newRow("argument") << QJsonObject{{u"header_names"_s, none}, {u"uri_param_names"_s, name}};
    QTest::newRow("cookie") << QJsonObject{
        {u"header_names"_s, none}, {u"uri_param_names"_s, none}, {u"cookie_names"_s, name}};
}

void TstTokenCheck::findsTheTokenWhereThePluginLooks()
{
    QFETCH(QJsonObject, config);
    configure(config);
    const TokenVerdict verdict = check(signedWith(secret, {{u"iss"_s, u"mobile-key"_s}, {u"exp"_s, now + 60}}));
    QCOMPARE(verdict.body, QString());
    QCOMPARE(verdict.stage, Stage::Passed);
}

void TstTokenCheck::saysThatNoPluginLooks()
{
    QVERIFY(m_store->store.update(u"plugins"_s, EntityKey::id(m_plugin), {{u"enabled"_s, false}}, Origin::User));
    QCOMPARE(check("abc").stage, Stage::NoPlugin);
}

} // namespace gatehouse

QTEST_GUILESS_MAIN(gatehouse::TstTokenCheck)

#include "tst_token_check.moc"
