// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/chunked_decoder.h"
#include "tests/hostile/parser_feed.h"
#include "tests/support/octets.h"

#include <QTest>

#include <limits>

using namespace gatehouse;
using namespace gatehouse::http;

class TestChunkedDecoder : public QObject
{
    Q_OBJECT

private slots:
    void decodes_data();
    void decodes();
    void refuses_data();
    void refuses();
    void waitsForMore_data();
    void waitsForMore();
    void handsOutViewsOfTheInput();
    void startsAfreshAfterReset();
    void writesChunkHeaders_data();
    void writesChunkHeaders();
};

void TestChunkedDecoder::decodes_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("data");
    const auto row = [](const char *name, const QByteArray &body, const QByteArray &data = "hello") {
        QTest::newRow(name) << body << data;
    };
    const QByteArray rest = "hello\r\n0\r\n\r\n";
    row("empty", "0\r\n\r\n", "");
    row("many zeros", "0000000000000000\r\n\r\n", "");
    row("one chunk", "5\r\n" + rest);
    row("two chunks", "3\r\nhel\r\n2\r\nlo\r\n0\r\n\r\n");
    row("hexadecimal of both cases", "a\r\n0123456789\r\nB\r\n0123456789a\r\n0\r\n\r\n", "01234567890123456789a");
    row("sixteen digits", "0000000000000005\r\n" + rest);
    row("CRLF in the data", "7\r\n\r\n0\r\n\r\n\r\n0\r\n\r\n", "\r\n0\r\n\r\n");
    row("extension", "5;a\r\n" + rest);
    row("extension with value", "5;a=b;c=\"d;\\\"\xc3\xa9\"\r\n" + rest);
    row("extension with blanks", "5 \t; a = b ; c \r\n" + rest);
    row("extension of the last chunk", "5\r\nhello\r\n0;a\r\n\r\n");
    row("trailers", "5\r\nhello\r\n0\r\nX-A: b\r\nContent-Length: 7\r\nY:\r\n\r\n");
    row("extensions at the limit", "5;" + QByteArray(8190, 'a') + "\r\n" + rest);
    row("trailers at the limit", "5\r\nhello\r\n0\r\nX:" + QByteArray(8189, 'a') + "\r\n\r\n");
}

void TestChunkedDecoder::decodes()
{
    QFETCH(const QByteArray, body);
    QFETCH(const QByteArray, data);
    const QByteArray expected = "size " + QByteArray::number(body.size()) + "\n" + data;
    for (const std::size_t step : {std::size_t(1), std::size_t(2), std::size_t(5), std::size_t(body.size())})
        QCOMPARE(bytes(hostile::feedChunked(view(body), step)), expected);
    QCOMPARE(bytes(hostile::feedChunked(view(body + "GET /"), std::size_t(body.size()) + 5)), expected);
}

void TestChunkedDecoder::refuses_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    for (const char *size : {"", "g", "-5", "+5", "0x5", " 5", "\t5", "5 ", "5\t", "5_0", "5,", "5\x0b", "\xd9\xa5",
                             "00000000000000005", "8000000000000000", "ffffffffffffffff", "10000000000000000", ";a"})
        QTest::addRow("size <%s>", size) << QByteArray(size) + "\r\nhello\r\n0\r\n\r\n" << 400;
    for (const char *extension : {";", ";;a", ";=b", ";a=", ";a=b=c", ";a b", ";a=\"b", ";a=\"b\"c", ";a=\"b\r\n\"",
                                  ";a\r", ";\x7f", ";a=\x01", ";a=\"\x1b\""})
        QTest::addRow("extension <%s>", extension) << "5" + QByteArray(extension) + "\r\nhello\r\n0\r\n\r\n" << 400;
    const auto row = [](const char *name, const QByteArray &body, int status = 400) {
        QTest::newRow(name) << body << status;
    };
    row("bare LF after the size", "5\nhello\r\n0\r\n\r\n");
    row("bare LF after an extension", "5;a\nhello\r\n0\r\n\r\n");
    row("bare LF in a quoted value", "5;a=\"\n\"\r\nhello\r\n0\r\n\r\n");
    row("NUL in an extension", QByteArray("5;a\0\r\nhello\r\n0\r\n\r\n", 18));
    row("bare CR after the size", "5\rhello\r\n0\r\n\r\n");
    row("data too long", "5\r\nhello!\r\n0\r\n\r\n");
    row("data too short", "5\r\nhell\r\n0\r\n\r\n");
    row("LF for CRLF after the data", "5\r\nhello\n0\r\n\r\n");
    row("CR for CRLF after the data", "5\r\nhello\r0\r\n\r\n");
    row("LF for CRLF at the end", "0\r\n\n");
    row("trailer without colon", "0\r\nX\r\n\r\n");
    row("trailer without name", "0\r\n: a\r\n\r\n");
    row("space before the colon of a trailer", "0\r\nX : a\r\n\r\n");
    row("folded trailer", "0\r\nX: a\r\n b\r\n\r\n");
    row("NUL in a trailer", QByteArray("0\r\nX: \0\r\n\r\n", 11));
    row("bare LF in a trailer", "0\r\nX: a\n\r\n");
    row("bare CR in a trailer", "0\r\nX: a\rb\r\n\r\n");
    row("extensions beyond the limit", "5;" + QByteArray(8191, 'a') + "\r\nhello\r\n0\r\n\r\n");
    row("extensions of many chunks", QByteArray("1;a=bcd\r\nx\r\n").repeated(2000) + "0\r\n\r\n");
    row("trailers beyond the limit", "0\r\nX:" + QByteArray(8190, 'a') + "\r\n\r\n", 431);
}

