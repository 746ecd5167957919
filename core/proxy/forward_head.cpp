// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/proxy/forward_head.h"

#include "core/http/field_line.h"
#include "core/http/host.h"
#include "core/http/octets.h"
#include "core/proxy/head_writer.h"
#include "core/proxy/product.h"
#include "core/routing/path_normalizer.h"
#include "core/routing/upstream_path.h"

#include <algorithm>
#include <array>

namespace gatehouse {

namespace {

using http::FieldId;

// Fields of the client that the gateway writes itself or that end at it.
bool isOwn(FieldId id) noexcept
{
    switch (id) {
    case FieldId::Connection:
    case FieldId::ContentLength:
    case FieldId::Expect:
    case FieldId::Host:
    case FieldId::KeepAlive:
    case FieldId::Proxy:
    case FieldId::ProxyConnection:
    case FieldId::Te:
    case FieldId::Trailer:
    case FieldId::TransferEncoding:
    case FieldId::Upgrade:
    case FieldId::Via:
    case FieldId::XForwardedFor:
    case FieldId::XForwardedHost:
    case FieldId::XForwardedPath:
    case FieldId::XForwardedPort:
    case FieldId::XForwardedPrefix:
    case FieldId::XForwardedProto:
    case FieldId::XKongRequestId:
    case FieldId::XRealIp:
        return true;
    default:
        return false;
    }
}

// Servers that make variables of names take X_Real_IP for X-Real-IP (RFC 3875 4.1.18).
bool imitatesOwn(std::string_view name) noexcept
{
    std::array<char, 32> dashed;
    if (name.find('_') == std::string_view::npos || name.size() > dashed.size())
        return false;
    std::replace_copy(name.begin(), name.end(), dashed.begin(), '_', '-');
    return isOwn(http::fieldId({dashed.data(), name.size()}));
}

// What a client says of the way it came is not to be believed (RFC 7239 8.1); X-Forwarded-* say what is known.
bool isOrigin(std::string_view name) noexcept
{
    return http::equalsIgnoreCase(name, "forwarded");
}

bool isReplaced(const http::Field &field) noexcept
{
    return field.nominated || isOwn(field.id) ||
           (field.id == FieldId::Other && (imitatesOwn(field.name) || isOrigin(field.name)));
}

// nginx's $host: lower case, without port.
void writeForwardedHost(HeadWriter &head, std::string_view host)
{
    head.raw("X-Forwarded-Host: ");
    for (const char c : http::withoutPort(host)) {
        const char lower = http::octets::toLower(c);
        head.raw({&lower, 1});
    }
    head.raw("\r\n");
}

// Every address the client claims to have come by, then its own: "a, b, peer".
void writeForwardedFor(HeadWriter &head, const Exchange &exchange)
{
    head.raw("X-Forwarded-For: ");
    for (const http::Field &field : exchange.request.fields) {
        if (field.id != FieldId::XForwardedFor || field.nominated || field.value.empty())
            continue;
        head.raw(field.value);
        head.raw(", ");
    }
    head.raw(exchange.clientIp);
    head.raw("\r\n");
}

std::size_t sizeLimit(const Exchange &exchange, const TargetPlan &target) noexcept
{
    std::size_t size = 512 + exchange.outcome.upstreamTarget.size() + exchange.request.path.size() +
                       exchange.matchedPrefix.size() + 2 * exchange.request.host.size() + target.hostHeader.size() +
                       exchange.request.method.size();
    for (const http::Field &field : exchange.request.fields)
        size += field.name.size() + field.value.size() + HeadWriter::fieldOverhead;
    for (const HeaderEdits::Edit &edit : exchange.requestEdits)
        size += edit.name.size() + edit.value.size() + HeadWriter::fieldOverhead;
    return size;
}

void writeHost(HeadWriter &head, const Exchange &exchange, const RoutePlan &route, const TargetPlan &target)
{
    head.foreignField("Host", upstreamHost(exchange, route, target)); // a plugin's, at times
}

void writeForwarded(HeadWriter &head, const Exchange &exchange, const RoutePlan &route)
{
    const http::RequestHead &request = exchange.request;
    writeForwardedFor(head, exchange);
    head.field("X-Real-IP", exchange.clientIp);
    head.field("X-Forwarded-Proto", exchange.tls ? "https" : "http");
    writeForwardedHost(head, request.host);
    head.field("X-Forwarded-Port", exchange.listenPort);
    head.field("X-Forwarded-Path", request.path);
    if (route.facts.stripPath && !exchange.matchedPrefix.empty() && exchange.matchedPrefix != "/") {
        head.foreignField("X-Forwarded-Prefix", exchange.matchedPrefix);
    }
}

void writeFraming(HeadWriter &head, const Exchange &exchange)
{
    if (exchange.overridesBody)
        head.field("Content-Length", static_cast<std::int64_t>(exchange.bodyOverride.size()));
    else if (exchange.request.framing == http::Framing::Length)
        head.field("Content-Length", static_cast<std::int64_t>(exchange.request.contentLength));
    else if (exchange.request.framing == http::Framing::Chunked)
        head.raw("Transfer-Encoding: chunked\r\n");
}

// Kong adds itself to the first Via field and drops any further ones.
void writeVia(HeadWriter &head, const http::RequestHead &request)
{
    head.raw("Via: ");
    if (const http::Field *via = request.fields.find(FieldId::Via); via && !via->nominated) {
        head.raw(via->value);
        head.raw(", ");
    }
    head.raw(request.minorVersion == 0 ? viaHttp10 : viaHttp11);
    head.raw("\r\n");
}

void writeConnection(HeadWriter &head, const http::RequestHead &request)
{
    const bool upgrades = wantsWebSocket(request);
    head.raw(upgrades ? "Connection: keep-alive, Upgrade" : "Connection: keep-alive");
    head.raw(request.acceptsTrailers ? ", TE\r\nTE: trailers\r\n" : "\r\n"); // RFC 9110 10.1.4
    if (upgrades)
        head.raw("Upgrade: websocket\r\n");
}

} // namespace

std::optional<std::uint64_t> maxForwards(const http::RequestHead &request) noexcept
{
    if (request.method != "OPTIONS")
        return std::nullopt;
    const http::Field *const field = request.fields.find(FieldId::MaxForwards);
    return field ? http::parseContentLength(field->value) : std::nullopt; // the grammar is the same: 1*DIGIT
}

bool wantsWebSocket(const http::RequestHead &request) noexcept
{
    // RFC 9110 7.8: an Upgrade of HTTP/1.0 is ignored.
    return request.minorVersion >= 1 && request.connectionUpgrade &&
           http::equalsIgnoreCase(request.upgrade, "websocket");
}

std::string_view upstreamHost(const Exchange &exchange, const RoutePlan &route, const TargetPlan &target) noexcept
{
    if (const HeaderEdits::Edit *edit = exchange.requestEdits.find("host"))
        return edit->value;
    return route.preserveHost && exchange.request.hasHost ? exchange.request.host : target.hostHeader;
}

std::string_view upstreamServerName(std::string_view host) noexcept
{
    if (host.starts_with('['))
        return host.substr(1, host.find(']') - 1);
    return host.substr(0, host.find(':'));
}

std::string_view makeUpstreamTarget(Exchange &exchange, const RoutePlan &route)
{
    const std::string_view path = exchange.normalizedPath;
    const std::string_view base = route.service->basePath;
    char *joined = exchange.arena.allocate(base.size() + path.size() + 2);
    const routing::UpstreamPath parts{base, path, exchange.matchedPrefix, route.facts.stripPath};
    const std::size_t size = routing::writeUpstreamPath(parts, joined);
    const std::string_view query = exchange.query();
    char *target = exchange.arena.allocate(size * 3 + query.size());
    const std::size_t escaped = routing::escapePath({joined, size}, target);
    std::copy(query.begin(), query.end(), target + escaped);
    return {target, escaped + query.size()};
}

std::string_view makeUpstreamHead(Exchange &exchange, const RoutePlan &route, const TargetPlan &target)
{
    HeadWriter head(exchange.arena, sizeLimit(exchange, target));
    head.raw(exchange.request.method);
    head.raw(" ");
    head.raw(exchange.outcome.upstreamTarget);
    head.raw(" HTTP/1.1\r\n");
    writeHost(head, exchange, route, target);
    writeConnection(head, exchange.request);
    writeForwarded(head, exchange, route);
    writeVia(head, exchange.request);
    head.field("X-Kong-Request-Id", exchange.requestId);
    const bool edited = !exchange.requestEdits.empty();
    const std::optional<std::uint64_t> hops = maxForwards(exchange.request);
    if (hops)
        head.field("Max-Forwards", static_cast<std::int64_t>(*hops - 1)); // 0 does not come this far
    for (const http::Field &field : exchange.request.fields) {
        if (hops && field.id == FieldId::MaxForwards)
            continue;
        if (!isReplaced(field) && !(edited && exchange.requestEdits.removes(field.name)))
            head.field(field.name, field.value);
    }
    for (const HeaderEdits::Edit &edit : exchange.requestEdits) {
        if (edit.hasValue && !sameFieldName(edit.name, "host"))
            head.foreignField(edit.name, edit.value);
    }
    writeFraming(head, exchange);
    head.raw("\r\n");
    return head.text();
}

} // namespace gatehouse
