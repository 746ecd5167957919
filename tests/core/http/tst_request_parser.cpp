// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/request_parser.h"
#include "tests/hostile/parser_feed.h"

#include <QTest>

using namespace gatehouse;
using namespace gatehouse::http;

namespace
{

std::string_view view(const QByteArray &bytes)
{
    return {bytes.constData(), std::size_t(bytes.size())};
}

QByteArray bytes(std::string_view text)
{
    return QByteArray(text.data(), qsizetype(text.size()));
}

// A request of 1.1 with a Host and these further field lines (each without its CRLF).
QByteArray request(const QByteArrayList &lines, const QByteArray &requestLine = "POST / HTTP/1.1")
{
    QByteArray text = requestLine + "\r\nHost: a.test\r\n";
    for (const QByteArray &line : lines)
        text += line + "\r\n";
    return text + "\r\n";
}

QByteArray requestWithLine(const QByteArray &requestLine)
{
    return request({}, requestLine);
}

QByteArrayList manyFields(int count)
{
    QByteArrayList lines;
    for (int i = 0; i < count; ++i)
        lines.append("X-" + QByteArray::number(i) + ": v");
    return lines;
}

// A request whose head has exactly `size` octets, in lines that are short enough.
QByteArray headOfSize(int size)
{
    QByteArrayList lines;
    while (request(lines).size() + 8000 < size)
        lines.append("X: " + QByteArray(7000, 'x'));
    lines.append("Y: ");
    lines.last() += QByteArray(size - request(lines).size(), 'y');
    return request(lines);
}

} // namespace

class TestRequestParser : public QObject
{
    Q_OBJECT

private slots:
    void acceptsAndRefuses_data();
    void acceptsAndRefuses();
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

private:
    void addRequestLineRows();
    void addFieldRows();
    void addLengthRows();
    void addCodingRows();
    void addLimitRows();
};

namespace
{

void accepts(const QByteArray &name, const QByteArray &message)
{
    QTest::newRow(name.constData()) << message << 0;
}

void refuses(int status, const QByteArray &name, const QByteArray &message)
{
    QTest::newRow(name.constData()) << message << status;
}

} // namespace

void TestRequestParser::acceptsAndRefuses_data()
{
    QTest::addColumn<QByteArray>("message");
    QTest::addColumn<int>("status");
    addRequestLineRows();
    addFieldRows();
    addLengthRows();
    addCodingRows();
    addLimitRows();
}

void TestRequestParser::addRequestLineRows()
{
    accepts("method with every token octet", requestWithLine("!#$%&'*+-.^_`|~09azAZ / HTTP/1.1"));
    accepts("lower-case method", requestWithLine("get / HTTP/1.1"));
    accepts("one empty line before", "\r\n" + request({}));
    accepts("octets above 127 in the target", requestWithLine("GET /\xc3\xa9\xff HTTP/1.1"));
    refuses(400, "two empty lines before", "\r\n\r\n" + request({}));
    refuses(400, "bare LF before", "\n" + request({}));
    refuses(400, "no version", requestWithLine("GET /"));
    refuses(400, "only a method", requestWithLine("GET"));
    refuses(400, "empty method", requestWithLine(" / HTTP/1.1"));
    refuses(400, "empty target", requestWithLine("GET  HTTP/1.1"));
    refuses(400, "two spaces before the target", requestWithLine("GET  / HTTP/1.1"));
    refuses(400, "two spaces before the version", requestWithLine("GET /  HTTP/1.1"));
    refuses(400, "space at the end", requestWithLine("GET / HTTP/1.1 "));
    refuses(400, "space in the target", requestWithLine("GET /a b HTTP/1.1"));
    refuses(400, "tab for space", requestWithLine("GET\t/ HTTP/1.1"));
    refuses(400, "tab in the target", requestWithLine("GET /a\tb HTTP/1.1"));
    refuses(400, "DEL in the target", requestWithLine("GET /a\x7f HTTP/1.1"));
    refuses(400, "method with a colon", requestWithLine("GE:T / HTTP/1.1"));
    refuses(400, "method with quotes", requestWithLine("\"GET\" / HTTP/1.1"));
    refuses(400, "method above 127", requestWithLine("G\xc9T / HTTP/1.1"));
    refuses(400, "lower-case version", requestWithLine("GET / http/1.1"));
    refuses(400, "version with two digits", requestWithLine("GET / HTTP/1.10"));
    refuses(400, "version without minor", requestWithLine("GET / HTTP/1"));
    refuses(400, "version with a comma", requestWithLine("GET / HTTP/1,1"));
    refuses(400, "other protocol", requestWithLine("GET / ICAP/1.0"));
    refuses(505, "HTTP/1.2", requestWithLine("GET / HTTP/1.2"));
    refuses(505, "HTTP/2.0", requestWithLine("PRI * HTTP/2.0"));
    refuses(505, "HTTP/0.9", requestWithLine("GET / HTTP/0.9"));
    refuses(400, "fragment", requestWithLine("GET /a#b HTTP/1.1"));
    refuses(400, "malformed escape", requestWithLine("GET /%zz HTTP/1.1"));
    refuses(400, "escaped NUL", requestWithLine("GET /%00 HTTP/1.1"));
    refuses(400, "above the root", requestWithLine("GET /a/../../b HTTP/1.1"));
    refuses(400, "authority-form", requestWithLine("GET a.test:80 HTTP/1.1"));
    refuses(400, "asterisk-form", requestWithLine("GET * HTTP/1.1"));
    accepts("asterisk-form of OPTIONS", requestWithLine("OPTIONS * HTTP/1.1"));
    accepts("authority-form of CONNECT", requestWithLine("CONNECT a.test:443 HTTP/1.1"));
    refuses(400, "bare LF after the request line", "GET / HTTP/1.1\nHost: a.test\r\n\r\n");
    refuses(400, "bare CR in the request line", "GET / HTTP/1.1\rHost: a.test\r\n\r\n");
    refuses(400, "NUL in the request line", requestWithLine(QByteArray("GET /\0 HTTP/1.1", 15)));
    refuses(400, "TLS client hello", QByteArray("\x16\x03\x01\x02\x00\x01", 6));
}

