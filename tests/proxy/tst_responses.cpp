// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/blocking_socket.h"
#include "tests/support/routed_upstream.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace gatehouse;

// Answers of upstreams, good and bad (RFC 9112 4 to 9, RFC 9110 15).
class TestResponses : public QObject
{
    Q_OBJECT

private slots:
    void relaysTheBody_data();
    void relaysTheBody();
    void refusesAnswer_data();
    void refusesAnswer();
    void refusesHostileAnswer_data();
    void refusesHostileAnswer();
    void breaksOffVisibly_data();
    void breaksOffVisibly();
    void hasNoBody_data();
    void hasNoBody();
    void passesInterimAnswers();
    void keepsInterimAnswersWhole();
    void passesTrailersToAClientThatAsksForThem();
    void dropsTrailersThatAreForbidden();
    void usesNoConnectionWithBytesBehindTheAnswer();
    void usesNoConnectionThatSpokeUnasked();
};

namespace {

const QByteArray plainGet("GET /r HTTP/1.1\r\nHost: gw.test\r\n\r\n");

// One exchange with an upstream that sends these bytes and closes.
RawResponse exchange(RoutedUpstream &routed, const QByteArray &answer)
{
    routed.upstream.setAnswer([answer](const ReceivedRequest &) { return answer; });
    routed.upstream.setClosesAfterAnswer(true);
    return RawClient(routed.gateway.port()).request(plainGet);
}

} // namespace

void TestResponses::relaysTheBody_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<QByteArray>("body");
    const auto row = [](const char *title, const QByteArray &answer, const QByteArray &body) {
        QTest::newRow(title) << answer << body;
    };
    row("9112 6.2 length", "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello", "hello");
    row("9112 7.1 chunked", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nhe\r\n3\r\nllo\r\n0\r\n\r\n",
        "hello");
    row("9112 7.1.1 extension", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5;a=b\r\nhello\r\n0\r\n\r\n",
        "hello");
    row("9112 7.1.2 trailer", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\nA: b\r\n\r\n",
        "hello");
    row("9112 6.3(8) until close", "HTTP/1.1 200 OK\r\n\r\nhello", "hello");
    row("9112 2.3 HTTP/1.0", "HTTP/1.0 200 OK\r\n\r\nhello", "hello");
    row("9112 4 without reason", "HTTP/1.1 200 \r\nContent-Length: 5\r\n\r\nhello", "hello");
    row("empty", "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n", "");
}

void TestResponses::relaysTheBody()
{
    QFETCH(QByteArray, answer);
    QFETCH(QByteArray, body);
    RoutedUpstream routed;
    const RawResponse response = exchange(routed, answer);
    QCOMPARE(response.status, 200);
    QVERIFY(response.head.startsWith("HTTP/1.1 ")); // RFC 9112 2.3: our own version
    QVERIFY(response.complete);
    QCOMPARE(response.body, body);
}

void TestResponses::refusesAnswer_data()
{
    QTest::addColumn<QByteArray>("answer");
    const auto row = [](const char *title, const QByteArray &answer) { QTest::newRow(title) << answer; };
    row("9112 4 garbage", "hello\r\n\r\n");
    row("9112 6.1 unknown coding", "HTTP/1.1 200 OK\r\nTransfer-Encoding: br, chunked\r\n\r\n0\r\n\r\n");
    row("9112 6.3(5) length not a number", "HTTP/1.1 200 OK\r\nContent-Length: 5x\r\n\r\nhello");
    row("9112 6.3(5) lengths differ", "HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nhello");
    row("9112 8 head cut short", "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n");
    row("9110 7.8 switches unasked", "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\n"
                                     "Connection: Upgrade\r\n\r\n");
    row("head of 100 KiB", "HTTP/1.1 200 OK\r\nX: " + QByteArray(100 * 1024, 'a') + "\r\n\r\n");
    row("no answer", "");
}

