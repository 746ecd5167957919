// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/response_parser.h"
#include "tests/hostile/parser_feed.h"
#include "tests/support/octets.h"

#include <QTest>

using namespace gatehouse;
using namespace gatehouse::http;

namespace {

QByteArray response(const QByteArrayList &lines, const QByteArray &statusLine = "HTTP/1.1 200 OK")
{
    QByteArray text = statusLine + "\r\n";
    for (const QByteArray &line : lines)
        text += line + "\r\n";
    return text + "\r\n";
}

QByteArray responseWithLine(const QByteArray &statusLine)
{
    return response({}, statusLine);
}

QByteArray headOfSize(int size)
{
    QByteArrayList lines;
    while (response(lines).size() + 30000 < size)
        lines.append("X: " + QByteArray(20000, 'x'));
    lines.append("Y: ");
    lines.last() += QByteArray(size - response(lines).size(), 'y');
    return response(lines);
}

void accepts(const QByteArray &name, const QByteArray &message)
{
    QTest::newRow(name.constData()) << message << true;
}

void refuses(const QByteArray &name, const QByteArray &message)
{
    QTest::newRow(name.constData()) << message << false;
}

} // namespace

class TestResponseParser : public QObject
{
    Q_OBJECT

private slots:
    void acceptsAndRefuses_data();
    void acceptsAndRefuses();
    void readsTheStatusLine_data();
    void readsTheStatusLine();
    void decidesFraming_data();
    void decidesFraming();
    void decidesReuse_data();
    void decidesReuse();
    void marksNominatedFields();
    void stopsAtTheEndOfEachHead();

private:
    void addFieldRows();
    void addFramingRows();
};

void TestResponseParser::acceptsAndRefuses_data()
{
    QTest::addColumn<QByteArray>("message");
    QTest::addColumn<bool>("accepted");
    for (const char *line : {"HTTP/1.1 200 OK", "HTTP/1.0 404 Not Found", "HTTP/1.1 200 ", "HTTP/1.1 200",
                             "HTTP/1.1 100 Continue", "HTTP/1.1 999 x", "HTTP/1.2 200 OK", "HTTP/1.1 200 \xc3\xa9\t!"})
        accepts(line, responseWithLine(line));
    for (const char *line : {"",
                             "HTTP",
                             "HTTP/1.1",
                             "HTTP/1.1 ",
                             "HTTP/1.1 20",
                             "HTTP/1.1 2000 x",
                             "HTTP/1.1 099 x",
                             "HTTP/1.1 000 x",
                             "HTTP/1.1 +20 x",
                             "HTTP/1.1 2x0 OK",
                             "HTTP/1.1  200 OK",
                             "http/1.1 200 OK",
                             "HTTP/2.0 200 OK",
                             "HTTP/2 200 OK",
                             "HTTP/0.9 200 OK",
                             "HTTP/1.1 200OK",
                             "ICY 200 OK",
                             "HTTP/1.1\t200 OK",
                             " HTTP/1.1 200 OK",
                             "<html>hello</html>",
                             "HTTP/1.1 200\tOK"})
        refuses(QByteArray("line <") + line + ">", responseWithLine(line));
    addFieldRows();
    addFramingRows();
}

