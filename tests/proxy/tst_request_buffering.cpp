// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/proxy_options.h"
#include "tests/support/blocking_socket.h"
#include "tests/support/routed_upstream.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace gatehouse;

// Kong's request_buffering: whether an upstream meets a request before its body is here.
class TestRequestBuffering : public QObject
{
    Q_OBJECT

private slots:
    void asksTheUpstreamWhenTheBodyIsHere();
    void doesNotAskForABodyThatIsCut_data();
    void doesNotAskForABodyThatIsCut();
    void asksAtOnceWithout();
    void asksAtOnceForAnExpectation_data();
    void asksAtOnceForAnExpectation();
    void streamsABodyBeyondTheBuffer();
    void streamsABodyThatTakesItsTime_data();
    void streamsABodyThatTakesItsTime();
    void triesAgainWithTheSameBody();
    void keepsTheRequestBehindTheBody();
    void keepsTheConnectionAfterAnEarlyAnswer();

private:
    void start(const QString &name = {}, const QString &value = {}, const QByteArray &routeField = {});

    std::unique_ptr<RecordingUpstream> m_upstream;
    std::unique_ptr<GatewayFixture> m_gateway;
};

namespace {

const QByteArray post("POST /r HTTP/1.1\r\nHost: gw.test\r\n");
const QByteArray get("GET /r HTTP/1.1\r\nHost: gw.test\r\n\r\n");

} // namespace

void TestRequestBuffering::start(const QString &name, const QString &value, const QByteArray &routeField)
{
    ProxySettings limits;
    limits.bufferedBodyTime = std::chrono::seconds(60); // far beyond what a test waits
    if (!name.isEmpty())
        QVERIFY(setProxyOption(limits, name, value));
    m_upstream = std::make_unique<RecordingUpstream>();
    m_gateway = std::make_unique<GatewayFixture>(1, net::ResolverSettings(), limits);
    QList<QByteArray> routeFields;
    if (!routeField.isEmpty())
        routeFields << routeField;
    QCOMPARE(m_gateway->load(RoutedUpstream::documentFor(m_upstream->port(), {}, routeFields)), QString());
}

void TestRequestBuffering::asksTheUpstreamWhenTheBodyIsHere()
{
    start();
    RawClient client(m_gateway->port());
    client.send(post + "Content-Length: 10\r\n\r\nhello");
    QCOMPARE(m_gateway->send(get).status, 200); // the worker has gone on
    QCOMPARE(m_upstream->requests().size(), 1);
    client.send("world");
    QCOMPARE(client.receive().status, 200);
    QCOMPARE(m_upstream->requests().last().body, QByteArray("helloworld"));
    QCOMPARE(m_upstream->requests().last().field("Content-Length"), QByteArray("10"));
}

void TestRequestBuffering::doesNotAskForABodyThatIsCut_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::newRow("length") << post + "Content-Length: 10\r\n\r\nhello";
    QTest::newRow("chunked") << post + "Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n";
    QTest::newRow("no octet") << post + "Content-Length: 10\r\n\r\n";
}

void TestRequestBuffering::doesNotAskForABodyThatIsCut()
{
    QFETCH(const QByteArray, request);
    start();
    RawClient client(m_gateway->port());
    client.send(request);
    client.closeWriting();
    QVERIFY(client.waitForClose());
    QCOMPARE(m_upstream->connections(), 0);
}

void TestRequestBuffering::asksAtOnceWithout()
{
    start({}, {}, "request_buffering: false");
    RawClient client(m_gateway->port());
    client.send(post + "Content-Length: 10\r\n\r\nhello");
    QTRY_VERIFY(m_upstream->rawBytes().endsWith("hello"));
    client.send("world");
    QCOMPARE(client.receive().status, 200);
}

void TestRequestBuffering::asksAtOnceForAnExpectation_data()
{
    QTest::addColumn<QByteArray>("framing");
    QTest::newRow("length") << QByteArray("Content-Length: 10\r\n");
    QTest::newRow("chunked") << QByteArray("Transfer-Encoding: chunked\r\n");
}

// RFC 9110 10.1.1: the upstream may refuse a request for its head.
void TestRequestBuffering::asksAtOnceForAnExpectation()
{
    QFETCH(const QByteArray, framing);
    start();
    m_upstream->setAnswersHeads(true);
    m_upstream->setAnswer([](const ReceivedRequest &) { return "HTTP/1.1 403 No\r\nContent-Length: 0\r\n\r\n"; });
    RawClient client(m_gateway->port());
    client.send(post + "Expect: 100-continue\r\n" + framing + "\r\n");
    RawResponse response = client.receive();
    if (response.status == 100)
        response = client.receive();
    QCOMPARE(response.status, 403);
    QVERIFY(client.waitForClose());
}

