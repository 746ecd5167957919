// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plugins/jwt/jwt_token.h"
#include "tests/support/allocation_count.h"
#include "tests/support/exchange_fixture.h"

#include <QJsonDocument>
#include <QTest>

using namespace gatehouse;
using namespace Qt::StringLiterals;

class TestJwt : public QObject
{
    Q_OBJECT

private slots:
    void findsTheToken_data();
    void findsTheToken();
    void refusesWhatIsNoSingleToken_data();
    void refusesWhatIsNoSingleToken();
    void refusesBadTokens_data();
    void refusesBadTokens();
    void checksTimeClaims_data();
    void checksTimeClaims();
    void limitsTheLifetime();
    void namesTheRealm();
    void takesTheKeyFromTheHeaderToo();
    void takesTheKeyFromAnotherClaim();
    void decodesBase64Secrets();
    void letsPreflightsPassWhenTold();
    void fallsBackToTheAnonymousConsumer();
    void tellsTheUpstreamWhoAsks();
    void checksTheTimeOfKnownTokensAgain();
    void doesNotTakeOneTokenForAnother();
    void keepsTokensOfInstancesApart();
    void allocatesNothingForAKnownToken();
};

namespace {

constexpr qint64 now = 1700000000; // where the fixture's clock begins

const QByteArray consumers = R"(
_format_version: "3.0"
consumers:
- username: ann
  id: 5f3ffd1e-3b5e-4b51-8e63-111111111111
  jwt_secrets:
  - {key: ann-key, secret: ann-secret, id: 5f3ffd1e-3b5e-4b51-8e63-222222222222}
  - {key: ann-512, secret: ann-secret, algorithm: HS512}
  - {key: ann-coded, secret: YW5uLXNlY3JldA}
  - {key: ann-uncoded, secret: "not+base64url"}
- username: guest
)";

QByteArray document(const QByteArray &config = {})
{
    return consumers + "plugins:\n- name: jwt\n  config: {" + config + "}\n";
}

QByteArray coded(const QByteArray &part)
{
    return part.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

// Signed with HS256, whatever the header says.
QByteArray tokenOf(const QByteArray &header, const QByteArray &claims, const QByteArray &secret = "ann-secret")
{
    const QByteArray text = coded(header) + '.' + coded(claims);
    return text + '.' + coded(*JwtKey::fromSecret(secret).sign(*findJwtAlgorithm("HS256"), text));
}

QByteArray tokenOf(const QByteArray &claims)
{
    return tokenOf(R"({"typ":"JWT","alg":"HS256"})", claims);
}

const QByteArray good = tokenOf(R"({"iss":"ann-key"})");
const QByteArray other = tokenOf(R"({"iss":"ann-key","sub":"x"})");

QByteArray bearer(const QByteArray &token)
{
    return "Authorization: Bearer " + token + "\r\n";
}

QByteArray message(const QByteArray &text)
{
    return R"({"message":")" + text + R"("})";
}

} // namespace

void TestJwt::findsTheToken_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QByteArray>("fields");
    QTest::newRow("header") << QByteArray("/r") << bearer(good);
    QTest::newRow("lower-case scheme") << QByteArray("/r") << QByteArray("authorization: bearer " + good + "\r\n");
    QTest::newRow("behind other words") << QByteArray("/r") << QByteArray("Authorization: x Bearer \t" + good + "\r\n");
    QTest::newRow("query") << QByteArray("/r?jwt=" + good) << QByteArray();
    QTest::newRow("second name of the query") << QByteArray("/r?token=" + good) << QByteArray();
    QTest::newRow("cookie") << QByteArray("/r") << QByteArray("Cookie: a=b; session=" + good + "; c=d\r\n");
    QTest::newRow("the first of two cookies")
        << QByteArray("/r") << QByteArray("Cookie: session=" + good + "; session=x\r\n");
    QTest::newRow("cookie in any case") << QByteArray("/r") << QByteArray("Cookie: Session = " + good + "\r\n");
    QTest::newRow("second header") << QByteArray("/r") << QByteArray("X-Token: Bearer " + good + "\r\n");
    QTest::newRow("the same in two places") << QByteArray("/r?jwt=" + good) << bearer(good);
    QTest::newRow("empty ones do not count") << QByteArray("/r?jwt=&jwt=" + good) << QByteArray("Cookie: session=\r\n");
}

