// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/plugins/exchange.h"

#include <string_view>

namespace gatehouse {

// How the message goes to the client.
struct ClientFraming {
    http::Framing framing = http::Framing::None; // Length, Chunked, UntilClose or None
    bool keepAlive = true;
    bool trailers = false; // may follow the last chunk: the client sent TE: trailers (RFC 9110 6.5.1)
};

// How an upstream's answer is framed for this client: kept when its length is known, chunked otherwise, and closed at
// the end for HTTP/1.0 (RFC 9112 6.1).
[[nodiscard]] ClientFraming clientFraming(const http::RequestHead &request,
                                          const http::ResponseHead &response) noexcept;

// Station 11's result: the head the client gets for an upstream's answer, in the exchange's arena. Hop-by-hop fields
// are gone, plugins' edits are in, latencies and Via are added (kong/init.lua, header_filter). `date` is used when the
// upstream gave none.
[[nodiscard]] std::string_view
makeClientHead(Exchange &exchange, const http::ResponseHead &response, ClientFraming framing, std::string_view date);

// The interim answer to "Expect: 100-continue" (RFC 9110 10.1.1).
inline constexpr std::string_view continueHead = "HTTP/1.1 100 Continue\r\n\r\n";

// Whole milliseconds between two times in ns, never negative.
[[nodiscard]] constexpr std::int64_t wholeMs(std::int64_t from, std::int64_t to) noexcept
{
    return to > from ? (to - from) / 1'000'000 : 0;
}

// The standard phrase of a status code, or "Unknown".
// An interim answer (RFC 9110 15.2): never with what frames a body (RFC 9110 8.6, RFC 9112 6.1). In the exchange's
// arena.
[[nodiscard]] std::string_view makeInterimHead(Exchange &exchange, const http::ResponseHead &response);

[[nodiscard]] std::string_view reasonPhrase(int status) noexcept;

} // namespace gatehouse
