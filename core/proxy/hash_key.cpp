// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/proxy/hash_key.h"

#include "core/http/octets.h"
#include "core/plugins/query_args.h"

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

namespace gatehouse {

namespace {

using Key = std::optional<std::string_view>;

int hexValue(char c) noexcept
{
    if (c >= '0' && c <= '9')
        return c - '0';
    const char lower = static_cast<char>(c | 0x20);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

// The path as nginx shows it: decoded.
std::string_view decodedPath(Exchange &exchange)
{
    const std::string_view path = exchange.normalizedPath;
    char *out = exchange.arena.allocate(path.size());
    std::size_t size = 0;
    for (std::size_t i = 0; i < path.size(); ++i) {
        const bool escaped =
            path[i] == '%' && i + 2 < path.size() && hexValue(path[i + 1]) >= 0 && hexValue(path[i + 2]) >= 0;
        out[size++] = escaped ? static_cast<char>(hexValue(path[i + 1]) * 16 + hexValue(path[i + 2])) : path[i];
        i += escaped ? 2 : 0;
    }
    return {out, size};
}

void append(Exchange &exchange, Key &joined, std::string_view value, std::string_view separator)
{
    joined = joined ? exchange.arena.concat({*joined, separator, value}) : value;
}

// All fields of that name, as the upstream would get them.
Key headerKey(Exchange &exchange, std::string_view name)
{
    Key joined;
    if (!exchange.requestEdits.removes(name)) {
        for (const http::Field &field : exchange.request.fields) {
            if (sameFieldName(field.name, name))
                append(exchange, joined, field.value, ", ");
        }
    }
    for (const HeaderEdits::Edit &edit : exchange.requestEdits) {
        if (edit.hasValue && sameFieldName(edit.name, name))
            append(exchange, joined, edit.value, ", ");
    }
    return joined;
}

Key cookieIn(std::string_view header, std::string_view name) noexcept
{
    while (!header.empty()) {
        const std::size_t end = header.find(';');
        const std::string_view pair = http::octets::trim(header.substr(0, end));
        header = end == std::string_view::npos ? std::string_view() : header.substr(end + 1);
        const std::size_t equals = pair.find('=');
        if (equals != std::string_view::npos &&
            http::equalsIgnoreCase(http::octets::trim(pair.substr(0, equals)), name))
            return http::octets::trim(pair.substr(equals + 1));
    }
    return std::nullopt;
}

Key sentCookie(const Exchange &exchange, std::string_view name)
{
    for (const http::Field &field : exchange.request.fields) {
        if (field.id != http::FieldId::Cookie)
            continue;
        if (const Key value = cookieIn(field.value, name))
            return value;
    }
    return std::nullopt;
}

// A version 4 UUID (RFC 4122 4.4).
std::string_view newUuid(Exchange &exchange, RequestIds &random)
{
    std::array<char, RequestIds::length> digits{};
    random.next(digits.data());
    digits[12] = '4';
    digits[16] = "89ab"[static_cast<std::size_t>(hexValue(digits[16])) & 3U];
    const std::string_view all(digits.data(), digits.size());
    return exchange.arena.concat(
        {all.substr(0, 8), "-", all.substr(8, 4), "-", all.substr(12, 4), "-", all.substr(16, 4), "-", all.substr(20)});
}

std::string_view
cookieKey(const UpstreamSettings &settings, std::string_view name, Exchange &exchange, RequestIds &random)
{
    if (const Key sent = sentCookie(exchange, name))
        return *sent;
    const std::string_view value = newUuid(exchange, random);
    const std::string_view path = settings.cookiePath.empty() ? std::string_view("/") : settings.cookiePath;
    // "Same-Site" is Kong's spelling.
    exchange.outcome.setCookie =
        exchange.arena.concat({name, "=", value, "; Path=", path, "; Same-Site=Lax; HttpOnly"});
    return value;
}

// Several values are sorted, so that their order does not matter; one without a value counts as "true".
Key argumentKey(Exchange &exchange, std::string_view name)
{
    const std::string_view query = exchange.query();
    QueryArgs args(query.empty() ? query : query.substr(1), exchange.arena);
    std::array<std::string_view, QueryArgs::maxArgs> values;
    std::size_t count = 0;
    for (QueryArg arg; args.next(arg);) {
        if (arg.name == name && count < values.size())
            values[count++] = arg.hasValue ? arg.value : std::string_view("true");
    }
    std::sort(values.begin(), values.begin() + static_cast<std::ptrdiff_t>(count));
    Key joined;
    for (std::size_t i = 0; i < count; ++i)
        append(exchange, joined, values[i], ",");
    return joined;
}

Key consumerKey(const Exchange &exchange)
{
    if (exchange.consumer)
        return exchange.consumer->id;
    return exchange.credential ? Key(exchange.credential->id) : std::nullopt;
}

Key presentText(std::string_view text) noexcept
{
    return text.data() ? Key(text) : std::nullopt;
}

// What one request has to offer for each kind of rule.
struct KeyReader {
    const UpstreamSettings &settings;
    const HashCaptures &captures;
    Exchange &exchange;
    RequestIds &random;

    [[nodiscard]] Key read(const HashRule &rule) const
    {
        switch (rule.source) {
        case HashSource::None:
            break;
        case HashSource::Consumer:
            return consumerKey(exchange);
        case HashSource::Ip:
            return exchange.clientIp;
        case HashSource::Header:
            return headerKey(exchange, rule.name);
        case HashSource::Cookie:
            return cookieKey(settings, rule.name, exchange, random);
        case HashSource::Path:
            return decodedPath(exchange);
        case HashSource::QueryArg:
            return argumentKey(exchange, rule.name);
        case HashSource::UriCapture:
            return presentText(&rule == &settings.hashOn ? captures.on : captures.fallback);
        }
        return std::nullopt;
    }
};

} // namespace

void HashCaptures::take(const UpstreamSettings &settings, const routing::RouteCaptures &captures)
{
    on = settings.hashOn.source == HashSource::UriCapture ? captures.named(settings.hashOn.name) : std::string_view();
    fallback = settings.hashFallback.source == HashSource::UriCapture ? captures.named(settings.hashFallback.name)
                                                                      : std::string_view();
}

std::string_view
hashKey(const UpstreamSettings &settings, const HashCaptures &captures, Exchange &exchange, RequestIds &random)
{
    const KeyReader reader{settings, captures, exchange, random};
    for (const HashRule *rule : {&settings.hashOn, &settings.hashFallback}) {
        if (rule->source == HashSource::None)
            return {};
        if (const Key key = reader.read(*rule))
            return *key;
    }
    return {};
}

} // namespace gatehouse
