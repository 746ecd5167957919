// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/routed_upstream.h"

#include <QRegularExpression>
#include <QTest>

using namespace gatehouse;

// What changes on the way: fields of requests towards the upstream, fields of responses towards the client.
class TestForwarding : public QObject
{
    Q_OBJECT

private slots:
    void sendsRequestField_data();
    void sendsRequestField();
    void dropsRequestField_data();
    void dropsRequestField();
    void sendsResponseField_data();
    void sendsResponseField();
    void dropsResponseField_data();
    void dropsResponseField();
    void sendsTarget_data();
    void sendsTarget();
    void keepsRepeatedFieldsAndTheirOrder();
    void givesRequestAndResponseTheSameId();
    void takesTheHostOfAnAbsoluteTarget();
    void keepsTheHostOfTheClientWhenAsked();
    void namesTheStrippedPrefix();
    void opensATunnelForWebsocket();
    void staysInHttpWhenTheUpstreamRefusesAnUpgrade();
    void answersHeadWithTheLengthAndWithoutABody();
    void sendsNoChunksToHttp10();
    void answersTheUpstreamsErrorsUntouched();
};

void TestForwarding::sendsRequestField_data()
{
    QTest::addColumn<QByteArray>("sent");
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char *title, const char *sent, const char *name, const char *expected) {
        QTest::newRow(title) << QByteArray(sent) << QByteArray(name) << QByteArray(expected);
    };
    row("9110 5.1 unknown field", "X-Custom: a b\r\n", "X-Custom", "a b");
    row("9110 5.1 name with underscore", "x_custom: 1\r\n", "x_custom", "1");
    row("9110 7.6.1 own Connection", "Connection: close\r\n", "Connection", "keep-alive");
    row("9110 7.6.1 client nominates Host", "Connection: Host\r\n", "X-Forwarded-Host", "gw.test");
    row("9110 7.6.3 Via", "Via: 1.0 front\r\n", "Via", "1.0 front, 1.1 gatehouse/3.9.1");
    row("9110 10.1.4 TE trailers", "TE: gzip, trailers\r\nConnection: TE\r\n", "TE", "trailers");
    row("9110 11.7.2 Proxy-Authorization", "Proxy-Authorization: Basic eA==\r\n", "Proxy-Authorization", "Basic eA==");
    row("forwarded-for appended", "X-Forwarded-For: 192.0.2.1\r\n", "X-Forwarded-For", "192.0.2.1, 127.0.0.1");
    row("forwarded-for made", "", "X-Forwarded-For", "127.0.0.1");
    row("real-ip replaced", "X-Real-IP: 192.0.2.1\r\n", "X-Real-IP", "127.0.0.1");
    row("forwarded-proto replaced", "X-Forwarded-Proto: https\r\n", "X-Forwarded-Proto", "http");
    row("forwarded-host replaced", "X-Forwarded-Host: evil.test\r\n", "X-Forwarded-Host", "gw.test");
    row("forwarded-path", "", "X-Forwarded-Path", "/r");
}

void TestForwarding::sendsRequestField()
{
    QFETCH(QByteArray, sent);
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, expected);
    RoutedUpstream routed;
    QCOMPARE(routed.gateway.get("/r?q=1", sent).status, 200);
    const ReceivedRequest received = routed.upstream.requests().value(0);
    if (name == "Via") { // the product's name is not this test's business
        QVERIFY2(received.field(name).startsWith("1.0 front, 1.1 "), received.field(name).constData());
        return;
    }
    QCOMPARE(received.field(name), expected);
    QCOMPARE(received.fieldCount(name), 1);
}

