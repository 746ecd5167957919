// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/host.h"

#include "core/http/octets.h"

namespace gatehouse::http {

namespace {

bool isNumberUpTo(unsigned largest, std::string_view text) noexcept
{
    unsigned number = 0;
    for (const char c : text) {
        if (!octets::is(c, octets::digit))
            return false;
        number = number * 10 + static_cast<unsigned>(c - '0');
        if (number > largest)
            return false;
    }
    return true;
}

bool isIpv4(std::string_view text) noexcept
{
    for (int part = 0; part < 4; ++part) {
        const std::size_t dot = part < 3 ? text.find('.') : text.size();
        if (dot == std::string_view::npos || dot == 0 || dot > 3 || !isNumberUpTo(255, text.substr(0, dot)))
            return false;
        text.remove_prefix(part < 3 ? dot + 1 : dot);
    }
    return true;
}

std::size_t countHexDigits(std::string_view text) noexcept
{
    std::size_t count = 0;
    while (count < text.size() && octets::is(text[count], octets::hex))
        ++count;
    return count;
}

// RFC 3986 3.2.2, IPv6address
bool isIpv6(std::string_view text) noexcept
{
    bool compressed = text.substr(0, 2) == "::";
    unsigned groups = 0;
    if (compressed)
        text.remove_prefix(2);
    while (!text.empty()) {
        const std::size_t digits = countHexDigits(text);
        if (digits < text.size() && text[digits] == '.')
            return isIpv4(text) && (compressed ? groups < 6 : groups == 6);
        if (digits == 0 || digits > 4)
            return false;
        ++groups;
        text.remove_prefix(digits);
        if (text.empty())
            break;
        if (text.front() != ':' || text.size() == 1)
            return false;
        text.remove_prefix(1);
        if (text.front() != ':')
            continue;
        if (compressed)
            return false;
        compressed = true;
        text.remove_prefix(1);
    }
    return compressed ? groups < 8 : groups == 8;
}

bool isRegName(std::string_view text) noexcept
{
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (octets::is(text[i], octets::regName))
            continue;
        if (text[i] != '%' || countHexDigits(text.substr(i + 1, 2)) != 2)
            return false;
        i += 2;
    }
    return !text.empty();
}

} // namespace

bool isHost(std::string_view text) noexcept
{
    constexpr unsigned largestPort = 65535; // an empty one is allowed, RFC 3986 3.2.3
    if (!text.empty() && text.front() == '[') {
        const std::size_t close = text.find(']');
        if (close == std::string_view::npos || !isIpv6(text.substr(1, close - 1)))
            return false;
        const std::string_view rest = text.substr(close + 1);
        return rest.empty() || (rest.front() == ':' && isNumberUpTo(largestPort, rest.substr(1)));
    }
    const std::size_t colon = text.find(':');
    return isRegName(text.substr(0, colon)) &&
           (colon == std::string_view::npos || isNumberUpTo(largestPort, text.substr(colon + 1)));
}

} // namespace gatehouse::http