void TestRequestParser::addFieldRows()
{
    accepts("empty value", request({"X-A:"}));
    accepts("no space before the value", request({"X-A:b"}));
    accepts("tabs around and inside the value", request({"X-A:\t b\tc \t"}));
    accepts("value above 127", request({"X-A: \xc3\xa9\xff"}));
    accepts("underscore in a name", request({"X_A: b"}));
    accepts("colons in a value", request({"X-A: b:c:"}));
    refuses(400, "space before the colon", request({"X-A : b"}));
    refuses(400, "tab before the colon", request({"X-A\t: b"}));
    refuses(400, "space in a name", request({"X A: b"}));
    refuses(400, "empty name", request({": b"}));
    refuses(400, "no colon", request({"X-A"}));
    refuses(400, "name above 127", request({"X-\xc3\xa9: b"}));
    refuses(400, "name with quotes", request({"\"X\": b"}));
    refuses(400, "name with a slash", request({"X/A: b"}));
    refuses(400, "folded by space", request({"X-A: b", " c"}));
    refuses(400, "folded by tab", request({"X-A: b", "\tc"}));
    refuses(400, "space before the first field", "GET / HTTP/1.1\r\n Host: a.test\r\n\r\n");
    refuses(400, "folded empty line", request({"X-A: b", " "}));
    refuses(400, "NUL in a value", request({QByteArray("X-A: b\0c", 8)}));
    refuses(400, "CR in a value", request({"X-A: b\rc"}));
    refuses(400, "LF in a value", request({"X-A: b\nc: d"}));
    refuses(400, "bell in a value", request({"X-A: \a"}));
    refuses(400, "escape in a value", request({"X-A: \x1b[0m"}));
    refuses(400, "DEL in a value", request({"X-A: \x7f"}));
    refuses(400, "CR CR LF", request({"X-A: b\r"}));
    refuses(400, "bare LF ends the head", "GET / HTTP/1.1\r\nHost: a.test\r\n\n");
    refuses(400, "no Host", "GET / HTTP/1.1\r\n\r\n");
    accepts("no Host in HTTP/1.0", "GET / HTTP/1.0\r\n\r\n");
    refuses(400, "two Hosts", request({"Host: a.test"}));
    refuses(400, "two Hosts in HTTP/1.0", request({"host: b.test"}, "GET / HTTP/1.0"));
    refuses(400, "empty Host", "GET / HTTP/1.1\r\nHost: \r\n\r\n");
    refuses(400, "invalid Host", "GET / HTTP/1.1\r\nHost: a b\r\n\r\n");
    refuses(400, "Host with user", "GET / HTTP/1.1\r\nHost: u@a.test\r\n\r\n");
    refuses(400, "list of Hosts", "GET / HTTP/1.1\r\nHost: a.test, b.test\r\n\r\n");
    refuses(400, "no Host besides an absolute-form", "GET http://a.test/ HTTP/1.1\r\n\r\n");
    refuses(400, "invalid Host besides an absolute-form", "GET http://a.test/ HTTP/1.1\r\nHost: /\r\n\r\n");
    refuses(417, "unknown expectation", request({"Expect: 200-ok"}));
    refuses(417, "empty expectation", request({"Expect:"}));
    refuses(417, "two expectations", request({"Expect: 100-continue", "Expect: x"}));
}

