// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/http/message.h"

#include <cstddef>
#include <cstdint>

namespace gatehouse::http {

// How much of a message head or of chunked framing is accepted. Octets count as they arrive, so a line that never
// ends is refused as early as one that ends too late. Thread: any (plain value).
struct Limits {
    std::size_t requestLine = 8192; // without CRLF; RFC 9112 3 asks for at least 8000; 414 beyond
    std::size_t fieldLine = 16384;  // without CRLF; 431 beyond (RFC 6585 5)
    std::size_t head = 32768;       // start line to the empty line, every CRLF included; Kong's 4 buffers of 8 KiB
    std::size_t fields = FieldList::capacity;
    std::size_t connectionOptions = 64; // each one is looked up among all fields
    std::size_t chunkOverhead = 8192;   // chunk extensions and trailers of one whole body (RFC 9112 7.1.1)

    // Upstreams are trusted with longer heads (many cookies), not with endless ones.
    [[nodiscard]] static constexpr Limits forResponses() noexcept
    {
        Limits limits;
        limits.fieldLine = 32768;
        limits.head = 65536;
        return limits;
    }
};

// Lengths of bodies and chunks stay below 2^63, so that sums of two never wrap.
inline constexpr std::uint64_t largestLength = (std::uint64_t{1} << 63) - 1;

enum class ParseStatus : std::uint8_t { NeedMore, Done, Failed };

// Why a message was refused: the status to answer with, and the reason for the log.
struct ParseFailure {
    int status = 0;
    const char *reason = "";
};

} // namespace gatehouse::http
