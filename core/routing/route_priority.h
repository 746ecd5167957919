// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/routing/route_rule.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace gatehouse::routing {

// A rule is tried once per group: all its regular expressions together, and its prefixes of each length.
struct PathGroup {
    std::vector<std::string> paths; // in the order of the rule; empty for a rule without paths
    std::string id;                 // the rule's own, or one made of it when there are several groups
};

// In the order in which the groups first appear (kong/router/transform.lua, the ids are version 5 UUIDs).
[[nodiscard]] std::vector<PathGroup> splitByPath(const RouteRule &rule);

// The number that orders the groups of all rules, larger first. Kong builds it with shifts of 32-bit numbers, so it is
// not what its documentation says; the same numbers are made here, bit by bit (Kong/kong issue 14457).
[[nodiscard]] std::uint64_t priorityKey(const RouteRule &rule, const PathGroup &group) noexcept;

// The documented order, most significant first: kinds of criteria, plain hosts only, header names, regular expression,
// regex_priority, length of the prefix. Compares like the key, larger first.
using DocumentedPriority = std::array<std::int64_t, 6>;
[[nodiscard]] DocumentedPriority documentedPriority(const RouteRule &rule, const PathGroup &group) noexcept;

// Two rules that can match the same request and whose documented order is not the real one.
struct PriorityConflict {
    bool firstIsTriedFirst = false; // in reality; the documentation says the opposite
    std::string firstPath;          // of the groups in question, empty without paths
    std::string secondPath;
};

[[nodiscard]] std::optional<PriorityConflict> findPriorityConflict(const RouteRule &first, const RouteRule &second);

} // namespace gatehouse::routing