void TestForwarding::dropsRequestField_data()
{
    QTest::addColumn<QByteArray>("sent");
    QTest::addColumn<QByteArray>("name");
    const auto row = [](const char *title, const char *sent, const char *name) {
        QTest::newRow(title) << QByteArray(sent) << QByteArray(name);
    };
    row("9110 7.6.1 nominated", "Connection: X-Secret, keep-alive\r\nX-Secret: 1\r\n", "X-Secret");
    row("9110 7.6.1 nominated by a second line", "Connection: a\r\nConnection: X-Secret\r\nX-Secret: 1\r\n",
        "X-Secret");
    row("9110 7.6.1 nominated in another case", "Connection: x-sEcret\r\nX-Secret: 1\r\n", "X-Secret");
    row("9110 7.6.1 Keep-Alive", "Keep-Alive: timeout=5\r\n", "Keep-Alive");
    row("9110 7.6.1 Proxy-Connection", "Proxy-Connection: keep-alive\r\n", "Proxy-Connection");
    row("9110 7.8 h2c", "Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AA\r\n", "Upgrade");
    row("9110 7.8 h2c settings", "Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AA\r\n",
        "HTTP2-Settings");
    row("9110 10.1.4 TE without trailers", "TE: gzip\r\nConnection: TE\r\n", "TE");
    row("9110 10.1.1 Expect", "Expect: 100-continue\r\n", "Expect");
    row("httpoxy", "Proxy: http://evil.test\r\n", "Proxy");
    row("prefix the client made up", "X-Forwarded-Prefix: /evil\r\n", "X-Forwarded-Prefix");
}

void TestForwarding::dropsRequestField()
{
    QFETCH(QByteArray, sent);
    QFETCH(QByteArray, name);
    RoutedUpstream routed;
    RawClient client(routed.gateway.port());
    client.send("GET /r HTTP/1.1\r\nHost: gw.test\r\n" + sent + "\r\n");
    RawResponse response = client.receive();
    while (response.status == 100)
        response = client.receive();
    QCOMPARE(response.status, 200);
    QVERIFY(routed.upstream.requests().value(0).field(name).isNull());
}

void TestForwarding::sendsResponseField_data()
{
    QTest::addColumn<QByteArray>("sent");
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char *title, const char *sent, const char *name, const char *expected) {
        QTest::newRow(title) << QByteArray(sent) << QByteArray(name) << QByteArray(expected);
    };
    row("9110 6.6.1 Date kept", "Date: Sun, 06 Nov 1994 08:49:37 GMT\r\n", "Date", "Sun, 06 Nov 1994 08:49:37 GMT");
    row("9110 10.2.4 Server kept", "Server: x/1\r\n", "Server", "x/1");
    row("9110 10.2.2 Location untouched", "Location: http://127.0.0.1:1/x\r\n", "Location", "http://127.0.0.1:1/x");
    row("9110 8.3 text gets a charset", "Content-Type: text/plain\r\n", "Content-Type", "text/plain; charset=UTF-8");
    row("9110 8.3 own charset kept", "Content-Type: text/plain; charset=latin1\r\n", "Content-Type",
        "text/plain; charset=latin1");
    row("9110 8.3 JSON has none", "Content-Type: application/json\r\n", "Content-Type", "application/json");
    row("6265 cookie", "Set-Cookie: a=1; Path=/\r\n", "Set-Cookie", "a=1; Path=/");
    row("the id is the gateway's", "Content-Language: en\r\n", "Content-Language", "en");
}

void TestForwarding::sendsResponseField()
{
    QFETCH(QByteArray, sent);
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, expected);
    RoutedUpstream routed;
    routed.upstream.setAnswer([sent](const ReceivedRequest &) { return RecordingUpstream::ok("ok", sent); });
    QCOMPARE(routed.gateway.get("/r").field(name), expected);
}

void TestForwarding::dropsResponseField_data()
{
    QTest::addColumn<QByteArray>("sent");
    QTest::addColumn<QByteArray>("name");
    const auto row = [](const char *title, const char *sent, const char *name) {
        QTest::newRow(title) << QByteArray(sent) << QByteArray(name);
    };
    row("9110 7.6.1 nominated", "Connection: X-Secret\r\nX-Secret: 1\r\n", "X-Secret");
    row("9110 7.6.1 Keep-Alive", "Keep-Alive: timeout=5\r\n", "Keep-Alive");
    row("9110 7.8 Upgrade without a request for it", "Upgrade: h2c\r\nConnection: Upgrade\r\n", "Upgrade");
    row("9110 6.6.2 Trailer unasked", "Trailer: X-Sum\r\n", "Trailer");
}

