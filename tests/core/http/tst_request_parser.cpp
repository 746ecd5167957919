// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/request_parser.h"
#include "tests/core/http/request_text.h"
#include "tests/hostile/parser_feed.h"
#include "tests/support/octets.h"

#include <QTest>

using namespace gatehouse;
using namespace gatehouse::http;

namespace {

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

private:
    void addRequestLineRows();
    void addFieldRows();
    void addLengthRows();
    void addCodingRows();
    void addLimitRows();
};

namespace {

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

QTEST_GUILESS_MAIN(TestRequestParser)
#include "tst_request_parser.moc"
