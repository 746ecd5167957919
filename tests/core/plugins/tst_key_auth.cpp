// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/allocation_count.h"
#include "tests/support/exchange_fixture.h"
#include "tests/support/octets.h"

#include <QJsonDocument>
#include <QTest>

using namespace gatehouse;

class TestKeyAuth : public QObject
{
    Q_OBJECT

private slots:
    void findsTheKey_data();
    void findsTheKey();
    void refuses_data();
    void refuses();
    void namesTheRealm();
    void tellsTheUpstreamWhoAsks();
    void looksUpNamesInOrder();
    void takesDashesForUnderscoresOfTheConfiguredName();
    void looksOnlyWhereItIsTold();
    void refusesAnExpiredKey();
    void letsPreflightsPassWhenTold();
    void fallsBackToTheAnonymousConsumer();
    void leavesAnAuthenticatedClientAlone();
    void hidesTheKeyInTheQuery_data();
    void hidesTheKeyInTheQuery();
    void hidesTheKeyInTheHeader();
    void findsTheKeyInTheBody_data();
    void findsTheKeyInTheBody();
    void hidesTheKeyInTheBody_data();
    void hidesTheKeyInTheBody();
    void leavesBodiesOfOtherKindsAlone();
    void asksForTheBodyOnlyWhenNeeded();
    void allocatesNothingForAKnownKey();
};

namespace {

const QByteArray consumers = R"(
_format_version: "3.0"
consumers:
- username: ann
  id: 5f3ffd1e-3b5e-4b51-8e63-111111111111
  keyauth_credentials:
  - {key: ann-key, id: 5f3ffd1e-3b5e-4b51-8e63-222222222222}
  - {key: short-lived, ttl: 1700000060}
  jwt_secrets:
  - {key: ann-jwt, secret: s}
- username: bob
  custom_id: b-1
  keyauth_credentials:
  - {key: "bob key"}
- username: guest
)";

QByteArray document(const QByteArray &config)
{
    return consumers + "plugins:\n- name: key-auth\n  config: {" + config + "}\n";
}

QByteArray post(const QByteArray &type, const QByteArray &body, const QByteArray &fields = {})
{
    return "POST /r HTTP/1.1\r\nHost: gw.test\r\nContent-Type: " + type + "\r\n" + fields +
           "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

const QByteArray formType = "application/x-www-form-urlencoded";
const QByteArray multipartType = "multipart/form-data; boundary=XX";

QByteArray part(const QByteArray &name, const QByteArray &value)
{
    return "--XX\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
}

} // namespace

void TestKeyAuth::findsTheKey_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QByteArray>("fields");
    QTest::addColumn<QByteArray>("consumer");
    QTest::newRow("header") << QByteArray("/r") << QByteArray("apikey: ann-key\r\n") << QByteArray("ann");
    QTest::newRow("header in capitals") << QByteArray("/r") << QByteArray("APIKEY: ann-key\r\n") << QByteArray("ann");
    QTest::newRow("query") << QByteArray("/r?x=1&apikey=ann-key") << QByteArray() << QByteArray("ann");
    QTest::newRow("query, escaped") << QByteArray("/r?apikey=bob%20key") << QByteArray() << QByteArray("bob");
    QTest::newRow("query, plus") << QByteArray("/r?apikey=bob+key") << QByteArray() << QByteArray("bob");
    QTest::newRow("header before query") << QByteArray("/r?apikey=ann-key") << QByteArray("apikey: bob key\r\n")
                                         << QByteArray("bob");
}

void TestKeyAuth::findsTheKey()
{
    QFETCH(QByteArray, target);
    QFETCH(QByteArray, fields);
    ExchangeFixture fixture(document({}));
    QCOMPARE(fixture.get(target, fields).status, 0);
    QTEST(fixture.upstreamField("X-Consumer-Username"), "consumer");
}

