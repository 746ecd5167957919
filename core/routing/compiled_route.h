// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/http/message.h"
#include "core/routing/host_test.h"
#include "core/routing/match_scratch.h"
#include "core/routing/pattern.h"
#include "core/routing/route_priority.h"

#include <array>

namespace gatehouse::routing {

// What a request shows to the router. Thread: any (views; they outlive the call).
struct RouteQuery {
    std::string_view method;
    std::string_view host; // the Host field as received, with its port; empty when there is none
    std::string_view path; // normalised
    std::string_view sni;
    const http::FieldList *fields = nullptr;
    bool tls = false;
    std::uint16_t listenPort = 0; // counts where Host has no port
};

// Groups of the regular expression that matched the path; the first is the whole match. Views of the query's path.
struct RouteCaptures {
    static constexpr std::size_t capacity = 33;

    [[nodiscard]] std::string_view named(std::string_view name) const noexcept;

    std::array<std::string_view, capacity> values; // a group that took no part has a null pointer
    std::size_t count = 0;                         // 0 when the expression has no groups
    const std::vector<CaptureName> *names = nullptr;
};

// What matched. Views of the query; `names` lives as long as the router.
struct RouteMatch {
    std::uint32_t rule = 0;       // index into the rules the router was built from
    std::string_view matchedPath; // what strip_path removes; empty when the rule has no paths
    bool regex = false;
    RouteCaptures captures;
};

// The criteria of a rule, and why it did not match.
enum class Criterion : std::uint8_t { None, Sni, Method, Host, Path, Header };

// The host of a query, taken apart once for all routes.
struct QueryHost {
    explicit QueryHost(const RouteQuery &query) noexcept;

    std::string_view host;
    std::uint16_t port = 0;
};

// One group of one rule, ready to be compared (kong/router/transform.lua, get_expression).
// Thread: any (immutable). Lives in the Router.
class CompiledRoute
{
public:
    static constexpr std::size_t searchedFields = 100; // Kong reads no more of them

    static Result<CompiledRoute> compile(const RouteRule &rule, std::uint32_t ruleIndex, PathGroup group);

    // Compares everything; the first criterion that fails, or None and `match` filled.
    [[nodiscard]] Criterion test(const RouteQuery &query, MatchScratch &scratch, RouteMatch &match) const noexcept;

    [[nodiscard]] std::uint32_t ruleIndex() const noexcept { return m_ruleIndex; }

    [[nodiscard]] std::uint64_t key() const noexcept { return m_key; }

    [[nodiscard]] const PathGroup &group() const noexcept { return m_group; }

    [[nodiscard]] const std::vector<HostTest> &hosts() const noexcept { return m_hosts; }

    // What every path that matches begins with, one of these; none when the path does not matter that way.
    [[nodiscard]] std::vector<std::string> pathBegins() const;
    [[nodiscard]] std::vector<std::string> headerNames() const;

    [[nodiscard]] bool hasPaths() const noexcept { return !m_group.paths.empty(); }

private:
    struct HeaderTest {
        std::string name; // lower case, "-" for "_"
        std::vector<std::string> values;
        std::vector<Pattern> patterns;
    };

    Result<> addHeader(const std::string &name, const std::vector<std::string> &values);
    [[nodiscard]] bool matchesSni(const RouteQuery &query) const noexcept;
    [[nodiscard]] bool matchesMethod(std::string_view method) const noexcept;
    [[nodiscard]] bool matchesHosts(const RouteQuery &query) const noexcept;
    [[nodiscard]] bool matchesHeaders(const RouteQuery &query, MatchScratch &scratch) const noexcept;
    [[nodiscard]] static bool
    matchesHeader(const HeaderTest &header, const http::FieldList &fields, MatchScratch &scratch) noexcept;
    [[nodiscard]] static bool
    matchesValue(const HeaderTest &header, std::string_view value, MatchScratch &scratch) noexcept;
    [[nodiscard]] bool matchesPath(std::string_view path, MatchScratch &scratch, RouteMatch &match) const noexcept;
    [[nodiscard]] bool matchesPattern(std::string_view path, MatchScratch &scratch, RouteMatch &match) const noexcept;

    std::uint32_t m_ruleIndex = 0;
    std::uint64_t m_key = 0;
    PathGroup m_group;
    std::vector<std::string> m_methods;
    std::vector<HostTest> m_hosts;
    std::vector<HostTest> m_snis;
    std::vector<Pattern> m_patterns; // of the paths, when they are regular expressions
    std::vector<HeaderTest> m_headers;
};

// Whether two header names are the same for routing: without case, "_" like "-". The first is lower case with "-".
[[nodiscard]] bool isSameHeader(std::string_view normalized, std::string_view name) noexcept;

} // namespace gatehouse::routing