void TestRequestParser::addLengthRows()
{
    accepts("length 0", request({"Content-Length: 0"}));
    accepts("length with zeros before", request({"Content-Length: 007"}));
    accepts("longest length", request({"Content-Length: 9223372036854775807"}));
    accepts("length of GET", request({"Content-Length: 3"}, "GET / HTTP/1.1"));
    refuses(400, "length 2^63", request({"Content-Length: 9223372036854775808"}));
    refuses(400, "length 2^64", request({"Content-Length: 18446744073709551616"}));
    refuses(400, "length of 40 digits", request({"Content-Length: " + QByteArray(40, '1')}));
    for (const char *value : {"", "+5", "-5", "5 5", "0x5", "5.0", "5e1", "5,5", "5, 5", "5;", "five", "1_000", "\"5\"",
                              "\xd9\xa5", "5\x0b"})
        refuses(400, QByteArray("length <") + value + ">", request({QByteArray("Content-Length: ") + value}));
    refuses(400, "two equal lengths", request({"Content-Length: 5", "Content-Length: 5"}));
    refuses(400, "two unequal lengths", request({"Content-Length: 5", "content-length: 6"}));
}

void TestRequestParser::addCodingRows()
{
    const auto coding = [](const char *value) { return request({QByteArray("Transfer-Encoding:") + value}); };
    accepts("chunked", coding("chunked"));
    accepts("chunked in capitals", coding(" CHUNKED\t"));
    refuses(501, "gzip, chunked", coding(" gzip, chunked"));
    refuses(501, "gzip and chunked in two lines", request({"Transfer-Encoding: gzip", "Transfer-Encoding: chunked"}));
    for (const char *value :
         {"", ",", "gzip", "identity", "chunked, gzip", "chunked, chunked", "chunked,", ",chunked", "chunked, identity",
          "xchunked", "chunked;q=1", "chunked x", "\"chunked\"", "'chunked'", "chun\tked",
          "\xc2\xa0"
          "chunked",
          "chunked\x0b"})
        refuses(400, QByteArray("coding <") + value + ">", coding(value));
    refuses(400, "chunked in two lines", request({"Transfer-Encoding: chunked", "Transfer-Encoding: chunked"}));
    refuses(400, "coding and an empty line of it", request({"Transfer-Encoding: chunked", "Transfer-Encoding:"}));
    refuses(400, "coding in HTTP/1.0", request({"Transfer-Encoding: chunked"}, "POST / HTTP/1.0"));
    refuses(400, "coding and length", request({"Transfer-Encoding: chunked", "Content-Length: 5"}));
    refuses(400, "length and coding", request({"Content-Length: 0", "Transfer-Encoding: chunked"}));
    refuses(400, "coding with a space before the colon", request({"Transfer-Encoding : chunked"}));
    refuses(400, "folded coding", request({"Transfer-Encoding:", " chunked"}));
}

void TestRequestParser::addLimitRows()
{
    const auto longLine = [](int size) -> QByteArray { return "GET /" + QByteArray(size - 14, 'a') + " HTTP/1.1"; };
    accepts("request line at the limit", requestWithLine(longLine(8192)));
    refuses(414, "request line beyond the limit", requestWithLine(longLine(8193)));
    refuses(414, "request line without end", QByteArray(8193, 'a'));
    accepts("field line at the limit", request({"X: " + QByteArray(16384 - 3, 'a')}));
    refuses(431, "field line beyond the limit", request({"X: " + QByteArray(16384 - 2, 'a')}));
    refuses(431, "field line without end", "GET / HTTP/1.1\r\nX: " + QByteArray(16384, ' '));
    accepts("head at the limit", headOfSize(32768));
    refuses(431, "head beyond the limit", headOfSize(32769));
    accepts("as many fields as allowed", request(manyFields(199)));
    refuses(431, "one field too many", request(manyFields(200)));
    accepts("as many options as allowed", request({"Connection: x" + QByteArray(",x").repeated(63)}));
    refuses(400, "one option too many", request({"Connection: x" + QByteArray(",x").repeated(63), "Connection: y"}));
}

