// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/routing/route_rule.h"

#include <string>
#include <string_view>

namespace gatehouse {

// Whether one criterion of a route takes every request that another one takes. The answer yes is always right; it may
// be no where only a proof is missing. Protocols are no criterion of the router, so nothing is asked about them.
// Thread: any (pure functions).

[[nodiscard]] bool coversHost(const std::string &host, const std::string &other);

[[nodiscard]] bool coversPath(const std::string &path, const std::string &other);

// All header criteria of a rule.
[[nodiscard]] bool coversHeaders(const routing::RouteRule &rule, const routing::RouteRule &other);

// All SNIs of a rule; a request without TLS meets any.
[[nodiscard]] bool coversSnis(const routing::RouteRule &rule, const routing::RouteRule &other);

// The prefix that says the same as a path: the path itself or what a regular expression without any operators matches;
// empty when no prefix does.
[[nodiscard]] std::string equalPrefix(const std::string &path);
// The text that every path begins with that a path matches.
[[nodiscard]] std::string commonPrefix(const std::string &path);

} // namespace gatehouse