void TestKeyAuth::refuses_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QByteArray>("fields");
    QTest::addColumn<QByteArray>("message");
    const QByteArray missing = "No API key found in request";
    QTest::newRow("nothing") << QByteArray("/r") << QByteArray() << missing;
    QTest::newRow("empty header") << QByteArray("/r?apikey=ann-key") << QByteArray("apikey:\r\n") << missing;
    QTest::newRow("empty argument") << QByteArray("/r?apikey=") << QByteArray() << missing;
    QTest::newRow("argument without a value") << QByteArray("/r?apikey") << QByteArray() << missing;
    QTest::newRow("argument of another case") << QByteArray("/r?APIKEY=ann-key") << QByteArray() << missing;
    QTest::newRow("unknown") << QByteArray("/r") << QByteArray("apikey: nope\r\n") << QByteArray("Unauthorized");
    QTest::newRow("another case") << QByteArray("/r") << QByteArray("apikey: ANN-KEY\r\n")
                                  << QByteArray("Unauthorized");
    const QByteArray duplicate = "Duplicate API key found";
    QTest::newRow("two headers") << QByteArray("/r") << QByteArray("apikey: ann-key\r\nApiKey: ann-key\r\n")
                                 << duplicate;
    QTest::newRow("two arguments") << QByteArray("/r?apikey=ann-key&apikey=ann-key") << QByteArray() << duplicate;
    QTest::newRow("one of two without a value") << QByteArray("/r?apikey&apikey=ann-key") << QByteArray() << duplicate;
}

void TestKeyAuth::refuses()
{
    QFETCH(QByteArray, target);
    QFETCH(QByteArray, fields);
    ExchangeFixture fixture(document({}));
    const Answer answer = fixture.get(target, fields);
    QCOMPARE(answer.status, 401);
    QTEST(answer.text, "message");
    QCOMPARE(answer.challenge, QByteArray("Key"));
    QVERIFY(!fixture.exchange().consumer);
}

void TestKeyAuth::namesTheRealm()
{
    ExchangeFixture fixture(document("realm: the house"));
    QCOMPARE(fixture.get("/r").challenge, QByteArray("Key realm=\"the house\""));
}

void TestKeyAuth::tellsTheUpstreamWhoAsks()
{
    ExchangeFixture fixture(document({}));
    fixture.get("/r", "apikey: ann-key\r\nX-Consumer-Custom-ID: forged\r\nX_Anonymous_Consumer: true\r\n");
    QCOMPARE(fixture.upstreamField("X-Consumer-ID"), QByteArray("5f3ffd1e-3b5e-4b51-8e63-111111111111"));
    QCOMPARE(fixture.upstreamField("X-Credential-Identifier"), QByteArray("5f3ffd1e-3b5e-4b51-8e63-222222222222"));
    QVERIFY(fixture.dropsField("X-Consumer-Custom-ID"));
    QVERIFY(fixture.dropsField("X-Anonymous-Consumer"));
    QVERIFY(!fixture.dropsField("apikey"));
}

void TestKeyAuth::looksUpNamesInOrder()
{
    ExchangeFixture fixture(document("key_names: [X-Key, token]"));
    fixture.get("/r", "token: ann-key\r\nX-Key: bob key\r\n");
    QCOMPARE(fixture.upstreamField("X-Consumer-Username"), QByteArray("bob"));
    fixture.get("/r?X-Key&token=ann-key");
    QCOMPARE(fixture.upstreamField("X-Consumer-Username"), QByteArray("ann"));
}

void TestKeyAuth::takesDashesForUnderscoresOfTheConfiguredName()
{
    ExchangeFixture fixture(document("key_names: [x_key]"));
    QCOMPARE(fixture.get("/r", "X-Key: ann-key\r\n").status, 0);
    QCOMPARE(fixture.get("/r", "X_Key: ann-key\r\n").status, 0);
}

void TestKeyAuth::looksOnlyWhereItIsTold()
{
    ExchangeFixture noQuery(document("key_in_query: false"));
    QCOMPARE(noQuery.get("/r?apikey=ann-key").status, 401);
    ExchangeFixture noHeader(document("key_in_header: false"));
    QCOMPARE(noHeader.get("/r", "apikey: ann-key\r\n").status, 401);
    noHeader.receive(post(formType, "apikey=ann-key"));
    QCOMPARE(noHeader.access().status, 401);
}

void TestKeyAuth::refusesAnExpiredKey()
{
    ExchangeFixture fixture(document({}));
    QCOMPARE(fixture.get("/r", "apikey: short-lived\r\n").status, 0);
    fixture.clock().advance(std::chrono::seconds(60));
    QCOMPARE(fixture.get("/r", "apikey: short-lived\r\n").text, QByteArray("Unauthorized"));
}

