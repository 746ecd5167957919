// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/routed_upstream.h"
#include "tests/support/silent_upstream.h"

#include <QElapsedTimer>
#include <QTest>

#include <netinet/in.h>
#include <sys/socket.h>

#include <unistd.h>

using namespace gatehouse;

// The three timeouts of a service, each against an upstream that makes it expire (RFC 9110 15.6.5).
class TestTimeouts : public QObject
{
    Q_OBJECT

private slots:
    void answers504WhenTheUpstreamSaysNothing();
    void answers504WhenTheUpstreamTakesNothing();
    void answers504WhenTheUpstreamDoesNotConnect();
    void triesAgainAfterATimeout();
    void doesNotRepeatAPostAfterATimeout();
    void breaksOffWhenTheUpstreamStopsInTheBody();
    void countsTheGapsAndNotTheWhole();
    void endsATunnelThatIsSilent();
};

namespace {

const QByteArray get("GET /r HTTP/1.1\r\nHost: gw.test\r\n\r\n");

QString load(GatewayFixture &gateway, quint16 port, const QList<QByteArray> &serviceFields)
{
    return gateway.load(RoutedUpstream::documentFor(port, serviceFields, {}));
}

// A listening socket whose queue is full: the system leaves further connections without an answer.
class FullUpstream
{
public:
    FullUpstream()
    {
        m_listener = ::socket(AF_INET, SOCK_STREAM, 0);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof address;
        ::bind(m_listener, reinterpret_cast<sockaddr *>(&address), size);
        ::listen(m_listener, 0);
        ::getsockname(m_listener, reinterpret_cast<sockaddr *>(&address), &size);
        m_port = ntohs(address.sin_port);
        for (int &client : m_clients) {
            client = ::socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0);
            static_cast<void>(::connect(client, reinterpret_cast<sockaddr *>(&address), size));
        }
    }

    ~FullUpstream()
    {
        for (const int client : m_clients)
            ::close(client);
        ::close(m_listener);
    }

    FullUpstream(const FullUpstream &) = delete;
    FullUpstream &operator=(const FullUpstream &) = delete;

    [[nodiscard]] quint16 port() const { return m_port; }

private:
    int m_listener = -1;
    std::array<int, 4> m_clients{};
    quint16 m_port = 0;
};

} // namespace

void TestTimeouts::answers504WhenTheUpstreamSaysNothing()
{
    SilentUpstream upstream;
    GatewayFixture gateway;
    QCOMPARE(load(gateway, upstream.port(), {"read_timeout: 100", "retries: 0"}), QString());
    QElapsedTimer timer;
    timer.start();
    const RawResponse response = gateway.send(get);
    QCOMPARE(response.status, 504);
    QVERIFY(response.body.contains("The upstream server is timing out"));
    QVERIFY(timer.elapsed() >= 100);
    QVERIFY(timer.elapsed() < 3000);
}

void TestTimeouts::answers504WhenTheUpstreamTakesNothing()
{
    SilentUpstream upstream;
    GatewayFixture gateway;
    QCOMPARE(load(gateway, upstream.port(), {"write_timeout: 100", "read_timeout: 60000", "retries: 0"}), QString());
    RawClient client(gateway.port());
    client.socket().write("POST /r HTTP/1.1\r\nHost: gw.test\r\nContent-Length: 100000000\r\n\r\n" +
                          QByteArray(50000000, 'a'));
    QCOMPARE(client.receive().status, 504);
}

void TestTimeouts::answers504WhenTheUpstreamDoesNotConnect()
{
    FullUpstream upstream;
    GatewayFixture gateway;
    QCOMPARE(load(gateway, upstream.port(), {"connect_timeout: 100", "retries: 0"}), QString());
    QCOMPARE(gateway.send(get).status, 504);
}

void TestTimeouts::triesAgainAfterATimeout()
{
    RoutedUpstream routed({"read_timeout: 100", "retries: 2"});
    routed.upstream.setHoldsBack(true);
    QCOMPARE(routed.gateway.send(get).status, 504);
    QCOMPARE(routed.upstream.requests().size(), 3);
}

void TestTimeouts::doesNotRepeatAPostAfterATimeout()
{
    RoutedUpstream routed({"read_timeout: 100", "retries: 2"});
    routed.upstream.setHoldsBack(true);
    QCOMPARE(routed.gateway.send("POST /r HTTP/1.1\r\nHost: gw.test\r\nContent-Length: 2\r\n\r\nhi").status, 504);
    QCOMPARE(routed.upstream.requests().size(), 1);
}

void TestTimeouts::breaksOffWhenTheUpstreamStopsInTheBody()
{
    RoutedUpstream routed({"read_timeout: 100"});
    routed.upstream.setAnswer(
        [](const ReceivedRequest &) { return QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\nhello"); });
    RawClient client(routed.gateway.port());
    const RawResponse response = client.request(get);
    QCOMPARE(response.status, 200);
    QVERIFY(!response.complete);
    QVERIFY(client.waitForClose());
    QCOMPARE(routed.upstream.requests().size(), 1);
}

// Ten parts, each well inside the timeout, all together well beyond it.
void TestTimeouts::countsTheGapsAndNotTheWhole()
{
    RoutedUpstream routed({"read_timeout: 400"});
    routed.upstream.setAnswer(
        [](const ReceivedRequest &) { return QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n"); });
    RawClient client(routed.gateway.port());
    client.send(get);
    QTimer drip;
    QObject::connect(&drip, &QTimer::timeout, &drip, [&routed] { routed.upstream.sendUnasked("x"); });
    drip.start(100);
    QTRY_VERIFY_WITH_TIMEOUT(client.socket().bytesAvailable() > 0 && client.socket().peek(4096).endsWith("xxxxxxxxxx"),
                             5000);
    QVERIFY(client.receive().complete);
}

void TestTimeouts::endsATunnelThatIsSilent()
{
    RoutedUpstream routed({"read_timeout: 100"});
    routed.upstream.setAnswer([](const ReceivedRequest &) {
        return QByteArray("HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n");
    });
    RawClient client(routed.gateway.port());
    client.send("GET /r HTTP/1.1\r\nHost: gw.test\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n");
    QCOMPARE(client.receive().status, 101);
    QVERIFY(client.waitForClose());
}

QTEST_GUILESS_MAIN(TestTimeouts)

#include "tst_timeouts.moc"
