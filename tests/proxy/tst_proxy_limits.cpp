// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/proxy_options.h"
#include "tests/support/blocking_socket.h"
#include "tests/support/routed_upstream.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace gatehouse;

// Every limit of the proxy, set by its name and met at the limit and one beyond.
class TestLimits : public QObject
{
    Q_OBJECT

private slots:
    void limits_data();
    void limits();
    void endsAHeadThatTakesTooLong();
    void endsABodyThatStops_data();
    void endsABodyThatStops();
    void endsABodyThatIsTooSlow();
    void letsASlowBodyPassWithoutRequestBuffering();
    void closesAnIdleConnection();
    void closesAfterSoManyRequests();
    void keepsNoUpstreamConnectionWithoutAPool();
    void closesAnUpstreamConnectionAfterSoManyRequests();
    void closesAnIdleUpstreamConnection();
    void streamsAChunkedBodyThatTakesItsTime();
    void makesConnectionsWaitForRoom();

private:
    using Values = QList<std::pair<QString, QString>>;
    // A gateway with these settings and a route for everything.
    void start(const Values &values, const QList<QByteArray> &routeFields = {});

    std::unique_ptr<RecordingUpstream> m_upstream;
    std::unique_ptr<GatewayFixture> m_gateway;
};

namespace {

const QByteArray get("GET /r HTTP/1.1\r\nHost: gw.test\r\n\r\n");
const QByteArray post("POST /r HTTP/1.1\r\nHost: gw.test\r\n");

QByteArray chunked(const QByteArray &body)
{
    return post + "Transfer-Encoding: chunked\r\n\r\n" + QByteArray::number(body.size(), 16) + "\r\n" + body +
           "\r\n0\r\n\r\n";
}

QByteArray withLength(const QByteArray &body)
{
    return post + "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

} // namespace

void TestLimits::start(const Values &values, const QList<QByteArray> &routeFields)
{
    ProxySettings limits;
    for (const auto &[name, value] : values) {
        if (const Result<> set = setProxyOption(limits, name, value); !set)
            qFatal("%s", qUtf8Printable(set.error().message));
    }
    m_upstream = std::make_unique<RecordingUpstream>();
    m_gateway = std::make_unique<GatewayFixture>(1, net::ResolverSettings(), limits);
    const QString problem = m_gateway->load(RoutedUpstream::documentFor(m_upstream->port(), {}, routeFields));
    if (!problem.isEmpty())
        qFatal("%s", qUtf8Printable(problem));
}

void TestLimits::limits_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QByteArray>("atLimit");
    QTest::addColumn<QByteArray>("beyond");
    QTest::addColumn<int>("status");
    const QString body = u"client_max_body_size"_s;
    const QString buffers = u"large_client_header_buffers"_s;
    const auto field = [](int size) -> QByteArray {
        return "GET /r HTTP/1.1\r\nHost: gw.test\r\nA: " + QByteArray(size - 3, 'a') + "\r\n\r\n";
    };
    const auto line = [](int size) -> QByteArray {
        return "GET /" + QByteArray(size - 14, 'a') + " HTTP/1.1\r\nHost: gw.test\r\n\r\n";
    };
    const auto head = [](int size) -> QByteArray {
        const QByteArray start = "GET /r HTTP/1.1\r\nHost: gw.test\r\nA: " + QByteArray(900, 'a') + "\r\nB: ";
        return start + QByteArray(size - start.size() - 4, 'b') + "\r\n\r\n";
    };
    QTest::newRow("length") << body << u"1k"_s << withLength(QByteArray(1024, 'a')) << withLength(QByteArray(1025, 'a'))
                            << 413;
    QTest::newRow("chunked") << body << u"1k"_s << chunked(QByteArray(1024, 'a')) << chunked(QByteArray(1025, 'a'))
                             << 413;
    QTest::newRow("request line") << buffers << u"4 1k"_s << line(1024) << line(1025) << 414;
    QTest::newRow("field line") << buffers << u"4 1k"_s << field(1024) << field(1025) << 431;
    QTest::newRow("head") << buffers << u"1 1k"_s << head(1024) << head(1025) << 431;
    QTest::newRow("fields") << u"client_header_fields"_s << u"2"_s
                            << QByteArray("GET /r HTTP/1.1\r\nHost: gw.test\r\nA: b\r\n\r\n")
                            << QByteArray("GET /r HTTP/1.1\r\nHost: gw.test\r\nA: b\r\nA: b\r\n\r\n") << 431;
}

void TestLimits::limits()
{
    QFETCH(QString, name);
    QFETCH(QString, value);
    QFETCH(QByteArray, atLimit);
    QFETCH(QByteArray, beyond);
    QFETCH(int, status);
    for (const char *buffering : {"request_buffering: true", "request_buffering: false"}) {
        start({{name, value}}, {buffering});
        QCOMPARE(m_gateway->send(atLimit).status, 200);
        RawClient client(m_gateway->port());
        const RawResponse refused = client.request(beyond);
        QCOMPARE(refused.status, status);
        QCOMPARE(refused.field("Connection"), QByteArray("close"));
        QVERIFY(client.waitForClose());
        QCOMPARE(m_upstream->requests().size(), 1);
    }
}

