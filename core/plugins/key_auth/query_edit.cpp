// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plugins/key_auth/query_edit.h"

#include "core/plugins/query_args.h"

namespace gatehouse {

namespace {

constexpr std::string_view formLiterals = "*-._"; // URL standard, application/x-www-form-urlencoded percent-encode set

constexpr bool isAlphanumeric(char c) noexcept
{
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

} // namespace

char *writeEscaped(std::string_view text, std::string_view literal, char *out) noexcept
{
    static constexpr char digits[] = "0123456789ABCDEF";
    for (const char c : text) {
        if (isAlphanumeric(c) || literal.find(c) != std::string_view::npos) {
            *out++ = c;
            continue;
        }
        const auto byte = static_cast<unsigned char>(c);
        *out++ = '%';
        *out++ = digits[byte >> 4U];
        *out++ = digits[byte & 15U];
    }
    return out;
}

std::string_view queryWithout(std::string_view query, std::string_view name, Arena &arena)
{
    // Each argument may gain a '=' besides its escapes.
    char *const begin = arena.allocate(escapedLimit(query.size()) + query.size() + 1);
    char *end = begin;
    QueryArgs args(query.substr(1), arena, QueryArgs::unlimited);
    for (QueryArg arg; args.next(arg);) {
        if (arg.name == name)
            continue;
        *end = end == begin ? '?' : '&';
        ++end;
        end = writeEscaped(arg.name, formLiterals, end);
        *end++ = '=';
        end = writeEscaped(arg.value, formLiterals, end);
    }
    return {begin, static_cast<std::size_t>(end - begin)};
}

} // namespace gatehouse
