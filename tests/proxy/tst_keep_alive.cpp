// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/routed_upstream.h"
#include "tests/support/silent_upstream.h"

#include <QTest>

using namespace gatehouse;

// How long connections live, on both sides (RFC 9112 9).
class TestKeepAlive : public QObject
{
    Q_OBJECT

private slots:
    void decidesAboutTheConnection_data();
    void decidesAboutTheConnection();
    void answersPipelinedRequestsInOrder();
    void answersARequestThatComesInPieces();
    void answersARequestThatBeginsBehindAnother();
    void answersAClientThatHasStoppedSending();
    void answersAfterALocalReply();
    void servesManyRequestsOnOneConnection();
    void reusesTheUpstreamsConnection();
    void doesNotReuseAConnectionTheUpstreamEnds_data();
    void doesNotReuseAConnectionTheUpstreamEnds();
    void replacesAConnectionThatWentStale();
    void givesEveryClientAnUpstreamConnectionOfItsOwn();
    void noticesThatAClientIsLost_data();
    void noticesThatAClientIsLost();
};

namespace {

QByteArray get(const QByteArray &path)
{
    return "GET " + path + " HTTP/1.1\r\nHost: gw.test\r\n\r\n";
}

} // namespace

void TestKeepAlive::decidesAboutTheConnection_data()
{
    QTest::addColumn<QByteArray>("version");
    QTest::addColumn<QByteArray>("fields");
    QTest::addColumn<bool>("stays");
    const auto row = [](const char *title, const char *version, const char *fields, bool stays) {
        QTest::newRow(title) << QByteArray(version) << QByteArray(fields) << stays;
    };
    row("9112 9.3 HTTP/1.1", "1.1", "", true);
    row("9112 9.3 HTTP/1.1 close", "1.1", "Connection: close\r\n", false);
    row("9112 9.3 close among others", "1.1", "Connection: a, CLOSE\r\n", false);
    row("9112 9.3 HTTP/1.0", "1.0", "", false);
    row("9112 9.3 HTTP/1.0 keep-alive", "1.0", "Connection: keep-alive\r\n", true);
}

void TestKeepAlive::decidesAboutTheConnection()
{
    QFETCH(QByteArray, version);
    QFETCH(QByteArray, fields);
    QFETCH(bool, stays);
    RoutedUpstream routed;
    RawClient client(routed.gateway.port());
    const QByteArray request = "GET /r HTTP/" + version + "\r\nHost: gw.test\r\n" + fields + "\r\n";
    const RawResponse response = client.request(request);
    QCOMPARE(response.status, 200);
    QCOMPARE(response.field("Connection"), QByteArray(stays ? "keep-alive" : "close"));
    if (stays)
        QCOMPARE(client.request(request).status, 200);
    else
        QVERIFY(client.waitForClose());
}

void TestKeepAlive::answersPipelinedRequestsInOrder()
{
    RoutedUpstream routed;
    routed.upstream.setAnswer(
        [](const ReceivedRequest &request) { return RecordingUpstream::ok(request.requestLine()); });
    RawClient client(routed.gateway.port());
    client.send(get("/1") + get("/2") + "POST /3 HTTP/1.1\r\nHost: gw.test\r\nContent-Length: 2\r\n\r\nhi" + get("/4"));
    QCOMPARE(client.receive().body, QByteArray("GET /1 HTTP/1.1"));
    QCOMPARE(client.receive().body, QByteArray("GET /2 HTTP/1.1"));
    QCOMPARE(client.receive().body, QByteArray("POST /3 HTTP/1.1"));
    QCOMPARE(client.receive().body, QByteArray("GET /4 HTTP/1.1"));
}

void TestKeepAlive::answersARequestThatComesInPieces()
{
    RoutedUpstream routed;
    RawClient client(routed.gateway.port());
    client.socket().setSocketOption(QAbstractSocket::LowDelayOption, 1);
    for (const char octet : get("/r").repeated(2))
        client.send(QByteArray(1, octet));
    QCOMPARE(client.receive().status, 200);
    QCOMPARE(client.receive().status, 200);
}

// Its first octets come with the request before it, the next ones while that is being served.
void TestKeepAlive::answersARequestThatBeginsBehindAnother()
{
    RoutedUpstream routed;
    routed.upstream.setHoldsBack(true);
    RawClient client(routed.gateway.port());
    const QByteArray second = get("/2");
    client.send(get("/1") + second.left(3));
    QTRY_COMPARE(routed.upstream.requests().size(), 1);
    client.send(second.mid(3, 3));
    routed.upstream.setHoldsBack(false);
    routed.upstream.sendUnasked(RecordingUpstream::ok());
    QCOMPARE(client.receive().status, 200);
    client.send(second.mid(6));
    QCOMPARE(client.receive().status, 200);
}