void TestResponseParser::addFieldRows()
{
    accepts("empty value", response({"X-A:"}));
    refuses("NUL in a value", response({QByteArray("X-A: b\0c", 8)}));
    refuses("CR in a value", response({"X-A: b\rc"}));
    refuses("LF in a value", response({"X-A: b\nc: d"}));
    refuses("NUL in the reason", responseWithLine(QByteArray("HTTP/1.1 200 O\0K", 16)));
    refuses("space before the colon", response({"X-A : b"}));
    refuses("folded", response({"X-A: b", " c"}));
    refuses("folded first field", response({" X-A: b"}));
    refuses("no colon", response({"X-A"}));
    refuses("empty name", response({": b"}));
    refuses("bare LF ends the head", "HTTP/1.1 200 OK\r\n\n");
    refuses("bare LF after the status line", "HTTP/1.1 200 OK\nX: y\r\n\r\n");
    accepts("field line at the limit", response({"X: " + QByteArray(32768 - 3, 'a')}));
    refuses("field line beyond the limit", response({"X: " + QByteArray(32768 - 2, 'a')}));
    accepts("head at the limit", headOfSize(65536));
    refuses("head beyond the limit", headOfSize(65537));
    refuses("status line without end", QByteArray("HTTP/1.1 200 ") + QByteArray(65536, 'a'));
    QByteArrayList lines;
    lines.fill("Set-Cookie: a=b", 200);
    accepts("as many fields as allowed", response(lines));
    refuses("one field too many", response(lines + QByteArrayList{"X: y"}));
}

void TestResponseParser::addFramingRows()
{
    accepts("longest length", response({"Content-Length: 9223372036854775807"}));
    for (const char *value :
         {"", "+5", "-5", "5 5", "0x5", "5,5", "five", "9223372036854775808", "99999999999999999999999"})
        refuses(QByteArray("length <") + value + ">", response({QByteArray("Content-Length: ") + value}));
    refuses("two unequal lengths", response({"Content-Length: 5", "Content-Length: 6"}));
    refuses("two equal lengths", response({"Content-Length: 5", "Content-Length: 5"}));
    refuses("invalid length of 304", response({"Content-Length: x"}, "HTTP/1.1 304 Not Modified"));
    for (const char *value : {"", "gzip", "gzip, chunked", "chunked, gzip", "chunked,", "identity", "xchunked"})
        refuses(QByteArray("coding <") + value + ">", response({QByteArray("Transfer-Encoding: ") + value}));
    refuses("two codings", response({"Transfer-Encoding: chunked", "Transfer-Encoding: chunked"}));
    refuses("coding in HTTP/1.0", response({"Transfer-Encoding: chunked"}, "HTTP/1.0 200 OK"));
    refuses("coding and length", response({"Transfer-Encoding: chunked", "Content-Length: 5"}));
}

void TestResponseParser::acceptsAndRefuses()
{
    QFETCH(const QByteArray, message);
    QFETCH(const bool, accepted);
    const QByteArray whole = bytes(hostile::feedResponse(view(message), std::size_t(message.size())));
    const QByteArray expected =
        accepted ? QByteArray("size ") + QByteArray::number(message.size()) + "\n" : QByteArray("failed 502 ");
    QCOMPARE(whole.left(expected.size()), expected);
    for (const std::size_t step : {std::size_t(1), std::size_t(7), std::size_t(4096)}) {
        if (step > 1 || message.size() < 20000)
            QCOMPARE(bytes(hostile::feedResponse(view(message), step)), whole);
    }
}

void TestResponseParser::readsTheStatusLine_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("reason");
    QTest::addColumn<int>("minor");
    QTest::newRow("HTTP/1.1 200 OK") << 200 << QByteArray("OK") << 1;
    QTest::newRow("HTTP/1.0 404 Not Found") << 404 << QByteArray("Not Found") << 0;
    QTest::newRow("HTTP/1.7 103 ") << 103 << QByteArray() << 1;
    QTest::newRow("HTTP/1.1 599") << 599 << QByteArray() << 1;
}

void TestResponseParser::readsTheStatusLine()
{
    const QByteArray message = responseWithLine(QTest::currentDataTag());
    ResponseParser parser(Limits::forResponses());
    ResponseHead head;
    QCOMPARE(parser.parse(view(message), head, false), ParseStatus::Done);
    QTEST(head.status, "status");
    QTEST(bytes(head.reason), "reason");
    QTEST(int(head.minorVersion), "minor");
}

