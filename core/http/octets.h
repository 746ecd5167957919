// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ascii.h"

#include <array>
#include <cstdint>
#include <string_view>

// Classes of octets of the HTTP and URI grammars as one lookup table, and the few scans that the parsers share.
// Thread: any (constants and pure functions).
namespace gatehouse::http::octets {

inline constexpr std::uint8_t token = 1;   // tchar, RFC 9110 5.6.2
inline constexpr std::uint8_t digit = 2;   // RFC 5234 B.1
inline constexpr std::uint8_t hex = 4;     // RFC 5234 B.1, both cases
inline constexpr std::uint8_t regName = 8; // unreserved and sub-delims, RFC 3986 3.2.2 (without pct-encoded)
inline constexpr std::uint8_t target = 16; // needs a closer look inside a path: % . # (? ends it)

constexpr void mark(std::array<std::uint8_t, 256> &table, std::string_view set, std::uint8_t bit) noexcept
{
    for (const char c : set)
        table[static_cast<std::uint8_t>(c)] |= bit;
}

constexpr std::array<std::uint8_t, 256> makeTable() noexcept
{
    std::array<std::uint8_t, 256> table{};
    constexpr std::string_view digits = "0123456789";
    constexpr std::string_view letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    mark(table, digits, token | digit | hex | regName);
    mark(table, letters, token | regName);
    mark(table, "abcdefABCDEF", hex);
    mark(table, "!#$%&'*+-.^_`|~", token);
    mark(table, "-._~!$&'()*+,;=", regName);
    mark(table, "%.#", target);
    return table;
}

inline constexpr std::array<std::uint8_t, 256> table = makeTable();

[[nodiscard]] constexpr bool is(char c, std::uint8_t octetClass) noexcept
{
    return (table[static_cast<std::uint8_t>(c)] & octetClass) != 0;
}

[[nodiscard]] constexpr bool isBlank(char c) noexcept
{
    return c == ' ' || c == '\t';
}

// Control characters of a line, HTAB included.
[[nodiscard]] constexpr bool isControl(char c) noexcept
{
    return static_cast<std::uint8_t>(c) < 0x20 || c == 0x7f;
}

using ascii::toLower;

// The value of a hexadecimal digit. Does NOT validate.
[[nodiscard]] constexpr unsigned hexValue(char c) noexcept
{
    return is(c, digit) ? static_cast<unsigned>(c - '0') : static_cast<unsigned>((c | 0x20) - 'a' + 10);
}

// Whether the "%" at this place begins a triplet (RFC 3986 2.1).
[[nodiscard]] constexpr bool isTriplet(std::string_view text, std::size_t percent) noexcept
{
    return percent + 2 < text.size() && is(text[percent + 1], hex) && is(text[percent + 2], hex);
}

// The octet a triplet stands for. Does NOT validate.
[[nodiscard]] constexpr char tripletValue(std::string_view text, std::size_t percent) noexcept
{
    return static_cast<char>(hexValue(text[percent + 1]) << 4 | hexValue(text[percent + 2]));
}

// Whether a non-empty text consists of octets of one class.
[[nodiscard]] constexpr bool allOf(std::string_view text, std::uint8_t octetClass) noexcept
{
    for (const char c : text) {
        if (!is(c, octetClass))
            return false;
    }
    return !text.empty();
}

// Removes optional whitespace (RFC 9110 5.6.3) at both ends.
[[nodiscard]] constexpr std::string_view trim(std::string_view text) noexcept
{
    while (!text.empty() && isBlank(text.front()))
        text.remove_prefix(1);
    while (!text.empty() && isBlank(text.back()))
        text.remove_suffix(1);
    return text;
}

// Takes the next element off a comma separated list (RFC 9110 5.6.1), trimmed; it may be empty.
[[nodiscard]] constexpr std::string_view takeElement(std::string_view &list) noexcept
{
    const std::size_t comma = list.find(',');
    const std::string_view element = trim(list.substr(0, comma));
    list = comma == std::string_view::npos ? std::string_view() : list.substr(comma + 1);
    return element;
}

} // namespace gatehouse::http::octets