void TestRequestBuffering::streamsABodyBeyondTheBuffer()
{
    start(u"client_body_buffer_size"_s, u"9"_s);
    RawClient client(m_gateway->port());
    client.send(post + "Content-Length: 10\r\n\r\nhello");
    QTRY_VERIFY(m_upstream->rawBytes().endsWith("hello"));
    client.send("world");
    QCOMPARE(client.receive().status, 200);
    QCOMPARE(m_upstream->requests().last().body, QByteArray("helloworld"));
}

void TestRequestBuffering::streamsABodyThatTakesItsTime_data()
{
    QTest::addColumn<QByteArray>("begin");
    QTest::addColumn<QByteArray>("end");
    QTest::newRow("length") << post + "Content-Length: 10\r\n\r\nhello" << QByteArray("world");
    QTest::newRow("no octet") << post + "Content-Length: 10\r\n\r\n" << QByteArray("helloworld");
    QTest::newRow("chunked") << post + "Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n"
                             << QByteArray("5\r\nworld\r\n0\r\n\r\n");
}

void TestRequestBuffering::streamsABodyThatTakesItsTime()
{
    QFETCH(const QByteArray, begin);
    QFETCH(const QByteArray, end);
    start(u"client_body_buffer_time"_s, u"50ms"_s);
    RawClient client(m_gateway->port());
    client.send(begin);
    QTRY_COMPARE(m_upstream->connections(), 1);
    client.send(end + get);
    QCOMPARE(client.receive().status, 200);
    QCOMPARE(client.receive().status, 200);
    QCOMPARE(m_upstream->requests().first().body, QByteArray("helloworld"));
}

// The first connection is lost with the whole request; PUT may be sent again.
void TestRequestBuffering::triesAgainWithTheSameBody()
{
    start();
    m_upstream->setAnswer(
        [tries = 0](const ReceivedRequest &) mutable { return ++tries == 1 ? QByteArray() : RecordingUpstream::ok(); });
    RawClient client(m_gateway->port());
    client.send("PUT /r HTTP/1.1\r\nHost: gw.test\r\nContent-Length: 10\r\n\r\nhello");
    client.send("world");
    QCOMPARE(client.receive().status, 200);
    QCOMPARE(m_upstream->requests().size(), 2);
    QCOMPARE(m_upstream->requests().last().body, QByteArray("helloworld"));
}

void TestRequestBuffering::keepsTheRequestBehindTheBody()
{
    start();
    RawClient client(m_gateway->port());
    client.send(post + "Content-Length: 100000\r\n\r\n" + QByteArray(50000, 'a'));
    client.send(QByteArray(50000, 'b') + get);
    QCOMPARE(client.receive().status, 200);
    QCOMPARE(client.receive().status, 200);
    QCOMPARE(m_upstream->requests().first().body, QByteArray(50000, 'a') + QByteArray(50000, 'b'));
}

// The upstream does not want the body: that is between it and the gateway.
void TestRequestBuffering::keepsTheConnectionAfterAnEarlyAnswer()
{
    constexpr qsizetype size = 12 * 1024 * 1024; // more than the kernel keeps for a connection
    start(u"client_body_buffer_size"_s, u"16m"_s);
    BlockingListener listener;
    QCOMPARE(m_gateway->load(RoutedUpstream::documentFor(listener.port(), {}, {})), QString());
    RawClient client(m_gateway->port());
    client.send(post + "Content-Length: " + QByteArray::number(size) + "\r\n\r\n" + QByteArray(size, 'x'));
    BlockingSocket early = listener.accept();
    early.receiveUntil("\r\n\r\n");
    early.send("HTTP/1.1 413 No\r\nContent-Length: 0\r\n\r\n");
    const RawResponse refused = client.receive();
    QCOMPARE(refused.status, 413);
    QCOMPARE(refused.field("Connection"), QByteArray("keep-alive"));
    client.send(get);
    BlockingSocket another = listener.accept();
    another.receiveUntil("\r\n\r\n");
    another.send(RecordingUpstream::ok());
    QCOMPARE(client.receive().status, 200);
}

QTEST_GUILESS_MAIN(TestRequestBuffering)

#include "tst_request_buffering.moc"
