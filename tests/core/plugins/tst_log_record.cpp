// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plugins/log_record.h"
#include "tests/support/allocation_count.h"
#include "tests/support/exchange_fixture.h"
#include "tests/support/octets.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace gatehouse;
using namespace Qt::StringLiterals;

class TestLogRecord : public QObject
{
    Q_OBJECT

private slots:
    void saysWhatWasAsked();
    void saysWhatWasAnswered();
    void measuresTheWayThroughTheGateway();
    void measuresAnswersOfTheGatewayItself();
    void listsTries();
    void doesNotSayHowTheLastTryEnded();
    void namesTheEntities();
    void redactsCredentials();
    void redactsWhatPluginsRead();
    void redactsKeysInArguments_data();
    void redactsKeysInArguments();
    void showsKeysWhenToldTo();
    void cutsWhatIsTooLong();
    void showsHeadersAsPluginsLeftThem();
    void showsTheQueryAsPluginsLeftIt();
    void groupsRepeatedNames();
    void staysValidWhateverIsSent_data();
    void staysValidWhateverIsSent();
    void setsCustomFields();
    void needsNoMoreRoomThanItSays();
    void allocatesNothing();
};

namespace {

const QByteArray document = R"(
_format_version: "3.0"
consumers:
- {username: ann, id: 5f3ffd1e-3b5e-4b51-8e63-111111111111}
plugins:
- {name: file-log, config: {path: /unused}}
)";

const QByteArray withKeys = R"(
_format_version: "3.0"
plugins:
- {name: key-auth, config: {key_names: [x-key]}}
- {name: jwt, config: {uri_param_names: [tok], header_names: [x-token], cookie_names: [a]}}
- {name: file-log, config: {path: /unused}}
)";

constexpr std::int64_t ms = 1'000'000;

// The record of what the fixture received, through file-log.
QJsonObject recordOf(ExchangeFixture &fixture, bool redactsKeys = true)
{
    const QList<QJsonObject> records = fixture.finish(redactsKeys);
    return records.size() == 1 ? records.first() : QJsonObject();
}

QJsonObject requestHeaders(ExchangeFixture &fixture)
{
    return recordOf(fixture)["request"_L1]["headers"_L1].toObject();
}

void proxied(Exchange &exchange)
{
    exchange.timings = {1700000000123 * ms, 1000 * ms, 1002 * ms, 1012 * ms, 1013 * ms, 1020 * ms};
    exchange.outcome.proxied = true;
    exchange.outcome.fromUpstream = true;
    exchange.outcome.status = exchange.outcome.upstreamStatus = 201;
    exchange.outcome.upstreamTarget = "/x?a=1";
    exchange.tryCount = 1;
    exchange.tries[0] = {"192.0.2.7", 8080, 1700000000125 * ms, ms / 2, 0, true};
}

} // namespace

void TestLogRecord::saysWhatWasAsked()
{
    ExchangeFixture fixture(document);
    fixture.receive("POST /r?a=1&b HTTP/1.1\r\nHost: GW.test:8000\r\nContent-Length: 2\r\n\r\nhi");
    fixture.exchange().listenPort = 8000;
    fixture.exchange().outcome.requestSize = 70;
    fixture.exchange().timings.startWall = 1700000000123 * ms;
    const QJsonObject record = recordOf(fixture);
    const QJsonObject request = record["request"_L1].toObject();
    QCOMPARE(request["id"_L1].toString(), u"0123456789abcdef0123456789abcdef"_s);
    QCOMPARE(request["method"_L1].toString(), u"POST"_s);
    QCOMPARE(request["uri"_L1].toString(), u"/r?a=1&b"_s);
    QCOMPARE(request["url"_L1].toString(), u"http://gw.test:8000/r?a=1&b"_s);
    QCOMPARE(request["size"_L1].toInt(), 70);
    QCOMPARE(request["querystring"_L1].toObject(), (QJsonObject{{u"a"_s, u"1"_s}, {u"b"_s, true}}));
    QCOMPARE(record["client_ip"_L1].toString(), u"192.0.2.1"_s);
    QCOMPARE(record["started_at"_L1].toInteger(), 1700000000123);
    QCOMPARE(record["workspace_name"_L1].toString(), u"default"_s);
}