void TestJwt::findsTheToken()
{
    QFETCH(QByteArray, target);
    QFETCH(QByteArray, fields);
    ExchangeFixture fixture(
        document("uri_param_names: [jwt, token], cookie_names: [session], header_names: [authorization, x-token]"));
    const Answer answer = fixture.get(target, fields);
    QCOMPARE(answer.text, QByteArray());
    QCOMPARE(answer.status, 0);
    QCOMPARE(fixture.upstreamField("X-Consumer-Username"), QByteArray("ann"));
}

void TestJwt::refusesWhatIsNoSingleToken_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QByteArray>("fields");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("challenge");
    const QByteArray plain = "Bearer";
    const QByteArray invalid = R"(Bearer error="invalid_token")";
    const QByteArray none = message("Unauthorized");
    const QByteArray several = message("Multiple tokens provided");
    QTest::newRow("nothing") << QByteArray("/r") << QByteArray() << none << plain;
    QTest::newRow("another scheme") << QByteArray("/r") << QByteArray("Authorization: Basic YTpi\r\n") << none << plain;
    QTest::newRow("no blank") << QByteArray("/r") << QByteArray("Authorization: Bearer" + good + "\r\n") << none
                              << plain;
    QTest::newRow("cookies are off") << QByteArray("/r") << QByteArray("Cookie: jwt=" + good + "\r\n") << none << plain;
    QTest::newRow("query and header") << QByteArray("/r?jwt=" + other) << bearer(good) << several << invalid;
    QTest::newRow("twice in the query") << QByteArray("/r?jwt=" + good + "&jwt=" + other) << QByteArray() << several
                                        << invalid;
    QTest::newRow("no value") << QByteArray("/r?jwt") << QByteArray() << message("Unrecognizable token") << invalid;
}

void TestJwt::refusesWhatIsNoSingleToken()
{
    QFETCH(QByteArray, target);
    QFETCH(QByteArray, fields);
    ExchangeFixture fixture(document());
    const Answer answer = fixture.get(target, fields);
    QCOMPARE(answer.status, 401);
    QTEST(answer.text, "text");
    QTEST(answer.challenge, "challenge");
}

void TestJwt::refusesBadTokens_data()
{
    QTest::addColumn<QByteArray>("token");
    QTest::addColumn<QByteArray>("text");
    const QByteArray json = message("Bad token; invalid JSON");
    const QByteArray alg = message("Bad token; invalid alg");
    const QByteArray header = R"({"alg":"HS256"})";
    const QByteArray claims = R"({"iss":"ann-key"})";
    QTest::newRow("one word") << QByteArray("abc") << json;
    QTest::newRow("two segments") << QByteArray(coded(header) + '.' + coded(claims)) << json;
    QTest::newRow("header is no JSON") << tokenOf("{oops", claims) << json;
    QTest::newRow("claims are no JSON") << tokenOf(header, "{oops") << json;
    QTest::newRow("no alg") << tokenOf(R"({"typ":"JWT"})", claims) << alg;
    QTest::newRow("alg none") << tokenOf(R"({"alg":"none"})", claims) << alg;
    QTest::newRow("alg in another case") << tokenOf(R"({"alg":"hs256"})", claims) << alg;
    QTest::newRow("alg is no text") << tokenOf(R"({"alg":1})", claims) << alg;
    QTest::newRow("signature is no base64")
        << QByteArray(coded(header) + '.' + coded(claims) + ".%%%%") << message("Bad token; invalid signature");
    QTest::newRow("no key") << tokenOf("{}") << message("No mandatory 'iss' in claims");
    QTest::newRow("claims are a list") << tokenOf("[]") << message("No mandatory 'iss' in claims");
    QTest::newRow("empty key") << tokenOf(R"({"iss":""})") << message("Invalid 'iss' in claims");
    QTest::newRow("unknown key") << tokenOf(R"({"iss":"x"})") << message("No credentials found for given 'iss'");
    QTest::newRow("another algorithm") << tokenOf(R"({"iss":"ann-512"})") << message("Invalid algorithm");
    QTest::newRow("another secret") << tokenOf(header, claims, "x") << message("Invalid signature");
    QTest::newRow("no signature") << QByteArray(coded(header) + '.' + coded(claims) + '.')
                                  << message("Invalid signature");
    QTest::newRow("a fourth segment") << QByteArray(good + ".x") << message("Bad token; invalid signature");
}

void TestJwt::refusesBadTokens()
{
    QFETCH(QByteArray, token);
    ExchangeFixture fixture(document());
    const Answer answer = fixture.get("/r", bearer(token));
    QCOMPARE(answer.status, 401);
    QTEST(answer.text, "text");
    QCOMPARE(answer.challenge, QByteArray(R"(Bearer error="invalid_token")"));
}

