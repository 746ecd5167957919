// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/request_parser.h"
#include "tests/core/http/request_text.h"
#include "tests/hostile/parser_feed.h"
#include "tests/support/octets.h"

#include <QTest>

using namespace gatehouse;
using namespace gatehouse::http;

// What the parser finds in heads that it accepts; tst_request_parser is about which ones those are.
class TestRequestHead : public QObject
{
    Q_OBJECT

private slots:
    void readsTheRequestLine();
    void readsFieldsInOrderWithTheirMeaning();
    void decidesFraming_data();
    void decidesFraming();
    void decidesPersistence_data();
    void decidesPersistence();
    void marksNominatedFields();
    void prefersTheAuthorityOfTheTarget_data();
    void prefersTheAuthorityOfTheTarget();
    void readsExpectUpgradeAndTe();
    void stopsAtTheEndOfTheHead();
    void failsAtTheOffendingOctet_data();
    void failsAtTheOffendingOctet();
    void startsAfreshAfterReset();
};

void TestRequestHead::readsTheRequestLine()
{
    const QByteArray message = requestWithLine("PATCH /a%20b/c?d=e?f HTTP/1.0");
    RequestParser parser{Limits()};
    RequestHead head;
    QCOMPARE(parser.parse(view(message), head), ParseStatus::Done);
    QCOMPARE(bytes(head.method), "PATCH");
    QCOMPARE(bytes(head.target), "/a%20b/c?d=e?f");
    QCOMPARE(bytes(head.path), "/a%20b/c");
    QCOMPARE(bytes(head.query), "?d=e?f");
    QCOMPARE(bytes(head.host), "a.test");
    QCOMPARE(int(head.minorVersion), 0);
}

void TestRequestHead::readsFieldsInOrderWithTheirMeaning()
{
    const QByteArray message = request({"X-B:  two  words ", "cookie: a=1", "COOKIE: b=2", "X-b:"});
    RequestParser parser{Limits()};
    RequestHead head;
    QCOMPARE(parser.parse(view(message), head), ParseStatus::Done);
    QCOMPARE(head.fields.size(), 5U);
    const Field *field = head.fields.begin() + 1;
    QCOMPARE(bytes(field[0].name), "X-B");
    QCOMPARE(bytes(field[0].value), "two  words");
    QCOMPARE(field[0].id, FieldId::Other);
    QCOMPARE(field[1].id, FieldId::Cookie);
    QCOMPARE(bytes(field[2].value), "b=2");
    QVERIFY(field[3].value.empty());
}

void TestRequestHead::decidesFraming_data()
{
    QTest::addColumn<QByteArray>("message");
    QTest::addColumn<Framing>("framing");
    QTest::addColumn<quint64>("length");
    QTest::newRow("neither") << request({}) << Framing::None << quint64(0);
    QTest::newRow("length") << request({"Content-Length: 12"}) << Framing::Length << quint64(12);
    QTest::newRow("length 0") << request({"Content-Length: 0"}) << Framing::Length << quint64(0);
    QTest::newRow("chunked") << request({"Transfer-Encoding: Chunked"}) << Framing::Chunked << quint64(0);
}

void TestRequestHead::decidesFraming()
{
    QFETCH(const QByteArray, message);
    RequestParser parser{Limits()};
    RequestHead head;
    QCOMPARE(parser.parse(view(message), head), ParseStatus::Done);
    QTEST(head.framing, "framing");
    QTEST(quint64(head.contentLength), "length");
}

void TestRequestHead::decidesPersistence_data()
{
    QTest::addColumn<QByteArray>("message");
    QTest::addColumn<bool>("keepAlive");
    const QByteArray old = "GET / HTTP/1.0";
    QTest::newRow("1.1") << request({}) << true;
    QTest::newRow("1.1 close") << request({"Connection: Close"}) << false;
    QTest::newRow("1.1 close in a second line") << request({"Connection: x", "Connection: y , close"}) << false;
    QTest::newRow("1.1 both") << request({"Connection: keep-alive, close"}) << false;
    QTest::newRow("1.0") << request({}, old) << false;
    QTest::newRow("1.0 keep-alive") << request({"Connection: Keep-Alive"}, old) << true;
    QTest::newRow("1.0 both") << request({"Connection: keep-alive, close"}, old) << false;
}

void TestRequestHead::decidesPersistence()
{
    QFETCH(const QByteArray, message);
    RequestParser parser{Limits()};
    RequestHead head;
    QCOMPARE(parser.parse(view(message), head), ParseStatus::Done);
    QTEST(head.keepAlive, "keepAlive");
}

void TestRequestHead::marksNominatedFields()
{
    const QByteArray message = request({"X-One: 1", "Connection: x-one, ,X-TWO", "X-Two: 2", "x-one: 3", "X-Three: 4"});
    RequestParser parser{Limits()};
    RequestHead head;
    QCOMPARE(parser.parse(view(message), head), ParseStatus::Done);
    QByteArray nominated;
    for (const Field &field : head.fields)
        nominated += field.nominated ? '1' : '0';
    QCOMPARE(nominated, "010110");
}