void TestLogRecord::saysWhatWasAnswered()
{
    ExchangeFixture fixture(document);
    fixture.receiveGet("/r");
    proxied(fixture.exchange());
    fixture.exchange().outcome.bytesSent = 99;
    fixture.exchange().outcome.sentHead =
        "HTTP/1.1 201 Created\r\nContent-Type: text/plain\r\nX-A: 1\r\nX-A: 2\r\n\r\n";
    const QJsonObject record = recordOf(fixture);
    const QJsonObject response = record["response"_L1].toObject();
    QCOMPARE(response["status"_L1].toInt(), 201);
    QCOMPARE(response["size"_L1].toInt(), 99);
    QCOMPARE(response["headers"_L1].toObject(),
             (QJsonObject{{u"content-type"_s, u"text/plain"_s}, {u"x-a"_s, QJsonArray{u"1"_s, u"2"_s}}}));
    QCOMPARE(record["upstream_uri"_L1].toString(), u"/x?a=1"_s);
    QCOMPARE(record["upstream_status"_L1].toString(), u"201"_s);
    QCOMPARE(record["source"_L1].toString(), u"upstream"_s);
}

void TestLogRecord::measuresTheWayThroughTheGateway()
{
    ExchangeFixture fixture(document);
    fixture.receiveGet("/r");
    proxied(fixture.exchange());
    const QJsonObject latencies = recordOf(fixture)["latencies"_L1].toObject();
    QCOMPARE(latencies["request"_L1].toInt(), 20);
    QCOMPARE(latencies["kong"_L1].toInt(), 2);
    QCOMPARE(latencies["proxy"_L1].toInt(), 10);
    QCOMPARE(latencies["receive"_L1].toInt(), 7);
}

void TestLogRecord::measuresAnswersOfTheGatewayItself()
{
    ExchangeFixture fixture(document);
    fixture.receiveGet("/r");
    fixture.exchange().timings = {1700000000123 * ms, 1000 * ms, 0, 0, 1003 * ms, 1005 * ms};
    fixture.exchange().outcome.status = 401;
    const QJsonObject record = recordOf(fixture);
    QCOMPARE(record["latencies"_L1]["kong"_L1].toInt(), 3);
    QCOMPARE(record["latencies"_L1]["proxy"_L1].toInt(), -1);
    QCOMPARE(record["source"_L1].toString(), u"kong"_s);
    QCOMPARE(record["upstream_status"_L1].toString(), QString());
    QVERIFY(!record.contains("service"_L1));
    QVERIFY(!record.contains("consumer"_L1));
}

void TestLogRecord::listsTries()
{
    ExchangeFixture fixture(document);
    fixture.receiveGet("/r");
    proxied(fixture.exchange());
    const RouteFacts route{"route-id", "r", R"({"id":"route-id"})"};
    fixture.exchange().route = &route;
    fixture.exchange().tryCount = 2;
    fixture.exchange().tries[1] = fixture.exchange().tries[0];
    fixture.exchange().tries[0].failureCode = 502;
    fixture.exchange().tries[0].last = false;
    const QJsonObject record = recordOf(fixture);
    const QJsonArray tries = record["tries"_L1].toArray();
    QCOMPARE(tries.size(), 2);
    QCOMPARE(tries[0]["state"_L1].toString(), u"failed"_s);
    QCOMPARE(tries[0]["code"_L1].toInt(), 502);
    QVERIFY(!tries[1].toObject().contains("state"_L1));
    QCOMPARE(tries[1]["ip"_L1].toString(), u"192.0.2.7"_s);
    QCOMPARE(tries[1]["port"_L1].toInt(), 8080);
    QCOMPARE(tries[1]["balancer_start_ns"_L1].toInteger(), 1700000000125 * ms);
    QCOMPARE(record["upstream_status"_L1].toString(), u"502, 201"_s);
}

void TestLogRecord::namesTheEntities()
{
    ExchangeFixture fixture(document);
    fixture.receiveGet("/r");
    static const CredentialFacts credential{"credential-id"};
    fixture.exchange().consumer = fixture.consumers().byIdOrUsername("ann");
    fixture.exchange().credential = &credential;
    const QJsonObject record = recordOf(fixture);
    QCOMPARE(record["consumer"_L1]["username"_L1].toString(), u"ann"_s);
    QVERIFY(!record["consumer"_L1].toObject().contains("ws_id"_L1));
    QVERIFY(!record["consumer"_L1].toObject().contains("custom_id"_L1));
    QCOMPARE(record["authenticated_entity"_L1].toObject(), (QJsonObject{{u"id"_s, u"credential-id"_s}}));
}

void TestLogRecord::redactsCredentials()
{
    ExchangeFixture fixture(document);
    fixture.receiveGet("/r", "Authorization: Bearer secret\r\nPROXY-AUTHORIZATION: Basic secret\r\n");
    const QJsonObject headers = requestHeaders(fixture);
    QCOMPARE(headers["authorization"_L1].toString(), u"REDACTED"_s);
    QCOMPARE(headers["proxy-authorization"_L1].toString(), u"REDACTED"_s);
}

