// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/proxy/local_reply.h"

#include "core/http/host.h"
#include "core/http/octets.h"
#include "core/proxy/error_body.h"
#include "core/proxy/head_writer.h"
#include "core/proxy/product.h"
#include "core/proxy/response_head.h"

#include <algorithm>
#include <array>

namespace gatehouse {

namespace {

enum Flags : unsigned { None = 0, Closes = 1, ServerPage = 2 };

struct Row {
    ProxyError error;
    int status;
    std::string_view message;
    unsigned flags;
};

constexpr std::array<Row, 19> table{{
    {ProxyError::BadRequest, 400, "Bad request", Closes | ServerPage},
    {ProxyError::UnknownEncoding, 501, "The upstream server responded with 501", Closes | ServerPage},
    {ProxyError::UnsupportedVersion, 505, "The upstream server responded with 505", Closes | ServerPage},
    {ProxyError::ExpectationFailed, 417, "Expectation failed", Closes | ServerPage},
    {ProxyError::UriTooLong, 414, "URI too long", Closes | ServerPage},
    {ProxyError::HeadTooLarge, 431, "Request header or cookie too large", Closes | ServerPage},
    {ProxyError::BodyTooLarge, 413, "Payload too large", Closes | ServerPage},
    {ProxyError::MethodNotAllowed, 405, "Method not allowed", Closes | ServerPage},
    {ProxyError::RequestTimeout, 408, "Request timeout", Closes | ServerPage},
    {ProxyError::NoRoute, 404, "no Route matched with those values", None},
    {ProxyError::HttpsRequired, 426, "Please use HTTPS protocol", None},
    {ProxyError::NoService, 503, "no Service found with those values", None},
    {ProxyError::NameResolution, 503, "name resolution failed", None},
    {ProxyError::NoTarget, 503, "failure to get a peer from the ring-balancer", None},
    {ProxyError::NoTargetLeft, 503, "The upstream server is currently unavailable", ServerPage},
    {ProxyError::UnsupportedUpstream, 503, "the protocol of this service is not supported", None},
    {ProxyError::UpstreamInvalid, 502, "An invalid response was received from the upstream server", ServerPage},
    {ProxyError::UpstreamTimeout, 504, "The upstream server is timing out", ServerPage},
    {ProxyError::Internal, 500, "An unexpected error occurred", ServerPage},
}};

const Row &rowOf(ProxyError error) noexcept
{
    return table[static_cast<std::size_t>(error)];
}

constexpr bool isInOrder()
{
    for (std::size_t i = 0; i < table.size(); ++i) {
        if (static_cast<std::size_t>(table[i].error) != i)
            return false;
    }
    return true;
}

static_assert(isInOrder());

ErrorBody bodyOf(Exchange &exchange, const Reply &reply, const LocalReplyContext &context)
{
    switch (reply.form) {
    case ReplyForm::Negotiated:
        return makeErrorBody(exchange, reply.message,
                             context.serverPage ? WithoutAccept::ByRequest : WithoutAccept::Json);
    case ReplyForm::Exit:
        return {"application/json; charset=utf-8", exchange.arena.concat({"{\"message\":\"", reply.message, "\"}"})};
    case ReplyForm::Verbatim:
        break;
    }
    return {reply.contentType, reply.body};
}

// nginx's page for a redirect; it declares a charset only for the younger codes.
Reply redirectPage(Exchange &exchange, int status)
{
    const char *const code = status == 301 ? "301 " : status == 302 ? "302 " : status == 307 ? "307 " : "308 ";
    const std::string_view phrase = reasonPhrase(status);
    const std::string_view body =
        exchange.arena.concat({"<html>\r\n<head><title>", code, phrase, "</title></head>\r\n<body>\r\n<center><h1>",
                               code, phrase, "</h1></center>\r\n</body>\r\n</html>\r\n"});
    const bool old = status == 301 || status == 302;
    return {status, ReplyForm::Verbatim, {}, body, old ? "text/html" : "text/html; charset=UTF-8"};
}

void writeLatencies(HeadWriter &head, const Exchange &exchange)
{
    const Timings &times = exchange.timings;
    if (!exchange.outcome.proxied) {
        head.field("X-Kong-Response-Latency", wholeMs(times.start, times.responseStart));
        return;
    }
    head.field("X-Kong-Upstream-Latency", wholeMs(times.accessEnd, times.responseStart));
    head.field("X-Kong-Proxy-Latency", wholeMs(times.start, times.accessEnd));
    head.field("Via", viaHttp11);
    if (!exchange.outcome.setCookie.empty())
        head.field("Set-Cookie", exchange.outcome.setCookie);
}

} // namespace

Reply toReply(ProxyError error) noexcept
{
    const Row &row = rowOf(error);
    return {row.status, ReplyForm::Negotiated, row.message, {}, {}};
}

bool closesConnection(ProxyError error) noexcept
{
    return (rowOf(error).flags & Closes) != 0;
}

bool isServerPage(ProxyError error) noexcept
{
    return (rowOf(error).flags & ServerPage) != 0;
}

Reply httpsRequired(Exchange &exchange, const RoutePlan &route)
{
    if (route.httpsRedirectStatus == 426) {
        exchange.responseEdits.set("Upgrade", "TLS/1.2, HTTP/1.1");
        exchange.responseEdits.add("Connection", "Upgrade");
        return toReply(ProxyError::HttpsRequired);
    }
    const std::string_view host = http::withoutPort(exchange.request.host);
    char *lower = exchange.arena.allocate(host.size());
    std::transform(host.begin(), host.end(), lower, http::octets::toLower);
    exchange.responseEdits.set("Location",
                               exchange.arena.concat({"https://", {lower, host.size()}, exchange.request.target}));
    return redirectPage(exchange, route.httpsRedirectStatus);
}

LocalMessage makeLocalMessage(Exchange &exchange, const Reply &reply, const LocalReplyContext &context)
{
    const ErrorBody body = bodyOf(exchange, reply, context);
    std::size_t size = 768 + body.contentType.size() + exchange.outcome.setCookie.size();
    for (const HeaderEdits::Edit &edit : exchange.responseEdits)
        size += edit.name.size() + edit.value.size() + HeadWriter::fieldOverhead;

    HeadWriter head(exchange.arena, size);
    head.raw("HTTP/1.1 ");
    head.number(reply.status);
    head.raw(" ");
    head.raw(reasonPhrase(reply.status));
    head.raw("\r\n");
    head.field("Date", context.date);
    if (!body.contentType.empty() && !exchange.responseEdits.removes("content-type"))
        head.foreignField("Content-Type", body.contentType);
    head.raw(context.keepAlive ? "Connection: keep-alive\r\n" : "Connection: close\r\n");
    for (const HeaderEdits::Edit &edit : exchange.responseEdits) {
        if (edit.hasValue)
            head.foreignField(edit.name, edit.value);
    }
    if (reply.status != 204 && reply.status != 304 && reply.status >= 200) // RFC 9110 8.6
        head.field("Content-Length", static_cast<std::int64_t>(body.text.size()));
    writeLatencies(head, exchange);
    head.field("Server", product);
    head.field("X-Kong-Request-Id", exchange.requestId);
    head.raw("\r\n");
    const bool bodyless = exchange.request.method == "HEAD" || reply.status == 204 || reply.status == 304;
    return {head.text(), bodyless ? std::string_view() : body.text};
}

} // namespace gatehouse
