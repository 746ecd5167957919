// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/blocking_socket.h"
#include "tests/support/routed_upstream.h"

#include <QElapsedTimer>
#include <QTest>

#include <thread>

using namespace gatehouse;

// A connection after 101: bytes both ways, each direction with an end of its own (RFC 9110 7.8, RFC 6455 4).
class TestTunnels : public QObject
{
    Q_OBJECT

private slots:
    void passesWhatComesWithThe101();
    void passesWhatTheClientSentBehindTheRequest();
    void keepsTheAnswersComingWhenTheClientStopsSending();
    void keepsTheRequestsComingWhenTheUpstreamStopsSending();
    void passesLargeAmountsBothWaysAtOnce();
    void livesWhileOneDirectionTalks();
    void endsWhenBothAreSilent();
    void tellsTheUpstreamWhenTheClientIsLost();
    void tellsTheClientWhenTheUpstreamIsLost();
    void refusesAProtocolNobodyAskedFor_data();
    void refusesAProtocolNobodyAskedFor();
    void ignoresAnUpgradeOfHttp10();
    void isCountedAsAConnection();

private:
    struct Ends {
        BlockingSocket client;
        BlockingSocket upstream;
    };

    // Loads a route to the listener, asks for a websocket and answers with 101 and these bytes behind it.
    Ends open(const QByteArray &clientBytes = {}, const QByteArray &upstreamBytes = {}, int readTimeoutMs = 60000);

    BlockingListener m_listener;
    GatewayFixture m_gateway;
};

namespace {

const QByteArray upgrade("GET /r HTTP/1.1\r\nHost: gw.test\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n");
const QByteArray switching("HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n");
const QByteArray headEnd("\r\n\r\n");

} // namespace

TestTunnels::Ends TestTunnels::open(const QByteArray &clientBytes, const QByteArray &upstreamBytes, int readTimeoutMs)
{
    const QByteArray timeout = "read_timeout: " + QByteArray::number(readTimeoutMs);
    const QString problem = m_gateway.load(RoutedUpstream::documentFor(m_listener.port(), {timeout}, {}));
    if (!problem.isEmpty())
        qFatal("%s", qUtf8Printable(problem));
    BlockingSocket client = BlockingSocket::connectTo(m_gateway.port());
    client.send(upgrade + clientBytes);
    BlockingSocket upstream = m_listener.accept();
    upstream.receiveUntil(headEnd);
    upstream.send(switching + upstreamBytes);
    client.receiveUntil(headEnd);
    return {std::move(client), std::move(upstream)};
}

void TestTunnels::passesWhatComesWithThe101()
{
    Ends ends = open({}, "hello");
    QCOMPARE(ends.client.receive(5), QByteArray("hello"));
}

void TestTunnels::passesWhatTheClientSentBehindTheRequest()
{
    Ends ends = open("GET /not-http HTTP/1.1");
    QCOMPARE(ends.upstream.receive(22), QByteArray("GET /not-http HTTP/1.1"));
}

void TestTunnels::keepsTheAnswersComingWhenTheClientStopsSending()
{
    Ends ends = open();
    ends.client.send("last words");
    ends.client.closeWriting();
    QCOMPARE(ends.upstream.receiveAll(), QByteArray("last words"));
    QVERIFY(ends.upstream.ended());
    ends.upstream.send("an answer");
    QCOMPARE(ends.client.receive(9), QByteArray("an answer"));
    ends.upstream.closeWriting();
    ends.client.receiveAll();
    QVERIFY(ends.client.ended());
}

void TestTunnels::keepsTheRequestsComingWhenTheUpstreamStopsSending()
{
    Ends ends = open();
    ends.upstream.send("last words");
    ends.upstream.closeWriting();
    QCOMPARE(ends.client.receiveAll(), QByteArray("last words"));
    QVERIFY(ends.client.ended());
    ends.client.send("more");
    QCOMPARE(ends.upstream.receive(4), QByteArray("more"));
    ends.client.closeWriting();
    ends.upstream.receiveAll();
    QVERIFY(ends.upstream.ended());
}