// RFC 9112 9.6: the client's FIN says that it sends nothing more, not that it has gone.
void TestKeepAlive::answersAClientThatHasStoppedSending()
{
    RoutedUpstream routed;
    RawClient client(routed.gateway.port());
    client.send(get("/1") + get("/2"));
    client.closeWriting();
    QCOMPARE(client.receive().status, 200);
    QCOMPARE(client.receive().status, 200);
    QVERIFY(client.waitForClose());
}

void TestKeepAlive::answersAfterALocalReply()
{
    RecordingUpstream upstream;
    GatewayFixture gateway;
    QCOMPARE(gateway.load(GatewayFixture::oneRoute(upstream, "/r")), QString());
    RawClient client(gateway.port());
    QCOMPARE(client.request(get("/nobody")).status, 404);
    QCOMPARE(client.request("POST /nobody HTTP/1.1\r\nHost: gw.test\r\nContent-Length: 2\r\n\r\nhi").status, 404);
    QCOMPARE(client.request(get("/r")).status, 200);
}

void TestKeepAlive::servesManyRequestsOnOneConnection()
{
    RoutedUpstream routed;
    RawClient client(routed.gateway.port());
    for (int i = 0; i < 500; ++i)
        QCOMPARE(client.request(get("/r")).status, 200);
    QCOMPARE(routed.gateway.gateway().traffic().totals().connectionsAccepted, 1U);
    QCOMPARE(routed.gateway.gateway().traffic().totals().requests, 500U);
}

void TestKeepAlive::reusesTheUpstreamsConnection()
{
    RoutedUpstream routed;
    for (int i = 0; i < 20; ++i)
        QCOMPARE(routed.gateway.get("/r").status, 200);
    QCOMPARE(routed.upstream.connections(), 1);
}

void TestKeepAlive::doesNotReuseAConnectionTheUpstreamEnds_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::newRow("9112 9.6 close") << RecordingUpstream::ok("ok", "Connection: close\r\n");
    QTest::newRow("9112 9.3 HTTP/1.0") << QByteArray("HTTP/1.0 200 OK\r\nContent-Length: 2\r\n\r\nok");
    QTest::newRow("9112 9.2 bytes behind") << RecordingUpstream::ok() + "x";
}

void TestKeepAlive::doesNotReuseAConnectionTheUpstreamEnds()
{
    QFETCH(QByteArray, answer);
    RoutedUpstream routed;
    routed.upstream.setAnswer([answer](const ReceivedRequest &) { return answer; });
    QCOMPARE(routed.gateway.get("/r").status, 200);
    QCOMPARE(routed.gateway.get("/r").status, 200);
    QCOMPARE(routed.upstream.connections(), 2);
}

void TestKeepAlive::replacesAConnectionThatWentStale()
{
    RoutedUpstream routed({"retries: 0"});
    for (int i = 0; i < 20; ++i) {
        QCOMPARE(routed.gateway.get("/r").status, 200);
        routed.upstream.closeConnections();
    }
    QCOMPARE(routed.upstream.requests().size(), 20);
}

void TestKeepAlive::givesEveryClientAnUpstreamConnectionOfItsOwn()
{
    RoutedUpstream routed;
    routed.upstream.setAnswer(
        [](const ReceivedRequest &request) { return RecordingUpstream::ok(QByteArray::number(request.connection)); });
    std::vector<std::unique_ptr<RawClient>> clients;
    for (int i = 0; i < 10; ++i) {
        clients.push_back(std::make_unique<RawClient>(routed.gateway.port()));
        clients.back()->send("POST /r HTTP/1.1\r\nHost: gw.test\r\nContent-Length: 200000\r\n\r\n" +
                             QByteArray(100000, 'a'));
    }
    QTRY_COMPARE(routed.upstream.connections(), 10);
    QSet<QByteArray> used;
    for (const auto &client : clients) {
        client->send(QByteArray(100000, 'b'));
        used.insert(client->receive().body);
    }
    QCOMPARE(used.size(), 10);
}

// While the gateway waits for an upstream that neither takes nor says anything.
void TestKeepAlive::noticesThatAClientIsLost_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("behind a request") << get("/r");
    QTest::newRow("behind a second request") << get("/r") + get("/r");
    QTest::newRow("within a body that nobody takes")
        << "POST /r HTTP/1.1\r\nHost: gw.test\r\nContent-Length: 100000000\r\n\r\n" + QByteArray(20000000, 'a');
}

void TestKeepAlive::noticesThatAClientIsLost()
{
    QFETCH(QByteArray, bytes);
    SilentUpstream upstream;
    GatewayFixture gateway;
    QCOMPARE(gateway.load(RoutedUpstream::documentFor(upstream.port(), {}, {})), QString());
    RawClient client(gateway.port());
    client.socket().write(bytes);
    client.socket().waitForBytesWritten(500);
    const auto totals = [&gateway] { return gateway.gateway().traffic().totals(); };
    QTRY_COMPARE(totals().requests, 1U);
    client.reset();
    QTRY_COMPARE(totals().connectionsActive, 0U);
    QCOMPARE(totals().byStatusClass[0], 1U);
}

QTEST_GUILESS_MAIN(TestKeepAlive)

#include "tst_keep_alive.moc"
