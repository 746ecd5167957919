// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/proxy/response_head.h"

#include "core/proxy/head_writer.h"
#include "core/proxy/product.h"

namespace gatehouse {

namespace {

using http::FieldId;

bool startsWithIgnoreCase(std::string_view text, std::string_view prefix) noexcept
{
    return text.size() >= prefix.size() && http::equalsIgnoreCase(text.substr(0, prefix.size()), prefix);
}

// Fields that end at the gateway or that it writes itself.
bool isDropped(const http::Field &field, bool lengthIsOurs, bool trailers) noexcept
{
    switch (field.id) {
    case FieldId::ContentLength:
        return lengthIsOurs || field.nominated;
    case FieldId::Trailer:
        return !trailers || field.nominated;
    case FieldId::Connection:
    case FieldId::KeepAlive:
    case FieldId::ProxyConnection:
    case FieldId::TransferEncoding:
    case FieldId::Upgrade:
    case FieldId::Via:
    case FieldId::XKongRequestId:
        return true;
    case FieldId::Other:
        // nginx keeps these instructions of an upstream to itself.
        return field.nominated || startsWithIgnoreCase(field.name, "x-accel-") ||
               http::equalsIgnoreCase(field.name, "x-pad");
    default:
        return field.nominated;
    }
}

// nginx_http_charset: text without a charset is declared to be UTF-8.
bool needsCharset(std::string_view contentType) noexcept
{
    const std::string_view type = contentType.substr(0, contentType.find(';'));
    const bool text = startsWithIgnoreCase(type, "text/") || http::equalsIgnoreCase(type, "application/javascript") ||
                      http::equalsIgnoreCase(type, "application/rss+xml");
    if (!text)
        return false;
    for (std::size_t i = type.size(); i < contentType.size(); ++i) {
        if (startsWithIgnoreCase(contentType.substr(i), "charset="))
            return false;
    }
    return true;
}

std::size_t sizeLimit(const Exchange &exchange, const http::ResponseHead &response) noexcept
{
    std::size_t size = 640 + response.reason.size() + exchange.outcome.setCookie.size();
    for (const http::Field &field : response.fields)
        size += field.name.size() + field.value.size() + HeadWriter::fieldOverhead;
    for (const HeaderEdits::Edit &edit : exchange.responseEdits)
        size += edit.name.size() + edit.value.size() + HeadWriter::fieldOverhead;
    return size;
}

void writeFraming(HeadWriter &head, const http::ResponseHead &response, ClientFraming framing)
{
    if (framing.framing == http::Framing::Length)
        head.field("Content-Length", static_cast<std::int64_t>(response.contentLength));
    else if (framing.framing == http::Framing::Chunked)
        head.raw("Transfer-Encoding: chunked\r\n");
    if (response.status == 101)
        head.raw("Connection: upgrade\r\nUpgrade: websocket\r\n");
    else
        head.raw(framing.keepAlive ? "Connection: keep-alive\r\n" : "Connection: close\r\n");
}

struct Seen {
    bool date = false;
    bool server = false;
    bool cookie = false; // the balancer's was written
};

// The upstream's own cookie of the name the balancer sets (kong/runloop/balancer/init.lua, set_cookie).
bool isBalancerCookie(const http::Field &field, std::string_view setCookie) noexcept
{
    return !setCookie.empty() && http::equalsIgnoreCase(field.name, "set-cookie") &&
           field.value.starts_with(setCookie.substr(0, setCookie.find('=') + 1));
}

Seen writeUpstreamFields(HeadWriter &head,
                         const Exchange &exchange,
                         const http::ResponseHead &response,
                         ClientFraming framing)
{
    // A body that comes with a length keeps it; a message without body keeps what a GET would have had, 204 has none
    // (RFC 9110 8.6).
    const bool ownLength = framing.framing != http::Framing::None || response.status == 204;
    Seen seen;
    const bool edited = !exchange.responseEdits.empty();
    for (const http::Field &field : response.fields) {
        if (isDropped(field, ownLength, framing.trailers) || (edited && exchange.responseEdits.removes(field.name)))
            continue;
        if (!seen.cookie && isBalancerCookie(field, exchange.outcome.setCookie)) {
            head.field(field.name, exchange.outcome.setCookie);
            seen.cookie = true;
            continue;
        }
        seen.date = seen.date || field.id == FieldId::Date;
        seen.server = seen.server || field.id == FieldId::Server;
        head.raw(field.name);
        head.raw(": ");
        head.raw(field.value);
        if (field.id == FieldId::ContentType && needsCharset(field.value))
            head.raw("; charset=UTF-8");
        head.raw("\r\n");
    }
    return seen;
}

// Adds the gateway to those the answer came by (RFC 9110 7.6.3).
void writeVia(HeadWriter &head, const http::ResponseHead &response)
{
    head.raw("Via: ");
    for (const http::Field &field : response.fields) {
        if (field.id != FieldId::Via || field.nominated)
            continue;
        head.raw(field.value);
        head.raw(", ");
    }
    head.raw(viaHttp11);
    head.raw("\r\n");
}

void writeGatewayFields(HeadWriter &head, const Exchange &exchange, const http::ResponseHead &response)
{
    const Timings &times = exchange.timings;
    head.field("X-Kong-Upstream-Latency", wholeMs(times.accessEnd, times.upstreamHead));
    head.field("X-Kong-Proxy-Latency", wholeMs(times.start, times.accessEnd));
    writeVia(head, response);
    head.field("X-Kong-Request-Id", exchange.requestId);
}

void writeStatusLine(HeadWriter &head, const http::ResponseHead &response)
{
    head.raw("HTTP/1.1 ");
    head.number(response.status);
    head.raw(" ");
    head.raw(response.reason.empty() ? reasonPhrase(response.status) : response.reason);
    head.raw("\r\n");
}

} // namespace

ClientFraming clientFraming(const http::RequestHead &request, const http::ResponseHead &response) noexcept
{
    ClientFraming result{response.framing, request.keepAlive};
    if (response.framing == http::Framing::UntilClose || response.framing == http::Framing::Chunked) {
        const bool chunks = request.minorVersion >= 1;
        result.framing = chunks ? http::Framing::Chunked : http::Framing::UntilClose;
        result.keepAlive = request.keepAlive && chunks;
        result.trailers = chunks && request.acceptsTrailers && response.framing == http::Framing::Chunked;
    }
    return result;
}

std::string_view
makeClientHead(Exchange &exchange, const http::ResponseHead &response, ClientFraming framing, std::string_view date)
{
    HeadWriter head(exchange.arena, sizeLimit(exchange, response));
    writeStatusLine(head, response);
    const Seen seen = writeUpstreamFields(head, exchange, response, framing);
    if (!seen.date)
        head.field("Date", date);
    if (!seen.server && !exchange.responseEdits.find("server"))
        head.field("Server", product);
    for (const HeaderEdits::Edit &edit : exchange.responseEdits) {
        if (edit.hasValue)
            head.foreignField(edit.name, edit.value);
    }
    if (!seen.cookie && !exchange.outcome.setCookie.empty())
        head.field("Set-Cookie", exchange.outcome.setCookie);
    writeGatewayFields(head, exchange, response);
    writeFraming(head, response, framing);
    head.raw("\r\n");
    return head.text();
}

std::string_view makeInterimHead(Exchange &exchange, const http::ResponseHead &response)
{
    HeadWriter head(exchange.arena, sizeLimit(exchange, response));
    writeStatusLine(head, response);
    for (const http::Field &field : response.fields) {
        if (!isDropped(field, true, false))
            head.field(field.name, field.value);
    }
    writeVia(head, response);
    head.raw("\r\n");
    return head.text();
}

std::string_view reasonPhrase(int status) noexcept
{
    struct Phrase {
        int status;
        std::string_view text;
    };

    static constexpr Phrase phrases[] = {
        {100, "Continue"},
        {101, "Switching Protocols"},
        {102, "Processing"},
        {103, "Early Hints"},
        {200, "OK"},
        {201, "Created"},
        {202, "Accepted"},
        {203, "Non-Authoritative Information"},
        {204, "No Content"},
        {205, "Reset Content"},
        {206, "Partial Content"},
        {207, "Multi-Status"},
        {300, "Multiple Choices"},
        {301, "Moved Permanently"},
        {302, "Found"},
        {303, "See Other"},
        {304, "Not Modified"},
        {307, "Temporary Redirect"},
        {308, "Permanent Redirect"},
        {400, "Bad Request"},
        {401, "Unauthorized"},
        {402, "Payment Required"},
        {403, "Forbidden"},
        {404, "Not Found"},
        {405, "Method Not Allowed"},
        {406, "Not Acceptable"},
        {407, "Proxy Authentication Required"},
        {408, "Request Timeout"},
        {409, "Conflict"},
        {410, "Gone"},
        {411, "Length Required"},
        {412, "Precondition Failed"},
        {413, "Content Too Large"},
        {414, "URI Too Long"},
        {415, "Unsupported Media Type"},
        {416, "Range Not Satisfiable"},
        {417, "Expectation Failed"},
        {421, "Misdirected Request"},
        {422, "Unprocessable Content"},
        {423, "Locked"},
        {426, "Upgrade Required"},
        {428, "Precondition Required"},
        {429, "Too Many Requests"},
        {431, "Request Header Fields Too Large"},
        {451, "Unavailable For Legal Reasons"},
        {500, "Internal Server Error"},
        {501, "Not Implemented"},
        {502, "Bad Gateway"},
        {503, "Service Unavailable"},
        {504, "Gateway Timeout"},
        {505, "HTTP Version Not Supported"},
        {507, "Insufficient Storage"},
        {511, "Network Authentication Required"},
    };
    for (const Phrase &phrase : phrases) {
        if (phrase.status == status)
            return phrase.text;
    }
    return "Unknown";
}

} // namespace gatehouse