void TestKeyAuth::letsPreflightsPassWhenTold()
{
    ExchangeFixture fixture(document("run_on_preflight: false"));
    fixture.receive("OPTIONS /r HTTP/1.1\r\nHost: gw.test\r\n\r\n");
    QCOMPARE(fixture.access().status, 0);
    QVERIFY(!fixture.exchange().consumer);
    ExchangeFixture byDefault(document({}));
    byDefault.receive("OPTIONS /r HTTP/1.1\r\nHost: gw.test\r\n\r\n");
    QCOMPARE(byDefault.access().status, 401);
}

void TestKeyAuth::fallsBackToTheAnonymousConsumer()
{
    ExchangeFixture fixture(document("anonymous: guest"));
    QCOMPARE(fixture.get("/r", "apikey: a\r\napikey: b\r\nX-Credential-Identifier: forged\r\n").status, 0);
    QCOMPARE(fixture.upstreamField("X-Consumer-Username"), QByteArray("guest"));
    QCOMPARE(fixture.upstreamField("X-Anonymous-Consumer"), QByteArray("true"));
    QVERIFY(fixture.dropsField("X-Credential-Identifier"));
    QVERIFY(!fixture.exchange().credential);
}

void TestKeyAuth::leavesAnAuthenticatedClientAlone()
{
    ExchangeFixture fixture(document("anonymous: guest, hide_credentials: true"));
    static const std::string id = "another-credential";
    static const CredentialFacts credential{id};
    fixture.receiveGet("/r", "apikey: ann-key\r\n");
    fixture.exchange().credential = &credential;
    QCOMPARE(fixture.access().status, 0);
    QVERIFY(fixture.exchange().requestEdits.empty());
}

void TestKeyAuth::hidesTheKeyInTheQuery_data()
{
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<QByteArray>("sent");
    QTest::newRow("alone") << QByteArray("?apikey=ann-key") << QByteArray();
    QTest::newRow("order is kept") << QByteArray("?b=2&apikey=ann-key&a=1&b=1") << QByteArray("?b=2&a=1&b=1");
    QTest::newRow("escaped anew") << QByteArray("?apikey=ann-key&q=a+b%2fc~") << QByteArray("?q=a%20b%2Fc%7E");
    QTest::newRow("escaped name") << QByteArray("?api%6bey=ann-key&x=1") << QByteArray("?x=1");
    QTest::newRow("without a value") << QByteArray("?x&apikey=ann-key") << QByteArray("?x=");
}

void TestKeyAuth::hidesTheKeyInTheQuery()
{
    QFETCH(QByteArray, query);
    ExchangeFixture fixture(document("hide_credentials: true"));
    QCOMPARE(fixture.get("/r" + query).status, 0);
    QTEST(bytes(fixture.exchange().query()), "sent");
}

void TestKeyAuth::hidesTheKeyInTheHeader()
{
    ExchangeFixture fixture(document("hide_credentials: true"));
    fixture.get("/r?apikey=other&x=1", "apikey: ann-key\r\n");
    QVERIFY(fixture.dropsField("apikey"));
    QCOMPARE(bytes(fixture.exchange().query()), QByteArray("?x=1"));
    QCOMPARE(fixture.get("/r", "apikey: unknown\r\n").status, 401);
    QVERIFY(fixture.dropsField("apikey"));
}

void TestKeyAuth::findsTheKeyInTheBody_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("message"); // empty: it passes
    const QByteArray missing = "No API key found in request";
    const QByteArray duplicate = "Duplicate API key found";
    const QByteArray json = "application/json; charset=utf-8";
    QTest::newRow("form") << formType << QByteArray("a=1&apikey=ann-key") << QByteArray();
    QTest::newRow("form, two") << formType << QByteArray("apikey=a&apikey=b") << duplicate;
    QTest::newRow("form, list name") << formType << QByteArray("apikey[]=ann-key&apikey[1]=ann-key") << missing;
    QTest::newRow("json") << json << QByteArray(R"({"apikey":"ann-key"})") << QByteArray();
    QTest::newRow("json, escaped") << json << QByteArray(R"({"apikey":"\u0061nn-key"})") << QByteArray();
    QTest::newRow("json, number") << json << QByteArray(R"({"apikey":1})") << missing;
    QTest::newRow("json, list") << json << QByteArray(R"({"apikey":["ann-key"]})") << duplicate;
    QTest::newRow("json, no object") << json << QByteArray(R"(["apikey"])") << missing;
    QTest::newRow("json, broken") << json << QByteArray(R"({"apikey":)") << missing;
    QTest::newRow("multipart") << multipartType << QByteArray(part("x", "1") + part("apikey", "ann-key") + "--XX--\r\n")
                               << QByteArray();
    QTest::newRow("multipart, never ends") << multipartType << part("apikey", "nope") << QByteArray("Unauthorized");
    QTest::newRow("multipart, no boundary")
        << QByteArray("multipart/form-data") << QByteArray(part("apikey", "ann-key") + "--XX--\r\n") << missing;
    QTest::newRow("text") << QByteArray("text/plain") << QByteArray("apikey=ann-key") << missing;
}