void TestChunkedDecoder::refuses()
{
    QFETCH(const QByteArray, body);
    QFETCH(const int, status);
    const QByteArray whole = bytes(hostile::feedChunked(view(body), std::size_t(body.size())));
    const QByteArray expected = "failed " + QByteArray::number(status) + " ";
    QCOMPARE(whole.left(expected.size()), expected);
    for (const std::size_t step : {std::size_t(1), std::size_t(3)})
        QCOMPARE(bytes(hostile::feedChunked(view(body), step)), whole);
}

void TestChunkedDecoder::waitsForMore_data()
{
    QTest::addColumn<QByteArray>("body");
    for (const char *body : {"5", "5\r", "5\r\n", "5\r\nhell", "5\r\nhello", "5\r\nhello\r\n", "5\r\nhello\r\n0",
                             "5\r\nhello\r\n0\r\n", "5\r\nhello\r\n0\r\n\r", "5;a=\"\\", "0\r\nX: a\r\n"})
        QTest::newRow(body) << QByteArray(body);
}

void TestChunkedDecoder::waitsForMore()
{
    QFETCH(const QByteArray, body);
    QCOMPARE(bytes(hostile::feedChunked(view(body), 1)), "incomplete");
}

void TestChunkedDecoder::handsOutViewsOfTheInput()
{
    const QByteArray body = "5\r\nhello\r\n0\r\n\r\n";
    ChunkedDecoder decoder{Limits()};
    const ChunkedDecoder::Step step = decoder.next(view(body));
    QCOMPARE(step.state, ChunkedDecoder::State::Data);
    QCOMPARE(step.consumed, 8U);
    QCOMPARE(static_cast<const void *>(step.data.data()), static_cast<const void *>(body.constData() + 3));
}

void TestChunkedDecoder::startsAfreshAfterReset()
{
    ChunkedDecoder decoder{Limits()};
    QCOMPARE(decoder.next("5;a=b\r\nhello\n").state, ChunkedDecoder::State::Data);
    QCOMPARE(decoder.next("\n").state, ChunkedDecoder::State::Failed);
    decoder.reset();
    QCOMPARE(decoder.next("0\r\n\r\n").state, ChunkedDecoder::State::Done);
    decoder.reset();
    QCOMPARE(decoder.next("1\r\n").state, ChunkedDecoder::State::NeedMore);
}

void TestChunkedDecoder::writesChunkHeaders_data()
{
    QTest::addColumn<quint64>("size");
    QTest::addColumn<QByteArray>("header");
    QTest::newRow("0") << quint64(0) << QByteArray("0\r\n");
    QTest::newRow("15") << quint64(15) << QByteArray("f\r\n");
    QTest::newRow("16") << quint64(16) << QByteArray("10\r\n");
    QTest::newRow("65536") << quint64(65536) << QByteArray("10000\r\n");
    QTest::newRow("longest") << std::numeric_limits<quint64>::max() << QByteArray("ffffffffffffffff\r\n");
}

void TestChunkedDecoder::writesChunkHeaders()
{
    QFETCH(const quint64, size);
    char out[longestChunkHeader];
    const std::size_t length = writeChunkHeader(out, std::size_t(size));
    QTEST(bytes({out, length}), "header");
}

QTEST_GUILESS_MAIN(TestChunkedDecoder)
#include "tst_chunked_decoder.moc"