void TestResponseParser::decidesFraming_data()
{
    QTest::addColumn<QByteArray>("message");
    QTest::addColumn<bool>("requestWasHead");
    QTest::addColumn<Framing>("framing");
    const QByteArrayList length{"Content-Length: 12"};
    const QByteArrayList chunked{"Transfer-Encoding: chunked"};
    QTest::newRow("length") << response(length) << false << Framing::Length;
    QTest::newRow("chunked") << response(chunked) << false << Framing::Chunked;
    QTest::newRow("neither") << response({}) << false << Framing::UntilClose;
    QTest::newRow("length of HEAD") << response(length) << true << Framing::None;
    QTest::newRow("chunked of HEAD") << response(chunked) << true << Framing::None;
    QTest::newRow("neither of HEAD") << response({}) << true << Framing::None;
    for (const char *line : {"HTTP/1.1 100 Continue", "HTTP/1.1 101 x", "HTTP/1.1 204 x", "HTTP/1.1 304 x"}) {
        QTest::addRow("length of %s", line) << response(length, line) << false << Framing::None;
        QTest::addRow("chunked of %s", line) << response(chunked, line) << false << Framing::None;
        QTest::addRow("neither of %s", line) << responseWithLine(line) << false << Framing::None;
    }
}

void TestResponseParser::decidesFraming()
{
    QFETCH(const QByteArray, message);
    QFETCH(const bool, requestWasHead);
    ResponseParser parser(Limits::forResponses());
    ResponseHead head;
    QCOMPARE(parser.parse(view(message), head, requestWasHead), ParseStatus::Done);
    QTEST(head.framing, "framing");
}

void TestResponseParser::decidesReuse_data()
{
    QTest::addColumn<QByteArray>("message");
    QTest::addColumn<bool>("keepAlive");
    const QByteArray old = "HTTP/1.0 200 OK";
    QTest::newRow("1.1") << response({"Content-Length: 1"}) << true;
    QTest::newRow("1.1 close") << response({"Content-Length: 1", "Connection: close"}) << false;
    QTest::newRow("1.1 until close") << response({}) << false;
    QTest::newRow("1.0") << response({"Content-Length: 1"}, old) << false;
    QTest::newRow("1.0 keep-alive") << response({"Content-Length: 1", "Connection: keep-alive"}, old) << true;
}

void TestResponseParser::decidesReuse()
{
    QFETCH(const QByteArray, message);
    ResponseParser parser(Limits::forResponses());
    ResponseHead head;
    QCOMPARE(parser.parse(view(message), head, false), ParseStatus::Done);
    QTEST(head.keepAlive, "keepAlive");
}

void TestResponseParser::marksNominatedFields()
{
    const QByteArray message = response({"Connection: X-Hop", "x-hop: 1", "X-End: 2"});
    ResponseParser parser(Limits::forResponses());
    ResponseHead head;
    QCOMPARE(parser.parse(view(message), head, false), ParseStatus::Done);
    QVERIFY(head.fields.find("X-Hop")->nominated);
    QVERIFY(!head.fields.find("X-End")->nominated);
}

void TestResponseParser::stopsAtTheEndOfEachHead()
{
    const QByteArray interim = responseWithLine("HTTP/1.1 100 Continue");
    const QByteArray final = response({"Content-Length: 2"});
    const QByteArray stream = interim + final + "ok";
    ResponseParser parser(Limits::forResponses());
    ResponseHead head;
    QCOMPARE(parser.parse(view(stream), head, false), ParseStatus::Done);
    QCOMPARE(parser.headSize(), std::size_t(interim.size()));
    parser.reset();
    QCOMPARE(parser.parse(view(stream).substr(std::size_t(interim.size())), head, false), ParseStatus::Done);
    QCOMPARE(parser.headSize(), std::size_t(final.size()));
    QCOMPARE(head.contentLength, 2U);
}

QTEST_GUILESS_MAIN(TestResponseParser)
#include "tst_response_parser.moc"
