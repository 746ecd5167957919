// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/proxy_options.h"
#include "tests/support/blocking_socket.h"
#include "tests/support/routed_upstream.h"
#include "tests/support/tls_client.h"

#include <QElapsedTimer>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace gatehouse;

// What one client, or all of them, may have of the gateway at a time.
class TestConnectionLimits : public QObject
{
    Q_OBJECT

private slots:
    void closesConnectionsBeyondThoseOfOneAddress();
    void countsTunnels();
    void makesHandshakesWait();
    void endsAReaderThatIsTooSlow_data();
    void endsAReaderThatIsTooSlow();
    void letsAReaderPauseWithinItsGrace();

private:
    using Values = QList<std::pair<QString, QString>>;
    void start(const Values &values);

    std::unique_ptr<RecordingUpstream> m_upstream;
    std::unique_ptr<GatewayFixture> m_gateway;
};

namespace {

const QByteArray get("GET /r HTTP/1.1\r\nHost: gw.test\r\n\r\n");
constexpr qsizetype longAnswer = 32 * 1024 * 1024; // bytes; more than the kernel keeps for a connection

} // namespace

void TestConnectionLimits::start(const Values &values)
{
    ProxySettings limits;
    for (const auto &[name, value] : values) {
        if (const Result<> set = setProxyOption(limits, name, value); !set)
            qFatal("%s", qUtf8Printable(set.error().message));
    }
    m_upstream = std::make_unique<RecordingUpstream>();
    m_gateway = std::make_unique<GatewayFixture>(1, net::ResolverSettings(), limits);
    const QString problem = m_gateway->load(RoutedUpstream::documentFor(m_upstream->port(), {}, {}));
    if (!problem.isEmpty())
        qFatal("%s", qUtf8Printable(problem));
}

void TestConnectionLimits::closesConnectionsBeyondThoseOfOneAddress()
{
    start({{u"client_connections_per_address"_s, u"2"_s}});
    RawClient first(m_gateway->port());
    RawClient second(m_gateway->port());
    QCOMPARE(first.request(get).status, 200);
    QCOMPARE(second.request(get).status, 200);
    RawClient third(m_gateway->port());
    QVERIFY(third.waitForClose());
    first.socket().disconnectFromHost();
    QTRY_COMPARE(m_gateway->gateway().traffic().totals().connectionsActive, 1);
    QCOMPARE(m_gateway->send(get).status, 200);
    QCOMPARE(second.request(get).status, 200);
}

void TestConnectionLimits::countsTunnels()
{
    start({{u"worker_connections"_s, u"1"_s}});
    m_upstream->setAnswer([](const ReceivedRequest &request) -> QByteArray {
        const bool upgrades = !request.field("Upgrade").isNull();
        return upgrades ? "HTTP/1.1 101 Switching\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n"
                        : RecordingUpstream::ok();
    });
    RawClient tunnel(m_gateway->port());
    tunnel.send("GET /r HTTP/1.1\r\nHost: gw.test\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n");
    QCOMPARE(tunnel.receive().status, 101);
    RawClient next(m_gateway->port());
    next.send(get);
    QVERIFY(!next.socket().waitForReadyRead(200));
    tunnel.reset();
    QCOMPARE(next.receive().status, 200);
}

// At ten a second there is one in each tenth.
void TestConnectionLimits::makesHandshakesWait()
{
    start({{u"ssl_handshakes_per_second"_s, u"10"_s}});
    QElapsedTimer timer;
    timer.start();
    for (int i = 0; i < 4; ++i)
        QVERIFY(TlsClient(m_gateway->tlsPort()).isEncrypted());
    QVERIFY(timer.elapsed() >= 200);
    QCOMPARE(m_gateway->send(get).status, 200); // plain ones have no part in it
}

void TestConnectionLimits::endsAReaderThatIsTooSlow_data()
{
    QTest::addColumn<QByteArray>("framing");
    QTest::newRow("length") << QByteArray("Content-Length: " + QByteArray::number(longAnswer));
    QTest::newRow("until the upstream closes") << QByteArray("X-A: b");
}

void TestConnectionLimits::endsAReaderThatIsTooSlow()
{
    QFETCH(const QByteArray, framing);
    start({{u"send_min_rate"_s, u"1000000000"_s}, {u"send_min_rate_grace"_s, u"0"_s}});
    m_upstream->setAnswer([&framing](const ReceivedRequest &) -> QByteArray {
        return "HTTP/1.1 200 OK\r\n" + framing + "\r\n\r\n" + QByteArray(longAnswer, 'x');
    });
    m_upstream->setClosesAfterAnswer(true);
    BlockingSocket client = BlockingSocket::connectTo(m_gateway->port());
    client.send(get);
    RawClient another(m_gateway->port());
    QVERIFY(!another.socket().waitForReadyRead(1500)); // the client's own pace
    QVERIFY(client.receiveAll().size() < longAnswer);
    QVERIFY(client.wasReset());
}

void TestConnectionLimits::letsAReaderPauseWithinItsGrace()
{
    start({{u"send_min_rate"_s, u"1000000000"_s}, {u"send_min_rate_grace"_s, u"1m"_s}});
    m_upstream->setAnswer([](const ReceivedRequest &) { return RecordingUpstream::ok(QByteArray(longAnswer, 'x')); });
    BlockingSocket client = BlockingSocket::connectTo(m_gateway->port());
    client.send("GET /r HTTP/1.1\r\nHost: gw.test\r\nConnection: close\r\n\r\n");
    QTRY_VERIFY(!m_upstream->requests().isEmpty());
    QVERIFY(client.receiveAll().size() > longAnswer);
    QVERIFY(client.ended());
}

QTEST_GUILESS_MAIN(TestConnectionLimits)

#include "tst_connection_limits.moc"