void TestLogRecord::redactsWhatPluginsRead()
{
    ExchangeFixture fixture(withKeys);
    fixture.receiveGet("/r", "X_Key: s3cret\r\nX-Token: s3cret\r\nCookie: a=s3cret\r\nX-Other: seen\r\n");
    const QJsonObject headers = requestHeaders(fixture);
    QCOMPARE(headers["x_key"_L1].toString(), u"REDACTED"_s);
    QCOMPARE(headers["x-token"_L1].toString(), u"REDACTED"_s);
    QCOMPARE(headers["cookie"_L1].toString(), u"REDACTED"_s);
    QCOMPARE(headers["x-other"_L1].toString(), u"seen"_s);
}

void TestLogRecord::redactsKeysInArguments_data()
{
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<QString>("logged");
    QTest::newRow("alone") << QByteArray("x-key=s3cret") << u"x-key=REDACTED"_s;
    QTest::newRow("among others") << QByteArray("a=1&x-key=s3cret&b") << u"a=1&x-key=REDACTED&b"_s;
    QTest::newRow("escaped") << QByteArray("x%2Dkey=s3cret&") << u"x%2Dkey=REDACTED&"_s;
    QTest::newRow("twice") << QByteArray("tok=s3cret&&x-key=s3cret") << u"tok=REDACTED&&x-key=REDACTED"_s;
    QTest::newRow("empty") << QByteArray("x-key=") << u"x-key=REDACTED"_s;
    QTest::newRow("another name") << QByteArray("x-key2=seen&X-KEY=seen") << u"x-key2=seen&X-KEY=seen"_s;
    QTest::newRow("a name alone") << QByteArray("x-key") << u"x-key"_s;
}

void TestLogRecord::redactsKeysInArguments()
{
    QFETCH(const QByteArray, query);
    QFETCH(const QString, logged);
    ExchangeFixture fixture(withKeys);
    fixture.receiveGet("/r?" + query);
    fixture.exchange().listenPort = 8000;
    const QByteArray target = "/up?" + query;
    fixture.exchange().outcome.upstreamTarget = view(target);
    const QJsonObject record = recordOf(fixture);
    const QJsonObject request = record["request"_L1].toObject();
    QCOMPARE(request["uri"_L1].toString(), u"/r?"_s + logged);
    QCOMPARE(request["url"_L1].toString(), u"http://gw.test:8000/r?"_s + logged);
    QCOMPARE(record["upstream_uri"_L1].toString(), u"/up?"_s + logged);
    QVERIFY(!QJsonDocument(record).toJson().contains("s3cret"));
}

void TestLogRecord::showsKeysWhenToldTo()
{
    ExchangeFixture fixture(withKeys);
    fixture.receiveGet("/r?x-key=k", "X-Key: k\r\nAuthorization: Basic a\r\n");
    const QJsonObject request = recordOf(fixture, false)["request"_L1].toObject();
    QCOMPARE(request["uri"_L1].toString(), u"/r?x-key=k"_s);
    QCOMPARE(request["headers"_L1]["x-key"_L1].toString(), u"k"_s);
    QCOMPARE(request["headers"_L1]["authorization"_L1].toString(), u"REDACTED"_s);
}

void TestLogRecord::cutsWhatIsTooLong()
{
    ExchangeFixture fixture(document);
    fixture.receiveGet("/r", "X-Short: seen\r\nX-Long: " + QByteArray("\xff").repeated(16000) +
                                 "\r\nX-More: " + QByteArray("\xff").repeated(14000) + "\r\n");
    QByteArray out(static_cast<qsizetype>(logRecordLimit(fixture.exchange())), '\0');
    const std::size_t size = writeLogRecord(fixture.exchange(), RedactedNames(), out.data());
    QVERIFY(size <= longestLogText);
    const QJsonObject headers = requestHeaders(fixture);
    QVERIFY(headers["x-long"_L1].toString().endsWith(u"[...]"));
    QCOMPARE(headers["x-short"_L1].toString(), u"seen"_s);
}

void TestLogRecord::showsHeadersAsPluginsLeftThem()
{
    ExchangeFixture fixture(document);
    fixture.receiveGet("/r", "apikey: secret\r\nX-Consumer-ID: forged\r\n");
    fixture.exchange().requestEdits.remove("apikey");
    fixture.exchange().requestEdits.set("X-Consumer-ID", "ann");
    QCOMPARE(requestHeaders(fixture), (QJsonObject{{u"host"_s, u"gw.test"_s}, {u"x-consumer-id"_s, u"ann"_s}}));
}

void TestLogRecord::showsTheQueryAsPluginsLeftIt()
{
    ExchangeFixture fixture(document);
    fixture.receiveGet("/r?apikey=secret&a=1");
    fixture.exchange().overridesQuery = true;
    fixture.exchange().queryOverride = "?a=1";
    QCOMPARE(recordOf(fixture)["request"_L1]["querystring"_L1].toObject(), (QJsonObject{{u"a"_s, u"1"_s}}));
}

