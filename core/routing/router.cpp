// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/routing/router.h"

#include "core/base/parallel.h"
#include "core/routing/path_normalizer.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse::routing {

namespace {

Result<> addCompiled(const RouteRule &rule, std::uint32_t ruleIndex, std::vector<CompiledRoute> &routes)
{
    for (PathGroup &group : splitByPath(rule)) {
        Result<CompiledRoute> route = CompiledRoute::compile(rule, ruleIndex, std::move(group));
        if (!route)
            return route.error();
        routes.push_back(std::move(*route));
    }
    return {};
}

bool isTriedBefore(const CompiledRoute *one, const CompiledRoute *other) noexcept
{
    if (one->key() != other->key())
        return one->key() > other->key();
    return one->group().id > other->group().id;
}

std::vector<std::string> allHeaderNames(const std::vector<CompiledRoute> &routes)
{
    std::vector<std::string> names;
    for (const CompiledRoute &route : routes) {
        for (std::string &name : route.headerNames())
            names.push_back(std::move(name));
    }
    std::sort(names.begin(), names.end());
    names.erase(std::unique(names.begin(), names.end()), names.end());
    return names;
}

} // namespace

Router::Router(std::vector<CompiledRoute> routes)
    : m_routes(std::move(routes))
    , m_index(m_routes)
    , m_headerNames(allHeaderNames(m_routes))
    , m_comparesPaths(
          std::any_of(m_routes.begin(), m_routes.end(), [](const CompiledRoute &r) { return r.hasPaths(); }))
{
}

Result<Router> Router::build(const std::vector<RouteRule> &rules)
{
    std::vector<const RouteRule *> pointers;
    pointers.reserve(rules.size());
    for (const RouteRule &rule : rules)
        pointers.push_back(&rule);
    return build(pointers);
}

Result<Router> Router::build(const std::vector<const RouteRule *> &rules)
{
    std::vector<std::vector<CompiledRoute>> ofRule(rules.size());
    std::vector<Result<>> added(rules.size());
    forEachIndex(rules.size(),
                 [&](std::size_t i) { added[i] = addCompiled(*rules[i], static_cast<std::uint32_t>(i), ofRule[i]); });
    std::vector<CompiledRoute *> order; // sorted in place of the routes, which are large
    order.reserve(rules.size());
    for (std::size_t i = 0; i < rules.size(); ++i) {
        if (!added[i]) {
            Error error = added[i].error();
            error.problems = {{u"routes/%1"_s.arg(QString::fromStdString(rules[i]->id)), error.message}};
            return error;
        }
        for (CompiledRoute &route : ofRule[i])
            order.push_back(&route);
    }
    std::stable_sort(order.begin(), order.end(), isTriedBefore);
    std::vector<CompiledRoute> routes;
    routes.reserve(order.size());
    for (CompiledRoute *route : order)
        routes.push_back(std::move(*route));
    return Router(std::move(routes));
}

Result<> Router::check(const RouteRule &rule)
{
    std::vector<CompiledRoute> routes;
    return addCompiled(rule, 0, routes);
}

bool Router::isReadable(const RouteQuery &query) const noexcept
{
    if (m_comparesPaths && !isUtf8(query.path))
        return false;
    if (m_headerNames.empty() || query.fields == nullptr)
        return true;
    const http::FieldList &fields = *query.fields;
    const auto *const end = fields.begin() + std::min(fields.size(), CompiledRoute::searchedFields);
    return std::none_of(fields.begin(), end, [this](const http::Field &field) {
        const auto isCompared = [&field](const std::string &name) { return isSameHeader(name, field.name); };
        return !isUtf8(field.value) && std::any_of(m_headerNames.begin(), m_headerNames.end(), isCompared);
    });
}

bool Router::match(const RouteQuery &query, MatchScratch &scratch, RouteMatch &match) const noexcept
{
    if (!isReadable(query))
        return false;
    auto best = static_cast<std::uint32_t>(m_routes.size());
    const auto tryList = [&](std::span<const std::uint32_t> candidates) {
        for (const std::uint32_t candidate : candidates) {
            if (candidate >= best)
                return;
            if (m_routes[candidate].test(query, scratch, match) == Criterion::None)
                best = candidate;
        }
    };
    m_index.forEachList(splitHost(query.host).host, query.path, tryList);
    return best < m_routes.size();
}

std::vector<RouteOrder> Router::order() const
{
    std::vector<RouteOrder> order;
    for (const CompiledRoute &route : m_routes)
        order.push_back({route.ruleIndex(), route.key(), route.group().id, route.group().paths});
    return order;
}

std::vector<RouteTrace> Router::explain(const RouteQuery &query, MatchScratch &scratch) const
{
    const bool readable = isReadable(query);
    std::vector<RouteTrace> traces;
    RouteMatch unused;
    for (const CompiledRoute &route : m_routes)
        traces.push_back({route.ruleIndex(), readable ? route.test(query, scratch, unused) : Criterion::Path});
    return traces;
}

} // namespace gatehouse::routing
