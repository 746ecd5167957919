// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/arena.h"

#include <string_view>

namespace gatehouse {

// The query without all arguments of that name, '?' included in both; empty when no argument is left. The others stay
// in order and are escaped anew, spaces as %20 (kong/pdk/service/request.lua, clear_query_arg).
// Thread: worker; the result lives in the arena.
[[nodiscard]] std::string_view queryWithout(std::string_view query, std::string_view name, Arena &arena);

// Room for the escaped text of that size, and writing it: all but letters, digits and `literal` become %XX.
constexpr std::size_t escapedLimit(std::size_t size) noexcept
{
    return size * 3;
}

[[nodiscard]] char *writeEscaped(std::string_view text, std::string_view literal, char *out) noexcept;

} // namespace gatehouse