void TestLogRecord::groupsRepeatedNames()
{
    ExchangeFixture fixture(document);
    fixture.receiveGet("/r?a=1&b=2&a=3&a", "X-A: 1\r\nX-B: 2\r\nx-a: 3\r\n");
    const QJsonObject request = recordOf(fixture)["request"_L1].toObject();
    QCOMPARE(request["querystring"_L1]["a"_L1].toArray(), (QJsonArray{u"1"_s, u"3"_s, true}));
    QCOMPARE(request["querystring"_L1]["b"_L1].toString(), u"2"_s);
    QCOMPARE(request["headers"_L1]["x-a"_L1].toArray(), (QJsonArray{u"1"_s, u"3"_s}));
}

void TestLogRecord::staysValidWhateverIsSent_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::newRow("quotes") << QByteArray(R"(a"b\c/d)");
    QTest::newRow("tab") << QByteArray("a\tb");
    QTest::newRow("no UTF-8") << QByteArray("a\xff\xfe\xc0\x80");
    QTest::newRow("UTF-8") << QByteArray("\xc3\xa4\xe2\x82\xac\xf0\x9f\x98\x80");
    QTest::newRow("half of a character") << QByteArray("\xe2\x82");
    QTest::newRow("surrogate") << QByteArray("\xed\xa0\x80");
}

// The fixture fails when the line is no JSON.
void TestLogRecord::staysValidWhateverIsSent()
{
    QFETCH(QByteArray, value);
    ExchangeFixture fixture(document);
    fixture.receiveGet("/r?a=" + value.toPercentEncoding(), "X-A: " + value + "\r\n");
    QVERIFY(!requestHeaders(fixture).isEmpty());
}

void TestLogRecord::setsCustomFields()
{
    ExchangeFixture fixture(R"(
_format_version: "3.0"
plugins:
- name: file-log
  config:
    path: /unused
    custom_fields_by_lua: {env: "return 'prod'", upstream_uri: "return nil", request.headers.host: "return 1"}
)");
    fixture.receiveGet("/r");
    const QJsonObject record = recordOf(fixture);
    QCOMPARE(record["env"_L1].toString(), u"prod"_s);
    QVERIFY(!record.contains("upstream_uri"_L1));
    QCOMPARE(record["request"_L1]["headers"_L1]["host"_L1].toInt(), 1);
    QCOMPARE(record["request"_L1]["method"_L1].toString(), u"GET"_s);
}

void TestLogRecord::needsNoMoreRoomThanItSays()
{
    ExchangeFixture fixture(document);
    QByteArray fields;
    for (int i = 0; i < 150; ++i)
        fields += "X-" + QByteArray::number(i) + ": \xff\"\r\n";
    fixture.receiveGet("/r?" + QByteArray("%01=%01&").repeated(150) + "x", fields);
    proxied(fixture.exchange());
    const std::size_t limit = logRecordLimit(fixture.exchange());
    QByteArray out(static_cast<qsizetype>(limit) * 2, '\0');
    QVERIFY(writeLogRecord(fixture.exchange(), RedactedNames(), out.data()) <= limit);
}

void TestLogRecord::allocatesNothing()
{
    if (!countsAllocations())
        QSKIP("Allocations cannot be counted here.");
    ExchangeFixture fixture(document);
    fixture.receiveGet("/r?a=%41", "Authorization: Bearer x\r\n");
    proxied(fixture.exchange());
    QByteArray out(static_cast<qsizetype>(logRecordLimit(fixture.exchange())), '\0');
    const RedactedNames secrets;
    const std::size_t before = allocationCount();
    const std::size_t size = writeLogRecord(fixture.exchange(), secrets, out.data());
    QCOMPARE(allocationCount() - before, std::size_t(0));
    QVERIFY(size > 0);
}

void TestLogRecord::doesNotSayHowTheLastTryEnded()
{
    ExchangeFixture fixture(document);
    fixture.receiveGet("/r");
    proxied(fixture.exchange());
    const RouteFacts route{"route-id", "r", R"({"id":"route-id"})"};
    fixture.exchange().route = &route;
    fixture.exchange().tries[0].failureCode = 502;
    fixture.exchange().tries[0].last = true;
    const QJsonObject record = recordOf(fixture);
    QVERIFY(!record["tries"_L1][0].toObject().contains("state"_L1));
    QVERIFY(!record["tries"_L1][0].toObject().contains("code"_L1));
    QVERIFY(record["upstream_status"_L1].toString().startsWith(u"502"_s));
}

QTEST_GUILESS_MAIN(TestLogRecord)
#include "tst_log_record.moc"