void TestRequestHead::prefersTheAuthorityOfTheTarget_data()
{
    QTest::addColumn<QByteArray>("message");
    QTest::addColumn<QByteArray>("host");
    QTest::addColumn<QByteArray>("path");
    QTest::newRow("origin-form") << requestWithLine("GET /x HTTP/1.1") << QByteArray("a.test") << QByteArray("/x");
    QTest::newRow("absolute-form") << requestWithLine("GET http://b.test:8/x HTTP/1.1") << QByteArray("b.test:8")
                                   << QByteArray("/x");
    QTest::newRow("without path") << requestWithLine("GET http://b.test?x HTTP/1.1") << QByteArray("b.test")
                                  << QByteArray("/");
    QTest::newRow("without Host") << QByteArray("GET http://b.test HTTP/1.0\r\n\r\n") << QByteArray("b.test")
                                  << QByteArray("/");
}

void TestRequestHead::prefersTheAuthorityOfTheTarget()
{
    QFETCH(const QByteArray, message);
    RequestParser parser{Limits()};
    RequestHead head;
    QCOMPARE(parser.parse(view(message), head), ParseStatus::Done);
    QTEST(bytes(head.host), "host");
    QTEST(bytes(head.path), "path");
    QVERIFY(head.hasHost);
}

void TestRequestHead::readsExpectUpgradeAndTe()
{
    const QByteArrayList lines{"Expect: 100-Continue", "Upgrade: websocket", "Connection: Upgrade", "TE: x, Trailers"};
    RequestParser parser{Limits()};
    RequestHead head;
    const QByteArray message = request(lines);
    QCOMPARE(parser.parse(view(message), head), ParseStatus::Done);
    QVERIFY(head.expectContinue);
    QVERIFY(head.connectionUpgrade);
    QVERIFY(head.acceptsTrailers);
    QCOMPARE(bytes(head.upgrade), "websocket");

    parser.reset();
    const QByteArray old = request(lines, "POST / HTTP/1.0");
    QCOMPARE(parser.parse(view(old), head), ParseStatus::Done);
    QVERIFY(!head.expectContinue);
}

void TestRequestHead::stopsAtTheEndOfTheHead()
{
    const QByteArray first = request({"Content-Length: 4"});
    const QByteArray message = first + "bodyGET / HTTP/1.1\r\n\0\n";
    RequestParser parser{Limits()};
    RequestHead head;
    QCOMPARE(parser.parse(view(message), head), ParseStatus::Done);
    QCOMPARE(parser.headSize(), std::size_t(first.size()));
    QCOMPARE(parser.parse(view(message), head), ParseStatus::Done);
}

void TestRequestHead::failsAtTheOffendingOctet_data()
{
    QTest::addColumn<QByteArray>("message");
    QTest::newRow("bare LF") << QByteArray("GET / HTTP/1.1\n");
    QTest::newRow("NUL") << QByteArray("\0", 1);
    QTest::newRow("request line") << QByteArray("GET / HTTP/3.0\r\n");
    QTest::newRow("field") << QByteArray("GET / HTTP/1.1\r\nHost : a\r\n");
    QTest::newRow("second Host") << QByteArray("GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n");
}

void TestRequestHead::failsAtTheOffendingOctet()
{
    QFETCH(const QByteArray, message);
    RequestParser parser{Limits()};
    RequestHead head;
    QCOMPARE(parser.parse(view(message).substr(0, std::size_t(message.size()) - 1), head), ParseStatus::NeedMore);
    QCOMPARE(parser.parse(view(message), head), ParseStatus::Failed);
    QCOMPARE(parser.parse(view(message + "\r\n"), head), ParseStatus::Failed);
}

void TestRequestHead::startsAfreshAfterReset()
{
    const QByteArrayList lines{"Content-Length: 3", "Expect: 100-continue", "TE: trailers", "Upgrade: x",
                               "Connection: close, upgrade"};
    const QByteArray full = request(lines, "POST http://b.test/x?y HTTP/1.1");
    const QByteArray bare = "GET / HTTP/1.0\r\n\r\n";
    RequestParser parser{Limits()};
    RequestHead used;
    QCOMPARE(parser.parse(view(full), used), ParseStatus::Done);
    parser.reset();
    QCOMPARE(parser.parse(view(bare), used), ParseStatus::Done);
    RequestHead fresh;
    RequestParser second{Limits()};
    QCOMPARE(second.parse(view(bare), fresh), ParseStatus::Done);
    QCOMPARE(bytes(hostile::describe(used)), bytes(hostile::describe(fresh)));
}

QTEST_GUILESS_MAIN(TestRequestHead)
#include "tst_request_head.moc"