void TestForwarding::dropsResponseField()
{
    QFETCH(QByteArray, sent);
    QFETCH(QByteArray, name);
    RoutedUpstream routed;
    routed.upstream.setAnswer([sent](const ReceivedRequest &) { return RecordingUpstream::ok("ok", sent); });
    const RawResponse response = routed.gateway.get("/r");
    QCOMPARE(response.status, 200);
    QVERIFY(response.field(name).isNull());
}

void TestForwarding::sendsTarget_data()
{
    QTest::addColumn<QByteArray>("sent");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("3986 3.4 query untouched") << QByteArray("/a?x=%20&y=+?z") << QByteArray("/a?x=%20&y=+?z");
    QTest::newRow("3986 3.4 empty query") << QByteArray("/a?") << QByteArray("/a?");
    QTest::newRow("3986 2.1 escapes kept") << QByteArray("/a%2Fb") << QByteArray("/a%2Fb");
    QTest::newRow("9112 3.2.2 absolute") << QByteArray("http://gw.test/a?b") << QByteArray("/a?b");
    QTest::newRow("9112 3.2.2 absolute without path") << QByteArray("http://gw.test") << QByteArray("/");
}

void TestForwarding::sendsTarget()
{
    QFETCH(QByteArray, sent);
    QFETCH(QByteArray, expected);
    RoutedUpstream routed;
    QCOMPARE(routed.gateway.get(sent).status, 200);
    QCOMPARE(routed.upstream.requests().value(0).requestLine(), "GET " + expected + " HTTP/1.1");
}

void TestForwarding::keepsRepeatedFieldsAndTheirOrder()
{
    RoutedUpstream routed;
    routed.upstream.setAnswer(
        [](const ReceivedRequest &) { return RecordingUpstream::ok("ok", "Set-Cookie: a=1\r\nSet-Cookie: b=2\r\n"); });
    const RawResponse response = routed.gateway.get("/r", "X-A: 1\r\nX-A: 2\r\n");
    const ReceivedRequest received = routed.upstream.requests().value(0);
    QCOMPARE(received.fieldCount("X-A"), 2);
    QVERIFY(received.head.indexOf("X-A: 1") < received.head.indexOf("X-A: 2"));
    QVERIFY(response.head.indexOf("Set-Cookie: a=1") < response.head.indexOf("Set-Cookie: b=2"));
}

void TestForwarding::givesRequestAndResponseTheSameId()
{
    RoutedUpstream routed;
    routed.upstream.setAnswer(
        [](const ReceivedRequest &) { return RecordingUpstream::ok("ok", "X-Kong-Request-Id: upstream\r\n"); });
    const RawResponse response = routed.gateway.get("/r", "X-Kong-Request-Id: client\r\n");
    const QByteArray id = response.field("X-Kong-Request-Id");
    QVERIFY(QRegularExpression(QStringLiteral("^[0-9a-f]{32}$")).match(QString::fromLatin1(id)).hasMatch());
    QCOMPARE(routed.upstream.requests().value(0).field("X-Kong-Request-Id"), id);
}

// RFC 9112 3.2.2: the host of the target counts, before anything looks at it.
void TestForwarding::takesTheHostOfAnAbsoluteTarget()
{
    RoutedUpstream routed({}, {"preserve_host: true"});
    const QByteArray request = "GET http://real.test/r HTTP/1.1\r\nHost: other.test\r\n\r\n";
    QCOMPARE(routed.gateway.send(request).status, 200);
    QCOMPARE(routed.upstream.requests().value(0).field("Host"), QByteArray("real.test"));
}

void TestForwarding::keepsTheHostOfTheClientWhenAsked()
{
    RoutedUpstream kept({}, {"preserve_host: true"});
    kept.gateway.get("/r");
    QCOMPARE(kept.upstream.requests().value(0).field("Host"), QByteArray("gw.test"));

    RoutedUpstream replaced;
    replaced.gateway.get("/r");
    QCOMPARE(replaced.upstream.requests().value(0).field("Host"),
             "127.0.0.1:" + QByteArray::number(replaced.upstream.port()));
}

