// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/chunked_decoder.h"
#include "core/http/request_parser.h"
#include "core/http/response_parser.h"

#include <QTest>

#include <algorithm>

using namespace gatehouse::http;

namespace {

const QByteArray shortRequest = "GET /orders HTTP/1.1\r\nHost: localhost:8000\r\n\r\n";
const QByteArray browserRequest =
    "GET /api/v1/orders?page=2&size=50 HTTP/1.1\r\nHost: api.example.com\r\nConnection: keep-alive\r\n"
    "User-Agent: Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0 Safari/537.36\r\n"
    "Accept: text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8\r\n"
    "Accept-Encoding: gzip, deflate, br\r\nAccept-Language: en-US,en;q=0.9\r\nCache-Control: max-age=0\r\n"
    "Authorization: Bearer eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJpc3MiOiJrZXkiLCJleHAiOjQ4MDAwMDAwMDB9."
    "c2lnbmF0dXJlLXNpZ25hdHVyZS1zaWduYXR1cmUtc2ln\r\nCookie: session=0123456789abcdef; theme=dark\r\n\r\n";
const QByteArray answer = "HTTP/1.1 200 OK\r\nServer: nginx\r\nDate: Wed, 21 Oct 2015 07:28:00 GMT\r\n"
                          "Content-Type: application/json\r\nContent-Length: 64\r\nConnection: keep-alive\r\n"
                          "ETag: \"0123456789abcdef\"\r\nCache-Control: no-cache\r\n\r\n";

std::string_view view(const QByteArray &bytes)
{
    return {bytes.constData(), std::size_t(bytes.size())};
}

} // namespace

class BenchParser : public QObject
{
    Q_OBJECT

private slots:
    void parsesRequests_data();
    void parsesRequests();
    void parsesResponses();
    void decodesChunks_data();
    void decodesChunks();
};

void BenchParser::parsesRequests_data()
{
    QTest::addColumn<QByteArray>("message");
    QTest::newRow("short") << shortRequest;
    QTest::newRow("of a browser") << browserRequest;
}

void BenchParser::parsesRequests()
{
    QFETCH(const QByteArray, message);
    RequestParser parser{Limits()};
    RequestHead head;
    ParseStatus status = ParseStatus::NeedMore;
    QBENCHMARK
    {
        parser.reset();
        status = parser.parse(view(message), head);
    }
    QCOMPARE(status, ParseStatus::Done);
}

void BenchParser::parsesResponses()
{
    ResponseParser parser(Limits::forResponses());
    ResponseHead head;
    ParseStatus status = ParseStatus::NeedMore;
    QBENCHMARK
    {
        parser.reset();
        status = parser.parse(view(answer), head, false);
    }
    QCOMPARE(status, ParseStatus::Done);
}

void BenchParser::decodesChunks_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("64 KiB in chunks of 16 KiB")
        << QByteArray("4000\r\n" + QByteArray(16384, 'x') + "\r\n").repeated(4) + "0\r\n\r\n";
    QTest::newRow("1 KiB in chunks of one octet") << QByteArray("1\r\nx\r\n").repeated(1024) + "0\r\n\r\n";
}

void BenchParser::decodesChunks()
{
    QFETCH(const QByteArray, body);
    ChunkedDecoder decoder{Limits()};
    ChunkedDecoder::Step step;
    QBENCHMARK
    {
        decoder.reset();
        std::string_view rest = view(body);
        do {
            step = decoder.next(rest);
            rest.remove_prefix(step.consumed);
        } while (step.state == ChunkedDecoder::State::Data);
    }
    QCOMPARE(step.state, ChunkedDecoder::State::Done);
}

QTEST_GUILESS_MAIN(BenchParser)
#include "bench_parser.moc"