void TestKeyAuth::findsTheKeyInTheBody()
{
    QFETCH(QByteArray, type);
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, message);
    ExchangeFixture fixture(document("key_in_body: true"));
    fixture.receive(post(type, body));
    const Answer answer = fixture.access();
    QCOMPARE(answer.status, message.isEmpty() ? 0 : 401);
    QCOMPARE(answer.text, message);
    QCOMPARE(bytes(fixture.exchange().bodyOverride), body);
}

void TestKeyAuth::hidesTheKeyInTheBody_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("sent");
    QTest::newRow("form") << formType << QByteArray("apikey=ann-key&b=x+y&a=1&b=2") << QByteArray("a=1&b=x%20y&b=2");
    QTest::newRow("form, flags") << formType << QByteArray("apikey=ann-key&z&a=") << QByteArray("a=&z");
    QTest::newRow("form, alone") << formType << QByteArray("apikey=ann-key") << QByteArray();
    QTest::newRow("json") << QByteArray("application/json") << QByteArray(R"({"apikey": "ann-key", "a": [1, 2]})")
                          << QByteArray(R"({"a":[1,2]})");
    QTest::newRow("multipart") << multipartType
                               << QByteArray(part("b", "2\r\n3") + part("apikey", "ann-key") + part("a", "1") +
                                             "--XX--\r\n")
                               << QByteArray(part("a", "1") + part("b", "2\r\n3") + "--XX--\r\n");
}

void TestKeyAuth::hidesTheKeyInTheBody()
{
    QFETCH(QByteArray, type);
    QFETCH(QByteArray, body);
    ExchangeFixture fixture(document("key_in_body: true, hide_credentials: true"));
    fixture.receive(post(type, body));
    QCOMPARE(fixture.access().status, 0);
    QTEST(bytes(fixture.exchange().bodyOverride), "sent");
}

void TestKeyAuth::leavesBodiesOfOtherKindsAlone()
{
    ExchangeFixture fixture(document("key_in_body: true, hide_credentials: true"));
    fixture.receive(post("text/plain", "apikey=ann-key", "apikey: ann-key\r\n"));
    QCOMPARE(fixture.access().status, 0);
    QCOMPARE(bytes(fixture.exchange().bodyOverride), QByteArray("apikey=ann-key"));
}

void TestKeyAuth::asksForTheBodyOnlyWhenNeeded()
{
    for (const PluginType *type : builtinPlugins()) {
        if (type->name != QLatin1String("key-auth"))
            continue;
        QCOMPARE(type->bodyNeed({}), BodyNeed::None);
        QCOMPARE(type->bodyNeed({{QStringLiteral("key_in_body"), true}}), BodyNeed::Whole);
    }
}

void TestKeyAuth::allocatesNothingForAKnownKey()
{
    if (!countsAllocations())
        QSKIP("Allocations cannot be counted here.");
    ExchangeFixture fixture(document("hide_credentials: true"));
    const QByteArray fields = "apikey: ann-key\r\n";
    fixture.get("/r?x=%41", fields);
    fixture.receiveGet("/r?x=%41", fields);
    const std::size_t before = allocationCount();
    const Answer answer = fixture.access();
    QCOMPARE(allocationCount() - before, std::size_t(0));
    QCOMPARE(answer.status, 0);
}

QTEST_GUILESS_MAIN(TestKeyAuth)
#include "tst_key_auth.moc"