void TestForwarding::namesTheStrippedPrefix()
{
    RecordingUpstream upstream;
    GatewayFixture gateway;
    QCOMPARE(gateway.load(GatewayFixture::oneRoute(upstream, "/api")), QString());
    QCOMPARE(gateway.get("/api/users").status, 200);
    QCOMPARE(upstream.requests().value(0).requestLine(), QByteArray("GET /users HTTP/1.1"));
    QCOMPARE(upstream.requests().value(0).field("X-Forwarded-Prefix"), QByteArray("/api"));
}

// RFC 9110 7.8. What the client sends behind the answer is no HTTP any more.
void TestForwarding::opensATunnelForWebsocket()
{
    RoutedUpstream routed;
    routed.upstream.setAnswer([](const ReceivedRequest &request) -> QByteArray {
        if (request.head == "ping")
            return "pong";
        return "HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n";
    });
    RawClient client(routed.gateway.port());
    client.send("GET /r HTTP/1.1\r\nHost: gw.test\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n");
    const RawResponse response = client.receive();
    QCOMPARE(response.status, 101);
    QCOMPARE(response.field("Upgrade"), QByteArray("websocket"));
    QCOMPARE(routed.upstream.requests().value(0).field("Upgrade"), QByteArray("websocket"));

    client.send("ping\r\n\r\n");
    QVERIFY(client.socket().waitForReadyRead(5000));
    QCOMPARE(client.socket().readAll(), QByteArray("pong"));
}

void TestForwarding::staysInHttpWhenTheUpstreamRefusesAnUpgrade()
{
    RoutedUpstream routed;
    RawClient client(routed.gateway.port());
    const QByteArray upgrade = "GET /r HTTP/1.1\r\nHost: gw.test\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n";
    QCOMPARE(client.request(upgrade).status, 200);
    QCOMPARE(client.request("GET /second HTTP/1.1\r\nHost: gw.test\r\n\r\n").status, 200);
    QCOMPARE(routed.upstream.requests().value(1).requestLine(), QByteArray("GET /second HTTP/1.1"));
}

void TestForwarding::answersHeadWithTheLengthAndWithoutABody()
{
    RoutedUpstream routed;
    routed.upstream.setAnswer(
        [](const ReceivedRequest &) { return QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n"); });
    RawClient client(routed.gateway.port());
    client.send("HEAD /r HTTP/1.1\r\nHost: gw.test\r\n\r\n");
    const RawResponse response = client.receive(true);
    QCOMPARE(response.field("Content-Length"), QByteArray("5000"));
    client.send("HEAD /r HTTP/1.1\r\nHost: gw.test\r\n\r\n");
    QCOMPARE(client.receive(true).status, 200);
}

// RFC 9112 6.1
void TestForwarding::sendsNoChunksToHttp10()
{
    RoutedUpstream routed;
    routed.upstream.setAnswer([](const ReceivedRequest &) {
        return QByteArray("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nbody\r\n0\r\n\r\n");
    });
    RawClient client(routed.gateway.port());
    const RawResponse response = client.request("GET /r HTTP/1.0\r\nHost: gw.test\r\n\r\n");
    QVERIFY(response.field("Transfer-Encoding").isNull());
    QCOMPARE(response.body, QByteArray("body"));
    QVERIFY(client.waitForClose());
}

void TestForwarding::answersTheUpstreamsErrorsUntouched()
{
    RoutedUpstream routed;
    routed.upstream.setAnswer(
        [](const ReceivedRequest &) { return QByteArray("HTTP/1.1 500 Oh No\r\nContent-Length: 4\r\n\r\nmine"); });
    const RawResponse response = routed.gateway.get("/r");
    QCOMPARE(response.status, 500);
    QCOMPARE(response.body, QByteArray("mine"));
    QCOMPARE(routed.upstream.requests().size(), 1);
}

QTEST_GUILESS_MAIN(TestForwarding)

#include "tst_forwarding.moc"
