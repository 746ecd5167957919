// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/routing/path_normalizer.h"

#include "core/http/octets.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>

namespace gatehouse::routing {

namespace {

namespace octets = http::octets;

constexpr std::uint8_t reserved = 1; // stays escaped: decoding it would change what the path means
constexpr std::uint8_t safe = 2;     // may stand in a request-target

constexpr std::array<std::uint8_t, 256> makeTable() noexcept
{
    std::array<std::uint8_t, 256> table{};
    octets::mark(table, "!*'();:@&=+$,/?%#[]", reserved | safe);
    octets::mark(table, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.~", safe);
    return table;
}

constexpr std::array<std::uint8_t, 256> table = makeTable();

bool is(char c, std::uint8_t octetClass) noexcept
{
    return (table[static_cast<std::uint8_t>(c)] & octetClass) != 0;
}

std::size_t writeTriplet(char c, char *out) noexcept
{
    constexpr std::string_view digits = "0123456789ABCDEF";
    const auto value = static_cast<std::uint8_t>(c);
    out[0] = '%';
    out[1] = digits[value >> 4];
    out[2] = digits[value & 0xf];
    return 3;
}

bool isNormal(std::string_view path) noexcept
{
    char before = '\0';
    for (const char c : path) {
        if (c == '%' || (before == '/' && (c == '/' || c == '.')))
            return false;
        before = c;
    }
    return true;
}

std::size_t decode(std::string_view path, char *out) noexcept
{
    std::size_t size = 0;
    for (std::size_t i = 0; i < path.size(); ++i) {
        if (path[i] != '%' || i + 2 >= path.size()) {
            out[size++] = path[i];
            continue;
        }
        const char decoded = octets::tripletValue(path, i);
        i += 2;
        if (!is(decoded, reserved)) {
            out[size++] = decoded;
            continue;
        }
        size += writeTriplet(decoded, out + size);
    }
    return size;
}

// RFC 3986 5.2.4 in place, empty segments dropped on the way.
std::size_t removeDotSegments(char *path, std::size_t size) noexcept
{
    const std::string_view text(path, size);
    std::size_t written = 0;
    for (std::size_t slash = 0; slash < size;) {
        const std::size_t next = std::min(size, text.find('/', slash + 1));
        const std::string_view segment = text.substr(slash + 1, next - slash - 1);
        const bool last = next == size;
        const bool parent = segment == "..";
        if (parent && written > 0)
            written = text.substr(0, written).rfind('/');
        if (parent || segment == "." || segment.empty()) {
            if (last)
                path[written++] = '/';
        } else {
            path[written] = '/';
            std::memmove(path + written + 1, segment.data(), segment.size());
            written += segment.size() + 1;
        }
        slash = next;
    }
    return written;
}

// Octets of the UTF-8 sequence at the begin of `text`; 0 when it is none.
std::size_t sequenceLength(std::string_view text) noexcept
{
    const auto octet = [text](std::size_t i) {
        return i < text.size() ? static_cast<std::uint8_t>(text[i]) : std::uint8_t{0};
    };
    const auto continues = [octet](std::size_t i) { return (octet(i) & 0xc0) == 0x80; };
    const std::uint8_t first = octet(0);
    const std::uint8_t second = octet(1);
    if (first < 0x80)
        return 1;
    if (first < 0xc2 || first > 0xf4 || !continues(1))
        return 0;
    if (first < 0xe0)
        return 2;
    const bool overlong = (first == 0xe0 && second < 0xa0) || (first == 0xf0 && second < 0x90);
    const bool outside = (first == 0xed && second > 0x9f) || (first == 0xf4 && second > 0x8f);
    if (overlong || outside || !continues(2))
        return 0;
    if (first < 0xf0)
        return 3;
    return continues(3) ? 4 : 0;
}

} // namespace

std::string_view normalizePath(std::string_view rawPath, char *out) noexcept
{
    if (isNormal(rawPath))
        return rawPath;
    const std::size_t size = decode(rawPath, out);
    return {out, removeDotSegments(out, size)};
}

std::size_t escapePath(std::string_view path, char *out) noexcept
{
    std::size_t size = 0;
    for (const char c : path) {
        if (is(c, safe)) {
            out[size++] = c;
            continue;
        }
        size += writeTriplet(c, out + size);
    }
    return size;
}

bool isUtf8(std::string_view text) noexcept
{
    while (!text.empty()) {
        std::uint64_t word = 0;
        if (text.size() >= sizeof word) {
            std::memcpy(&word, text.data(), sizeof word);
            if ((word & 0x8080808080808080U) == 0) {
                text.remove_prefix(sizeof word);
                continue;
            }
        }
        const std::size_t length = sequenceLength(text);
        if (length == 0)
            return false;
        text.remove_prefix(length);
    }
    return true;
}

} // namespace gatehouse::routing
