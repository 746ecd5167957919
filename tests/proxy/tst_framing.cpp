// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/routed_upstream.h"

#include <QTest>

using namespace gatehouse;

// Where a request ends: what the client declared is what the upstream gets, and never a byte of it becomes another
// request (RFC 9112 6 and 7).
class TestFraming : public QObject
{
    Q_OBJECT

private slots:
    void forwardsTheBody_data();
    void forwardsTheBody();
    void sendsOneLengthForASmallChunkedBody();
    void keepsChunksWithoutRequestBuffering();
    void dropsTrailersAndExtensions();
    void asksForTheBodyOfAnExpectingClient();
    void asksForNothingWhenTheBodyIsThere();
    void doesNotAskForABodyItRefuses();
    void neverCompletesARequestThatWasCutShort_data();
    void neverCompletesARequestThatWasCutShort();
    void takesTheRestOfARefusedBodyForNoRequest();
    void takesTheRestOfAnEarlyAnsweredBodyForNoRequest();
    void separatesBodyAndNextRequest();
};

namespace {

const QByteArray line("POST /r HTTP/1.1\r\nHost: gw.test\r\n");

} // namespace

void TestFraming::forwardsTheBody_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<QByteArray>("body");
    const auto row = [](const char *title, const QByteArray &request, const QByteArray &body) {
        QTest::newRow(title) << request << body;
    };
    row("9112 6.2 length", line + "Content-Length: 5\r\n\r\nhello", "hello");
    row("9112 6.2 length zero", line + "Content-Length: 0\r\n\r\n", "");
    row("9112 6.3 none", line + "\r\n", "");
    row("9112 7.1 chunked", line + "Transfer-Encoding: chunked\r\n\r\n2\r\nhe\r\n3\r\nllo\r\n0\r\n\r\n", "hello");
    row("9112 7.1 upper-case hex", line + "Transfer-Encoding: CHUNKED\r\n\r\nA\r\n0123456789\r\n0\r\n\r\n",
        "0123456789");
    row("9112 7.1 leading zeros", line + "Transfer-Encoding: chunked\r\n\r\n0002\r\nhi\r\n000\r\n\r\n", "hi");
    row("9110 9.3.1 GET with content", "GET /r HTTP/1.1\r\nHost: gw.test\r\nContent-Length: 2\r\n\r\nhi", "hi");
    row("9110 9.3.5 DELETE with content", "DELETE /r HTTP/1.1\r\nHost: gw.test\r\nContent-Length: 2\r\n\r\nhi", "hi");
    row("binary", line + QByteArray("Content-Length: 4\r\n\r\n\0\r\n\xff", 25), QByteArray("\0\r\n\xff", 4));
}

void TestFraming::forwardsTheBody()
{
    QFETCH(QByteArray, request);
    QFETCH(QByteArray, body);
    RoutedUpstream routed;
    RawClient client(routed.gateway.port());
    QCOMPARE(client.request(request).status, 200);
    QCOMPARE(client.request("GET /next HTTP/1.1\r\nHost: gw.test\r\n\r\n").status, 200);
    QCOMPARE(routed.upstream.requests().value(0).body, body);
    QCOMPARE(routed.upstream.requests().value(1).requestLine(), QByteArray("GET /next HTTP/1.1"));
}

void TestFraming::sendsOneLengthForASmallChunkedBody()
{
    RoutedUpstream routed;
    routed.gateway.send(line + "Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n");
    const ReceivedRequest received = routed.upstream.requests().value(0);
    QCOMPARE(received.field("Content-Length"), QByteArray("5"));
    QVERIFY(received.field("Transfer-Encoding").isNull());
}

void TestFraming::keepsChunksWithoutRequestBuffering()
{
    RoutedUpstream routed({}, {"request_buffering: false"});
    routed.gateway.send(line + "Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n");
    const ReceivedRequest received = routed.upstream.requests().value(0);
    QCOMPARE(received.field("Transfer-Encoding"), QByteArray("chunked"));
    QVERIFY(received.field("Content-Length").isNull());
    QCOMPARE(received.body, QByteArray("hello"));
}

// RFC 9112 7.1.1, 9110 6.5.1
void TestFraming::dropsTrailersAndExtensions()
{
    RoutedUpstream routed({}, {"request_buffering: false"});
    const QByteArray body = "5;name=\"x\"\r\nhello\r\n0\r\nX-Late: 1\r\nHost: evil.test\r\n\r\n";
    QCOMPARE(routed.gateway.send(line + "Transfer-Encoding: chunked\r\n\r\n" + body).status, 200);
    QVERIFY(!routed.upstream.rawBytes().contains("name="));
    QVERIFY(!routed.upstream.rawBytes().contains("X-Late"));
    QVERIFY(!routed.upstream.rawBytes().contains("evil"));
}