void TestLimits::endsAHeadThatTakesTooLong()
{
    start({{u"client_header_timeout"_s, u"100ms"_s}});
    RawClient client(m_gateway->port());
    QCOMPARE(client.request("GET /r HTTP/1.1\r\nHost:").status, 408);
    QVERIFY(client.waitForClose());
}

void TestLimits::endsABodyThatStops_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::newRow("length") << post + "Content-Length: 10\r\n\r\nhello";
    QTest::newRow("chunked") << post + "Transfer-Encoding: chunked\r\n\r\na\r\nhello";
}

void TestLimits::endsABodyThatStops()
{
    QFETCH(QByteArray, request);
    for (const char *buffering : {"request_buffering: true", "request_buffering: false"}) {
        start({{u"client_body_timeout"_s, u"100ms"_s}}, {buffering});
        RawClient client(m_gateway->port());
        QCOMPARE(client.request(request).status, 408);
        QVERIFY(client.waitForClose());
        QVERIFY(m_upstream->requests().isEmpty());
    }
}

void TestLimits::endsABodyThatIsTooSlow()
{
    start({{u"client_body_min_rate"_s, u"1000"_s}, {u"client_body_min_rate_grace"_s, u"500ms"_s}});
    RawClient client(m_gateway->port());
    client.send(post + "Content-Length: 100\r\n\r\n");
    for (int i = 0; i < 40 && client.socket().bytesAvailable() == 0; ++i) {
        client.send("x");
        client.socket().waitForReadyRead(50); // the client's own pace
    }
    QCOMPARE(client.receive().status, 408);
    QVERIFY(m_upstream->requests().isEmpty());
}

void TestLimits::letsASlowBodyPassWithoutRequestBuffering()
{
    start({{u"client_body_min_rate"_s, u"1000"_s}, {u"client_body_min_rate_grace"_s, u"0"_s}},
          {"request_buffering: false"});
    RawClient client(m_gateway->port());
    client.send(post + "Content-Length: 12\r\n\r\n");
    for (int i = 0; i < 12; ++i) {
        client.send("x");
        client.socket().waitForReadyRead(100);
    }
    QCOMPARE(client.receive().status, 200);
}

void TestLimits::closesAnIdleConnection()
{
    start({{u"keepalive_timeout"_s, u"100ms"_s}});
    RawClient client(m_gateway->port());
    QCOMPARE(client.request(get).status, 200);
    QVERIFY(client.waitForClose());
}

void TestLimits::closesAfterSoManyRequests()
{
    start({{u"keepalive_requests"_s, u"2"_s}});
    RawClient client(m_gateway->port());
    QCOMPARE(client.request(get).field("Connection"), QByteArray("keep-alive"));
    QCOMPARE(client.request(get).field("Connection"), QByteArray("close"));
    QVERIFY(client.waitForClose());
}

void TestLimits::keepsNoUpstreamConnectionWithoutAPool()
{
    start({{u"upstream_keepalive_pool_size"_s, u"0"_s}});
    QCOMPARE(m_gateway->send(get).status, 200);
    QCOMPARE(m_gateway->send(get).status, 200);
    QCOMPARE(m_upstream->connections(), 2);
}

void TestLimits::closesAnUpstreamConnectionAfterSoManyRequests()
{
    start({{u"upstream_keepalive_max_requests"_s, u"2"_s}});
    for (int i = 0; i < 3; ++i)
        QCOMPARE(m_gateway->send(get).status, 200);
    QCOMPARE(m_upstream->connections(), 2);
}

void TestLimits::closesAnIdleUpstreamConnection()
{
    start({{u"upstream_keepalive_idle_timeout"_s, u"100ms"_s}});
    BlockingListener listener;
    QCOMPARE(m_gateway->load(RoutedUpstream::documentFor(listener.port(), {}, {})), QString());
    BlockingSocket client = BlockingSocket::connectTo(m_gateway->port());
    client.send(get);
    BlockingSocket upstream = listener.accept();
    upstream.receiveUntil("\r\n\r\n");
    upstream.send(RecordingUpstream::ok());
    upstream.receiveAll();
    QVERIFY(upstream.ended());
}

// A client that makes its body as it goes, and an upstream that answers before it ends.
void TestLimits::streamsAChunkedBodyThatTakesItsTime()
{
    start({{u"client_body_buffer_time"_s, u"100ms"_s}});
    m_upstream->setAnswersHeads(true);
    RawClient client(m_gateway->port());
    client.send(post + "Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n");
    QCOMPARE(client.receive().status, 200);
    QCOMPARE(m_upstream->requests().value(0).field("Transfer-Encoding"), QByteArray("chunked"));
}

void TestLimits::makesConnectionsWaitForRoom()
{
    start({{u"worker_connections"_s, u"2"_s}});
    RawClient first(m_gateway->port());
    RawClient second(m_gateway->port());
    QCOMPARE(first.request(get).status, 200);
    QCOMPARE(second.request(get).status, 200);
    RawClient third(m_gateway->port());
    third.send(get);
    QVERIFY(!third.socket().waitForReadyRead(200));
    first.socket().disconnectFromHost();
    QCOMPARE(third.receive().status, 200);
    QCOMPARE(second.request(get).status, 200);
}

QTEST_GUILESS_MAIN(TestLimits)

#include "tst_proxy_limits.moc"