void TestResponses::refusesAnswer()
{
    QFETCH(QByteArray, answer);
    RoutedUpstream routed({"retries: 0"});
    const RawResponse response = exchange(routed, answer);
    QCOMPARE(response.status, 502);
    QVERIFY(response.complete);
    QVERIFY(response.body.contains("An invalid response was received from the upstream server"));
}

void TestResponses::refusesHostileAnswer_data()
{
    QTest::addColumn<QByteArray>("answer");
    const QDir folder(QStringLiteral(GATEHOUSE_SOURCE_DIR "/tests/hostile/corpus/response"));
    const QStringList names = folder.entryList({u"502-*"_s}, QDir::Files, QDir::Name);
    QVERIFY(!names.isEmpty());
    for (const QString &name : names) {
        QFile file(folder.filePath(name));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QTest::newRow(qPrintable(name)) << file.readAll();
    }
}

void TestResponses::refusesHostileAnswer()
{
    refusesAnswer();
}

// RFC 9112 8: an incomplete message must not look like a complete one.
void TestResponses::breaksOffVisibly_data()
{
    QTest::addColumn<QByteArray>("answer");
    const auto row = [](const char *title, const QByteArray &answer) { QTest::newRow(title) << answer; };
    row("9112 8 length", "HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\nhello");
    row("9112 8 chunk", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nff\r\nhello");
    row("9112 8 no last chunk", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n");
    row("9112 7.1 bad size", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\nxyz\r\n");
    row("9112 7.1 spilt data", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nhello\r\n0\r\n\r\n");
}

void TestResponses::breaksOffVisibly()
{
    QFETCH(QByteArray, answer);
    RoutedUpstream routed({"retries: 0"});
    const RawResponse response = exchange(routed, answer);
    QVERIFY(!response.complete);
    QVERIFY(routed.upstream.requests().size() == 1);
}

void TestResponses::hasNoBody_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<int>("status");
    QTest::newRow("9110 15.3.5 204") << QByteArray("HTTP/1.1 204 No Content\r\n\r\n") << 204;
    QTest::newRow("9110 8.6 204 with a length")
        << QByteArray("HTTP/1.1 204 No Content\r\nContent-Length: 0\r\n\r\n") << 204;
    QTest::newRow("9112 6.1 204 with chunks")
        << QByteArray("HTTP/1.1 204 No Content\r\nTransfer-Encoding: chunked\r\n\r\n") << 204;
    QTest::newRow("9110 15.4.5 304") << QByteArray("HTTP/1.1 304 Not Modified\r\nETag: \"a\"\r\n\r\n") << 304;
}

void TestResponses::hasNoBody()
{
    QFETCH(QByteArray, answer);
    QFETCH(int, status);
    RoutedUpstream routed;
    routed.upstream.setAnswer([answer](const ReceivedRequest &) { return answer; });
    RawClient client(routed.gateway.port());
    const RawResponse response = client.request(plainGet);
    QCOMPARE(response.status, status);
    QVERIFY(response.field("Transfer-Encoding").isNull());
    QVERIFY(response.field("Content-Length").isNull());
    QCOMPARE(client.request(plainGet).status, status);
}

void TestResponses::passesInterimAnswers()
{
    RoutedUpstream routed;
    routed.upstream.setAnswer([](const ReceivedRequest &) -> QByteArray {
        return "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: </a>\r\nVia: 1.1 first\r\nConnection: "
               "x-a\r\nX-A: 1\r\nContent-Length: 0\r\n\r\n" +
               RecordingUpstream::ok();
    });
    RawClient client(routed.gateway.port());
    const RawResponse hints = client.request(plainGet);
    QCOMPARE(hints.status, 103);
    QCOMPARE(hints.field("Link"), QByteArray("</a>"));
    QVERIFY(hints.field("Via").startsWith("1.1 first, 1.1 gatehouse"));
    for (const char *name : {"X-A", "Connection", "Content-Length", "Transfer-Encoding"})
        QVERIFY2(hints.field(name).isNull(), name);
    const RawResponse response = client.receive();
    QCOMPARE(response.status, 200);
    QVERIFY(response.field("Link").isNull());
}

// Nothing is read before all of it is sent: those that do not fit are left out, none is cut.
void TestResponses::keepsInterimAnswersWhole()
{
    const QByteArray hints = "HTTP/1.1 103 Early Hints\r\nLink: " + QByteArray(30000, 'a') + "\r\n";
    RoutedUpstream routed;
    routed.upstream.setAnswer([&hints](const ReceivedRequest &) -> QByteArray {
        return QByteArray(hints + "\r\n").repeated(16) + RecordingUpstream::ok("whole");
    });
    BlockingSocket client = BlockingSocket::connectTo(routed.gateway.port(), 4096);
    client.send("GET /r HTTP/1.1\r\nHost: gw.test\r\nConnection: close\r\n\r\n");
    QTRY_VERIFY(!routed.upstream.requests().isEmpty());
    QByteArray answer = client.receiveAll();
    QVERIFY(client.ended());
    while (answer.startsWith(hints))
        answer.remove(0, answer.indexOf("\r\n\r\n") + 4);
    QVERIFY2(answer.startsWith("HTTP/1.1 200 OK\r\n"), answer.left(60).constData());
    QVERIFY(answer.endsWith("\r\n\r\nwhole"));
}

// RFC 9110 6.5.1
void TestResponses::passesTrailersToAClientThatAsksForThem()
{
    RoutedUpstream routed;
    routed.upstream.setAnswer([](const ReceivedRequest &) -> QByteArray {
        return "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nTrailer: X-Sum\r\n\r\n5\r\nhello\r\n0\r\nX-Sum: "
               "1\r\n\r\n";
    });
    BlockingSocket client = BlockingSocket::connectTo(routed.gateway.port());
    client.send("GET /r HTTP/1.1\r\nHost: gw.test\r\nTE: trailers\r\nConnection: TE, close\r\n\r\n");
    const QByteArray answer = client.receiveAll();
    QVERIFY(answer.contains("\r\nTrailer: X-Sum\r\n"));
    QVERIFY(answer.endsWith("5\r\nhello\r\n0\r\nX-Sum: 1\r\n\r\n"));
    QVERIFY(client.ended());
}

void TestResponses::dropsTrailersThatAreForbidden()
{
    RoutedUpstream routed;
    routed.upstream.setAnswer([](const ReceivedRequest &) -> QByteArray {
        return "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\nContent-Length: 1\r\n"
               "X-Sum: 1\r\nset-cookie: a=b\r\nTransfer-Encoding: gzip\r\n\r\n";
    });
    BlockingSocket client = BlockingSocket::connectTo(routed.gateway.port());
    client.send("GET /r HTTP/1.1\r\nHost: gw.test\r\nTE: trailers\r\nConnection: TE, close\r\n\r\n");
    QVERIFY(client.receiveAll().endsWith("5\r\nhello\r\n0\r\nX-Sum: 1\r\n\r\n"));
}

// RFC 9112 9.2
void TestResponses::usesNoConnectionWithBytesBehindTheAnswer()
{
    RoutedUpstream routed;
    routed.upstream.setAnswer([](const ReceivedRequest &) -> QByteArray {
        return RecordingUpstream::ok() + "HTTP/1.1 200 OK\r\nX-Evil: 1\r\n\r\n";
    });
    QCOMPARE(routed.gateway.get("/r").body, QByteArray("ok"));
    routed.upstream.setAnswer([](const ReceivedRequest &) { return RecordingUpstream::ok("second"); });
    QCOMPARE(routed.gateway.get("/r").body, QByteArray("second"));
}

void TestResponses::usesNoConnectionThatSpokeUnasked()
{
    RoutedUpstream routed;
    QCOMPARE(routed.gateway.get("/r").body, QByteArray("ok"));
    routed.upstream.sendUnasked("HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nevil");
    routed.upstream.setAnswer([](const ReceivedRequest &) { return RecordingUpstream::ok("second"); });
    QCOMPARE(routed.gateway.get("/r").body, QByteArray("second"));
}

QTEST_GUILESS_MAIN(TestResponses)

#include "tst_responses.moc"
