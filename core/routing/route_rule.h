// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace gatehouse::routing {

// What one HTTP route compares requests with. Within a list one value must match, each list that is not empty must.
// Protocols are no criterion (kong/router/transform.lua): an https-only route matches and then answers 426.
// Thread: any (plain value).
struct RouteRule {
    std::string id; // UUID; decides between equal priorities
    std::vector<std::string> methods;
    std::vector<std::string> hosts; // "*.x" and "x.*" are wildcards; ":port" asks for that port
    std::vector<std::string> paths; // "~" begins a regular expression
    std::vector<std::string> snis;
    std::vector<std::pair<std::string, std::vector<std::string>>> headers; // "~*" begins a regular expression
    std::int64_t regexPriority = 0;
};

[[nodiscard]] inline bool isRegexPath(const std::string &path) noexcept
{
    return !path.empty() && path.front() == '~';
}

} // namespace gatehouse::routing
