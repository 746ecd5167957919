// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/arena.h"

#include <cstddef>
#include <string_view>

namespace gatehouse {

// One argument of a query, decoded ('+' is a space). `hasValue` is false for "?name" without "=", which Kong tells
// from an empty value.
struct QueryArg {
    std::string_view name;
    std::string_view value;
    bool hasValue = false;
};

// Walks the arguments of a query string without its '?'; at most `limit` are seen, 100 as in Kong
// (lua_max_uri_args) unless told otherwise. Decoded text lives in the arena, text without escapes in the query itself.
// Thread: worker; lives for one walk.
class QueryArgs
{
public:
    static constexpr std::size_t maxArgs = 100;
    static constexpr std::size_t unlimited = static_cast<std::size_t>(-1);

    QueryArgs(std::string_view query, Arena &arena, std::size_t limit = maxArgs) noexcept
        : m_rest(query)
        , m_arena(arena)
        , m_limit(limit)
    {
    }

    [[nodiscard]] bool next(QueryArg &arg);

private:
    [[nodiscard]] std::string_view decoded(std::string_view text);

    std::string_view m_rest;
    Arena &m_arena;
    std::size_t m_limit;
    std::size_t m_seen = 0;
};

} // namespace gatehouse