void TestTunnels::passesLargeAmountsBothWaysAtOnce()
{
    Ends ends = open();
    const QByteArray up(8'000'000, 'u');
    const QByteArray down(8'000'000, 'd');
    std::thread upSender([&] { ends.client.send(up); });
    std::thread downSender([&] { ends.upstream.send(down); });
    QByteArray received;
    std::thread downReceiver([&] { received = ends.client.receive(down.size()); });
    const bool upIsWhole = ends.upstream.receive(up.size()) == up;
    for (std::thread *thread : {&upSender, &downSender, &downReceiver})
        thread->join();
    QVERIFY(upIsWhole);
    QVERIFY(received == down);
}

void TestTunnels::livesWhileOneDirectionTalks()
{
    Ends ends = open({}, {}, 400);
    QElapsedTimer timer;
    timer.start();
    while (timer.elapsed() < 1200) {
        ends.client.send("x");
        QCOMPARE(ends.upstream.receive(1), QByteArray("x"));
        QTest::qSleep(50); // the client's own pace
    }
    ends.upstream.send("y");
    QCOMPARE(ends.client.receive(1), QByteArray("y"));
}

void TestTunnels::endsWhenBothAreSilent()
{
    Ends ends = open({}, {}, 100);
    ends.upstream.receiveAll();
    QVERIFY(ends.upstream.ended());
    ends.client.receiveAll();
    QVERIFY(ends.client.ended());
}

void TestTunnels::tellsTheUpstreamWhenTheClientIsLost()
{
    Ends ends = open();
    ends.client.reset();
    ends.upstream.receiveAll();
    QVERIFY(ends.upstream.ended() || ends.upstream.wasReset());
}

void TestTunnels::tellsTheClientWhenTheUpstreamIsLost()
{
    Ends ends = open();
    ends.upstream.reset();
    ends.client.receiveAll();
    QVERIFY(ends.client.ended() || ends.client.wasReset());
}

void TestTunnels::refusesAProtocolNobodyAskedFor_data()
{
    QTest::addColumn<QByteArray>("fields");
    QTest::addColumn<QByteArray>("answer");
    const QByteArray wanted("Connection: Upgrade\r\nUpgrade: websocket\r\n");
    QTest::newRow("9110 7.8 another protocol")
        << wanted << QByteArray("HTTP/1.1 101 Yes\r\nConnection: Upgrade\r\nUpgrade: h2c\r\n\r\n");
    QTest::newRow("9110 7.8 no wish to switch") << QByteArray() << switching;
    QTest::newRow("9110 7.8 Upgrade without Connection") << QByteArray("Upgrade: websocket\r\n") << switching;
    QTest::newRow("9110 7.8 the body is still to come") << wanted + "Content-Length: 100\r\n" << switching;
}

void TestTunnels::refusesAProtocolNobodyAskedFor()
{
    QFETCH(QByteArray, fields);
    QFETCH(QByteArray, answer);
    RoutedUpstream routed;
    routed.upstream.setAnswersHeads(true);
    routed.upstream.setAnswer([answer](const ReceivedRequest &) { return answer; });
    QCOMPARE(routed.gateway.send("GET /r HTTP/1.1\r\nHost: gw.test\r\n" + fields + "\r\n").status, 502);
    QCOMPARE(routed.upstream.requests().size(), 1);
}

// RFC 9110 7.8
void TestTunnels::ignoresAnUpgradeOfHttp10()
{
    RoutedUpstream routed;
    const QByteArray fields("Connection: Upgrade\r\nUpgrade: websocket\r\n");
    QCOMPARE(routed.gateway.send("GET /r HTTP/1.0\r\nHost: gw.test\r\n" + fields + "\r\n").status, 200);
    QVERIFY(routed.upstream.requests().value(0).field("Upgrade").isNull());
}

void TestTunnels::isCountedAsAConnection()
{
    Ends ends = open();
    const auto active = [this] { return m_gateway.gateway().traffic().totals().connectionsActive; };
    QTRY_VERIFY(active() >= 1);
    const auto before = active();
    ends.client.reset();
    QTRY_COMPARE(active(), before - 1);
}

QTEST_GUILESS_MAIN(TestTunnels)

#include "tst_tunnels.moc"