void TestJwt::checksTimeClaims_data()
{
    QTest::addColumn<QByteArray>("claims");
    QTest::addColumn<QByteArray>("text"); // empty: it passes
    const auto at = [](const char *claim, qint64 seconds) -> QByteArray {
        return QByteArray(R"(,")") + claim + R"(":)" + QByteArray::number(seconds);
    };
    const QByteArray expired = R"({"exp":"token expired"})";
    QTest::newRow("valid") << QByteArray(at("exp", now + 1) + at("nbf", now)) << QByteArray();
    QTest::newRow("expires this second") << QByteArray(at("exp", now) + at("nbf", now)) << expired;
    QTest::newRow("not yet") << QByteArray(at("exp", now + 9) + at("nbf", now + 1))
                             << QByteArray(R"({"nbf":"token not valid yet"})");
    QTest::newRow("no numbers") << QByteArray(R"(,"exp":"1","nbf":null)")
                                << QByteArray(R"({"exp":"must be a number","nbf":"must be a number"})");
    QTest::newRow("absent") << QByteArray() << QByteArray(R"({"exp":"must be a number","nbf":"must be a number"})");
    QTest::newRow("both wrong") << QByteArray(at("exp", now - 1) + at("nbf", now + 1))
                                << QByteArray(R"({"exp":"token expired","nbf":"token not valid yet"})");
}

void TestJwt::checksTimeClaims()
{
    QFETCH(QByteArray, claims);
    ExchangeFixture fixture(document("claims_to_verify: [exp, nbf]"));
    QTEST(fixture.get("/r", bearer(tokenOf(R"({"iss":"ann-key")" + claims + '}'))).text, "text");
    ExchangeFixture unchecked(document());
    QCOMPARE(unchecked.get("/r", bearer(tokenOf(R"({"iss":"ann-key")" + claims + '}'))).status, 0);
}

void TestJwt::limitsTheLifetime()
{
    ExchangeFixture fixture(document("claims_to_verify: [exp], maximum_expiration: 300"));
    const auto expiringIn = [](qint64 seconds) {
        return bearer(tokenOf(R"({"iss":"ann-key","exp":)" + QByteArray::number(now + seconds) + '}'));
    };
    QCOMPARE(fixture.get("/r", expiringIn(300)).status, 0);
    QCOMPARE(fixture.get("/r", expiringIn(301)).text, QByteArray(R"({"exp":"exceeds maximum allowed expiration"})"));
}

void TestJwt::namesTheRealm()
{
    ExchangeFixture fixture(document("realm: house"));
    QCOMPARE(fixture.get("/r").challenge, QByteArray(R"(Bearer realm="house")"));
    QCOMPARE(fixture.get("/r", bearer("x")).challenge, QByteArray(R"(Bearer realm="house" error="invalid_token")"));
}

void TestJwt::takesTheKeyFromTheHeaderToo()
{
    ExchangeFixture fixture(document());
    QCOMPARE(fixture.get("/r", bearer(tokenOf(R"({"alg":"HS256","iss":"ann-key"})", "{}"))).status, 0);
    // The claims come first.
    QCOMPARE(fixture.get("/r", bearer(tokenOf(R"({"alg":"HS256","iss":"ann-key"})", R"({"iss":"x"})"))).status, 401);
}

void TestJwt::takesTheKeyFromAnotherClaim()
{
    ExchangeFixture fixture(document("key_claim_name: kid"));
    QCOMPARE(fixture.get("/r", bearer(tokenOf(R"({"alg":"HS256","kid":"ann-key"})", "{}"))).status, 0);
    QCOMPARE(fixture.get("/r", bearer(good)).text, message("No mandatory 'kid' in claims"));
}

void TestJwt::decodesBase64Secrets()
{
    ExchangeFixture fixture(document("secret_is_base64: true"));
    QCOMPARE(fixture.get("/r", bearer(tokenOf(R"({"iss":"ann-coded"})"))).status, 0);
    QCOMPARE(fixture.get("/r", bearer(tokenOf(R"({"iss":"ann-uncoded"})"))).text, message("Invalid key/secret"));
}

void TestJwt::letsPreflightsPassWhenTold()
{
    const QByteArray preflight = "OPTIONS /r HTTP/1.1\r\nHost: gw.test\r\n\r\n";
    ExchangeFixture fixture(document("run_on_preflight: false"));
    fixture.receive(preflight);
    QCOMPARE(fixture.access().status, 0);
    QVERIFY(!fixture.exchange().consumer);
    ExchangeFixture byDefault(document());
    byDefault.receive(preflight);
    QCOMPARE(byDefault.access().status, 401);
}

void TestJwt::fallsBackToTheAnonymousConsumer()
{
    ExchangeFixture fixture(document("anonymous: guest"));
    const Answer answer = fixture.get("/r", bearer("abc"));
    QCOMPARE(answer.status, 0);
    QCOMPARE(answer.challenge, QByteArray());
    QCOMPARE(fixture.upstreamField("X-Consumer-Username"), QByteArray("guest"));
    QCOMPARE(fixture.upstreamField("X-Anonymous-Consumer"), QByteArray("true"));
    QVERIFY(!fixture.exchange().credential);
    ExchangeFixture nobody(document("anonymous: nobody"));
    QCOMPARE(nobody.get("/r").status, 500);
    QCOMPARE(nobody.get("/r", bearer(good)).status, 0);
}

void TestJwt::tellsTheUpstreamWhoAsks()
{
    ExchangeFixture fixture(document());
    // The second time from the cache.
    for (int i = 0; i < 2; ++i) {
        fixture.get("/r", bearer(good) + "X_Consumer_ID: forged\r\nX-Anonymous-Consumer: true\r\n");
        QCOMPARE(fixture.upstreamField("X-Consumer-ID"), QByteArray("5f3ffd1e-3b5e-4b51-8e63-111111111111"));
        QCOMPARE(fixture.upstreamField("X-Credential-Identifier"), QByteArray("ann-key"));
        QVERIFY(fixture.dropsField("X-Consumer-Custom-ID"));
        QVERIFY(fixture.dropsField("X-Anonymous-Consumer"));
        QVERIFY(!fixture.dropsField("Authorization"));
        QVERIFY(fixture.exchange().credential->id == "5f3ffd1e-3b5e-4b51-8e63-222222222222");
    }
}

void TestJwt::checksTheTimeOfKnownTokensAgain()
{
    ExchangeFixture fixture(document("claims_to_verify: [exp]"));
    const QByteArray fields = bearer(tokenOf(R"({"iss":"ann-key","exp":1700000060})"));
    QCOMPARE(fixture.get("/r", fields).status, 0);
    fixture.clock().advance(std::chrono::seconds(59));
    QCOMPARE(fixture.get("/r", fields).status, 0);
    fixture.clock().advance(std::chrono::seconds(1));
    QCOMPARE(fixture.get("/r", fields).text, QByteArray(R"({"exp":"token expired"})"));
}

void TestJwt::doesNotTakeOneTokenForAnother()
{
    ExchangeFixture fixture(document());
    QCOMPARE(fixture.get("/r", bearer(good)).status, 0);
    for (qsizetype i = 0; i < good.size(); ++i) {
        QByteArray forged = good;
        forged[i] = forged[i] == 'A' ? 'B' : 'A';
        // The last character of 32 bytes carries two bits that mean nothing.
        const bool isSame = i == good.size() - 1;
        const Answer answer = fixture.get("/r", bearer(forged));
        if (!isSame)
            QCOMPARE(answer.status, 401);
    }
    QCOMPARE(fixture.get("/r", bearer(good.chopped(4))).status, 401);
}

void TestJwt::keepsTokensOfInstancesApart()
{
    // Both instances run on every request here: the second one must not trust what the first one verified.
    ExchangeFixture fixture(consumers + R"(
services:
- {name: a, url: "http://a.test", plugins: [{name: jwt}]}
- {name: b, url: "http://b.test", plugins: [{name: jwt, config: {secret_is_base64: true}}]}
)");
    for (int i = 0; i < 2; ++i)
        QCOMPARE(fixture.get("/r", bearer(good)).status, 401);
}

void TestJwt::allocatesNothingForAKnownToken()
{
    if (!countsAllocations())
        QSKIP("Allocations cannot be counted here.");
    ExchangeFixture fixture(document("claims_to_verify: [exp]"));
    const QByteArray fields = bearer(tokenOf(R"({"iss":"ann-key","exp":1700000060})"));
    fixture.get("/r?a=%41", fields);
    fixture.receiveGet("/r?a=%41", fields);
    const std::size_t before = allocationCount();
    const Answer answer = fixture.access();
    QCOMPARE(allocationCount() - before, std::size_t(0));
    QCOMPARE(answer.status, 0);
}

QTEST_GUILESS_MAIN(TestJwt)
#include "tst_jwt.moc"