// RFC 9110 10.1.1
void TestFraming::asksForTheBodyOfAnExpectingClient()
{
    RoutedUpstream routed;
    RawClient client(routed.gateway.port());
    client.send(line + "Expect: 100-continue\r\nContent-Length: 5\r\n\r\n");
    QCOMPARE(client.receive().status, 100);
    client.send("hello");
    QCOMPARE(client.receive().status, 200);
    QCOMPARE(routed.upstream.requests().value(0).body, QByteArray("hello"));
}

void TestFraming::asksForNothingWhenTheBodyIsThere()
{
    RoutedUpstream routed;
    const QByteArray request = line + "Expect: 100-continue\r\nContent-Length: 5\r\n\r\nhello";
    QCOMPARE(routed.gateway.send(request).status, 200);
}

void TestFraming::doesNotAskForABodyItRefuses()
{
    RecordingUpstream upstream;
    GatewayFixture gateway;
    QCOMPARE(gateway.load(GatewayFixture::oneRoute(upstream, "/other")), QString());
    RawClient client(gateway.port());
    const RawResponse response = client.request(line + "Expect: 100-continue\r\nContent-Length: 5\r\n\r\n");
    QCOMPARE(response.status, 404);
    QCOMPARE(response.field("Connection"), QByteArray("close"));
    QVERIFY(client.waitForClose());
}

void TestFraming::neverCompletesARequestThatWasCutShort_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::newRow("9112 8 length") << line + "Content-Length: 99\r\n\r\nhello";
    QTest::newRow("9112 8 chunk") << line + "Transfer-Encoding: chunked\r\n\r\nff\r\nhello";
    QTest::newRow("9112 8 between chunks") << line + "Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n";
    QTest::newRow("9112 8 in the last chunk") << line + "Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n";
}

void TestFraming::neverCompletesARequestThatWasCutShort()
{
    QFETCH(QByteArray, request);
    for (const char *buffering : {"request_buffering: false", "request_buffering: true"}) {
        RoutedUpstream routed({}, {buffering});
        RawClient client(routed.gateway.port());
        client.send(request);
        client.closeWriting();
        QVERIFY(client.waitForClose());
        QVERIFY(routed.upstream.requests().isEmpty());
        QVERIFY(!routed.upstream.rawBytes().contains("0\r\n\r\n"));
    }
}

// RFC 9112 9.3: the answer came before the body was read.
void TestFraming::takesTheRestOfARefusedBodyForNoRequest()
{
    RecordingUpstream upstream;
    GatewayFixture gateway;
    QCOMPARE(gateway.load(GatewayFixture::oneRoute(upstream, "/ok")), QString());
    RawClient client(gateway.port());
    client.send(line + "Content-Length: 100000\r\n\r\n");
    QCOMPARE(client.receive().status, 404);
    client.send("GET /ok HTTP/1.1\r\nHost: gw.test\r\n\r\n");
    QVERIFY(client.waitForClose());
    QVERIFY(upstream.requests().isEmpty());
}

void TestFraming::takesTheRestOfAnEarlyAnsweredBodyForNoRequest()
{
    RoutedUpstream routed;
    routed.upstream.setAnswersHeads(true);
    RawClient client(routed.gateway.port());
    client.send(line + "Content-Length: 100000\r\n\r\n");
    const RawResponse response = client.receive();
    QCOMPARE(response.status, 200);
    QCOMPARE(response.field("Connection"), QByteArray("close"));
    client.send("GET /smuggled HTTP/1.1\r\nHost: gw.test\r\n\r\n");
    QVERIFY(client.waitForClose());
    QCOMPARE(routed.upstream.requests().size(), 1);
}

void TestFraming::separatesBodyAndNextRequest()
{
    RoutedUpstream routed;
    RawClient client(routed.gateway.port());
    client.send(line + "Content-Length: 33\r\n\r\nGET /no HTTP/1.1\r\nHost: gw.test\r\n" +
                "GET /yes HTTP/1.1\r\nHost: gw.test\r\n\r\n");
    QCOMPARE(client.receive().status, 200);
    QCOMPARE(client.receive().status, 200);
    QCOMPARE(routed.upstream.requests().size(), 2);
    QCOMPARE(routed.upstream.requests().value(1).requestLine(), QByteArray("GET /yes HTTP/1.1"));
}

QTEST_GUILESS_MAIN(TestFraming)

#include "tst_framing.moc"
