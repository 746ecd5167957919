// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string_view>

namespace gatehouse::routing {

// The form of a path that routes are compared with and that goes to the upstream (kong/tools/uri.lua, RFC 3986 6.2.2).
// Nothing here allocates. Thread: any (pure functions).

// Decodes escapes of all octets but the reserved ones, removes dot segments, merges slashes; a slash at the end stays.
// The path begins with "/" and its escapes are well-formed (RequestParser sees to that). Returns `rawPath` itself when
// nothing changes, else the result in `out`, which has room for rawPath.size() octets.
[[nodiscard]] std::string_view normalizePath(std::string_view rawPath, char *out) noexcept;

// Escapes what must not stand in a request-target. `out` has room for three times the size; returns the octets written.
[[nodiscard]] std::size_t escapePath(std::string_view path, char *out) noexcept;

// RFC 3629: no overlong forms, no surrogates. Paths that are not UTF-8 match no route with paths.
[[nodiscard]] bool isUtf8(std::string_view text) noexcept;

} // namespace gatehouse::routing
