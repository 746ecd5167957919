// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/trailers.h"

#include "core/http/message.h"

#include <algorithm>
#include <array>

namespace gatehouse::http {

namespace {

constexpr std::array<std::string_view, 47> forbidden{
    "Age",
    "Authentication-Info",
    "Authorization",
    "Cache-Control",
    "Connection",
    "Content-Encoding",
    "Content-Length",
    "Content-Range",
    "Content-Type",
    "Cookie",
    "Date",
    "Expect",
    "Expires",
    "Forwarded",
    "Host",
    "If-Match",
    "If-Modified-Since",
    "If-None-Match",
    "If-Range",
    "If-Unmodified-Since",
    "Keep-Alive",
    "Location",
    "Max-Forwards",
    "Pragma",
    "Proxy-Authenticate",
    "Proxy-Authentication-Info",
    "Proxy-Authorization",
    "Proxy-Connection",
    "Range",
    "Retry-After",
    "Server",
    "Set-Cookie",
    "Set-Cookie2",
    "Strict-Transport-Security",
    "TE",
    "Trailer",
    "Transfer-Encoding",
    "Upgrade",
    "Vary",
    "Via",
    "WWW-Authenticate",
    "Warning",
    "X-Forwarded-For",
    "X-Forwarded-Host",
    "X-Forwarded-Proto",
    "X-Kong-Request-Id",
    "X-Real-IP",
};

} // namespace

bool isForbiddenInTrailers(std::string_view name) noexcept
{
    return std::any_of(forbidden.begin(), forbidden.end(),
                       [name](std::string_view each) { return equalsIgnoreCase(each, name); });
}

void removeForbiddenTrailers(std::string &section)
{
    std::size_t kept = 0;
    for (std::size_t begin = 0; begin < section.size();) {
        const std::size_t size = section.find('\n', begin) + 1 - begin;
        const std::string_view line(section.data() + begin, size);
        if (!isForbiddenInTrailers(line.substr(0, line.find(':')))) {
            std::copy(line.begin(), line.end(), section.begin() + static_cast<std::ptrdiff_t>(kept));
            kept += size;
        }
        begin += size;
    }
    section.resize(kept);
}

} // namespace gatehouse::http
