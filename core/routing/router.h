// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/routing/compiled_route.h"
#include "core/routing/route_index.h"

#include <cstdint>
#include <string>
#include <vector>

namespace gatehouse::routing {

// Where one group of a rule stands in the order of trying.
struct RouteOrder {
    std::uint32_t rule = 0;
    std::uint64_t key = 0;
    std::string id;                 // of the group; decides between equal keys
    std::vector<std::string> paths; // of the group
};

// What became of one group, in the order of trying.
struct RouteTrace {
    std::uint32_t rule = 0;
    Criterion failed = Criterion::None; // None: it matches (the first one that does is used)
};

// Chooses the rule for a request as Kong's traditional_compatible router does (kong/router/{transform,atc}.lua):
// groups are tried from the largest key to the smallest, among equal keys from the largest id; the first match wins.
// Thread: any (immutable); each thread brings its MatchScratch. Lives in the Snapshot.
class Router
{
public:
    static Result<Router> build(const std::vector<RouteRule> &rules);
    // The same for rules that stand elsewhere.
    static Result<Router> build(const std::vector<const RouteRule *> &rules);
    // Whether a rule can be built: its regular expressions are the only thing that can be wrong.
    static Result<> check(const RouteRule &rule);

    // False when nothing matches. Allocates nothing once the scratch is warm.
    [[nodiscard]] bool match(const RouteQuery &query, MatchScratch &scratch, RouteMatch &match) const noexcept;

    // For people: the order of trying, and why each group did or did not match.
    [[nodiscard]] std::vector<RouteOrder> order() const;
    [[nodiscard]] std::vector<RouteTrace> explain(const RouteQuery &query, MatchScratch &scratch) const;

private:
    explicit Router(std::vector<CompiledRoute> routes);
    [[nodiscard]] bool isReadable(const RouteQuery &query) const noexcept;

    std::vector<CompiledRoute> m_routes; // in the order of trying
    RouteIndex m_index;
    std::vector<std::string> m_headerNames; // that any rule compares
    bool m_comparesPaths = false;
};

} // namespace gatehouse::routing
