// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string_view>

namespace gatehouse::routing {

// What the path for the upstream is made of. Thread: any (plain value of views).
struct UpstreamPath {
    std::string_view base;    // path of the service, or "/"
    std::string_view request; // normalised
    std::string_view matched; // what the route matched of it; empty when the route has no paths
    bool strip = true;
};

// Joins the path as path handling v0 does (kong/router/utils.lua), the only way of the traditional_compatible router,
// where a route's `path_handling: v1` changes nothing. Not escaped yet. `out` has room for base and request and one
// octet more; returns the octets written.
[[nodiscard]] std::size_t writeUpstreamPath(const UpstreamPath &path, char *out) noexcept;

} // namespace gatehouse::routing