void TestRequestParser::acceptsAndRefuses()
{
    QFETCH(const QByteArray, message);
    QFETCH(const int, status);
    const QByteArray whole = bytes(hostile::feedRequest(view(message), std::size_t(message.size())));
    const QByteArray expected = status == 0 ? QByteArray("size ") + QByteArray::number(message.size()) + "\n"
                                            : QByteArray("failed ") + QByteArray::number(status) + " ";
    QCOMPARE(whole.left(expected.size()), expected);
    for (const std::size_t step : {std::size_t(1), std::size_t(7), std::size_t(4096)})
        QCOMPARE(bytes(hostile::feedRequest(view(message), step)), whole);
}

void TestRequestParser::readsTheRequestLine()
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

void TestRequestParser::readsFieldsInOrderWithTheirMeaning()
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

void TestRequestParser::decidesFraming_data()
{
    QTest::addColumn<QByteArray>("message");
    QTest::addColumn<Framing>("framing");
    QTest::addColumn<quint64>("length");
    QTest::newRow("neither") << request({}) << Framing::None << quint64(0);
    QTest::newRow("length") << request({"Content-Length: 12"}) << Framing::Length << quint64(12);
    QTest::newRow("length 0") << request({"Content-Length: 0"}) << Framing::Length << quint64(0);
    QTest::newRow("chunked") << request({"Transfer-Encoding: Chunked"}) << Framing::Chunked << quint64(0);
}

void TestRequestParser::decidesFraming()
{
    QFETCH(const QByteArray, message);
    RequestParser parser{Limits()};
    RequestHead head;
    QCOMPARE(parser.parse(view(message), head), ParseStatus::Done);
    QTEST(head.framing, "framing");
    QTEST(quint64(head.contentLength), "length");
}

void TestRequestParser::decidesPersistence_data()
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

void TestRequestParser::decidesPersistence()
{
    QFETCH(const QByteArray, message);
    RequestParser parser{Limits()};
    RequestHead head;
    QCOMPARE(parser.parse(view(message), head), ParseStatus::Done);
    QTEST(head.keepAlive, "keepAlive");
}

void TestRequestParser::marksNominatedFields()
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

void TestRequestParser::prefersTheAuthorityOfTheTarget_data()
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

void TestRequestParser::prefersTheAuthorityOfTheTarget()
{
    QFETCH(const QByteArray, message);
    RequestParser parser{Limits()};
    RequestHead head;
    QCOMPARE(parser.parse(view(message), head), ParseStatus::Done);
    QTEST(bytes(head.host), "host");
    QTEST(bytes(head.path), "path");
    QVERIFY(head.hasHost);
}

void TestRequestParser::readsExpectUpgradeAndTe()
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

void TestRequestParser::stopsAtTheEndOfTheHead()
{
    const QByteArray first = request({"Content-Length: 4"});
    const QByteArray message = first + "bodyGET / HTTP/1.1\r\n\0\n";
    RequestParser parser{Limits()};
    RequestHead head;
    QCOMPARE(parser.parse(view(message), head), ParseStatus::Done);
    QCOMPARE(parser.headSize(), std::size_t(first.size()));
    QCOMPARE(parser.parse(view(message), head), ParseStatus::Done);
}

void TestRequestParser::failsAtTheOffendingOctet_data()
{
    QTest::addColumn<QByteArray>("message");
    QTest::newRow("bare LF") << QByteArray("GET / HTTP/1.1\n");
    QTest::newRow("NUL") << QByteArray("\0", 1);
    QTest::newRow("request line") << QByteArray("GET / HTTP/3.0\r\n");
    QTest::newRow("field") << QByteArray("GET / HTTP/1.1\r\nHost : a\r\n");
    QTest::newRow("second Host") << QByteArray("GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n");
}

void TestRequestParser::failsAtTheOffendingOctet()
{
    QFETCH(const QByteArray, message);
    RequestParser parser{Limits()};
    RequestHead head;
    QCOMPARE(parser.parse(view(message).substr(0, std::size_t(message.size()) - 1), head), ParseStatus::NeedMore);
    QCOMPARE(parser.parse(view(message), head), ParseStatus::Failed);
    QCOMPARE(parser.parse(view(message + "\r\n"), head), ParseStatus::Failed);
}

void TestRequestParser::startsAfreshAfterReset()
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

QTEST_GUILESS_MAIN(TestRequestParser)
#include "tst_request_parser.moc"
