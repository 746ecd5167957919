// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inspect/evaluation_order.h"

#include "core/inspect/route_coverage.h"
#include "core/routing/host_test.h"
#include "core/snapshot/entity_plans.h"

#include <algorithm>
#include <set>
#include <unordered_map>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

using routing::RouteRule;
using Texts = std::vector<std::string>;
using Places = std::vector<routing::RouteOrder>;

const Texts anything{std::string()};

const Texts &orAnything(const Texts &values)
{
    return values.empty() ? anything : values;
}

// One request kind of a route: one method, host and path of it; an empty text stands for any.
struct Corner {
    const std::string &method;
    const std::string &host;
    const std::string &path;
};

// Routes by host and by the prefix or regular expression of their paths, so that ten thousand of them are compared
// with the few that can take their requests. Thread: that of the call it serves.
class Coverage
{
public:
    Coverage(const std::vector<RouteRule> &rules, const Places &places)
        : m_rules(rules)
        , m_places(places)
    {
        for (std::size_t place = 0; place < places.size(); ++place)
            file(place);
    }

    // The rules that take all requests of a rule before it sees them; empty when some may reach it.
    [[nodiscard]] std::set<std::size_t> takers(std::uint32_t rule, const std::vector<std::size_t> &places) const
    {
        std::set<std::size_t> takers;
        for (const std::size_t place : places) {
            if (!addTakers(rule, place, takers))
                return {};
        }
        return takers;
    }

private:
    static constexpr std::size_t mostCorners = 1024; // of one place; with more nothing is claimed

    static std::string key(std::string_view host, std::string_view path)
    {
        return std::string(host) + '\n' + std::string(path);
    }

    // Exact hosts are filed by name, wildcards together.
    static std::string hostKey(const std::string &host)
    {
        const routing::HostTest test = routing::makeHostTest(host);
        return test.kind == routing::HostTest::Kind::Exact ? test.text : "*";
    }

    void file(std::size_t place)
    {
        for (const std::string &host : orAnything(m_rules[m_places[place].rule].hosts)) {
            for (const std::string &path : orAnything(m_places[place].paths)) {
                const std::string prefix = equalPrefix(path);
                m_filed[key(hostKey(host), prefix.empty() ? path : prefix)].push_back(place);
            }
        }
    }

    bool addTakers(std::uint32_t ruleIndex, std::size_t place, std::set<std::size_t> &takers) const
    {
        const RouteRule &rule = m_rules[ruleIndex];
        const Texts &methods = orAnything(rule.methods);
        const Texts &hosts = orAnything(rule.hosts);
        const Texts &paths = orAnything(m_places[place].paths);
        if (methods.size() * hosts.size() * paths.size() > mostCorners)
            return false;
        for (const std::string &method : methods) {
            for (const std::string &host : hosts) {
                for (const std::string &path : paths) {
                    const auto taker = takerOf({method, host, path}, place);
                    if (!taker)
                        return false;
                    takers.insert(*taker);
                }
            }
        }
        return true;
    }

    // The first place before `place` that takes every request of the corner.
    [[nodiscard]] std::optional<std::size_t> takerOf(const Corner &corner, std::size_t place) const
    {
        std::size_t best = place;
        std::set<std::string> hosts{hostKey(corner.host), "*", ""};
        const std::string begin = commonPrefix(corner.path);
        for (const std::string &host : hosts) {
            for (std::size_t length = 0; length <= begin.size(); ++length)
                best = firstTaker(key(host, std::string_view(begin).substr(0, length)), corner, place, best);
            if (routing::isRegexPath(corner.path))
                best = firstTaker(key(host, corner.path), corner, place, best);
        }
        return best == place ? std::nullopt : std::optional(best);
    }

    [[nodiscard]] std::size_t
    firstTaker(const std::string &where, const Corner &corner, std::size_t place, std::size_t best) const
    {
        const auto filed = m_filed.find(where);
        if (filed == m_filed.end())
            return best;
        for (const std::size_t candidate : filed->second) { // ascending
            if (candidate >= best)
                break;
            if (takes(candidate, corner, place))
                return candidate;
        }
        return best;
    }

    [[nodiscard]] bool takes(std::size_t candidate, const Corner &corner, std::size_t place) const
    {
        if (m_places[candidate].rule == m_places[place].rule)
            return false;
        const RouteRule &rule = m_rules[m_places[candidate].rule];
        const RouteRule &other = m_rules[m_places[place].rule];
        const bool methods = rule.methods.empty() ||
                             std::find(rule.methods.begin(), rule.methods.end(), corner.method) != rule.methods.end();
        return methods && anyCovers(rule.hosts, corner.host, coversHost) &&
               anyCovers(m_places[candidate].paths, corner.path, coversPath) && coversHeaders(rule, other) &&
               coversSnis(rule, other);
    }

    template <class Covers>
    static bool anyCovers(const Texts &values, const std::string &other, Covers covers)
    {
        if (values.empty())
            return true;
        return !other.empty() && std::any_of(values.begin(), values.end(),
                                             [&](const std::string &value) { return covers(value, other); });
    }

    const std::vector<RouteRule> &m_rules;
    const Places &m_places;
    std::unordered_map<std::string, std::vector<std::size_t>> m_filed;
};

} // namespace

Result<EvaluationOrder> EvaluationOrder::of(const Config &config)
{
    EvaluationOrder order(config);
    for (const QJsonObject &route : config.rows(u"routes"_s)) {
        if (!isRouted(config, route))
            continue;
        order.m_rows << route;
        order.m_rules.push_back(routeRule(route));
    }
    Result<routing::Router> router = routing::Router::build(order.m_rules);
    if (!router)
        return router.error();
    order.m_router = std::make_shared<const routing::Router>(std::move(*router));
    return order;
}

QList<EvaluationOrder::Place> EvaluationOrder::places() const
{
    QList<Place> places;
    for (const routing::RouteOrder &order : m_router->order()) {
        Place place{m_rows[order.rule].value("id"_L1).toString(), {}};
        for (const std::string &path : order.paths)
            place.paths << QString::fromStdString(path);
        places << place;
    }
    return places;
}

QList<EvaluationOrder::Shadowed> EvaluationOrder::shadowed() const
{
    const Places places = m_router->order();
    const Coverage coverage(m_rules, places);
    std::vector<std::vector<std::size_t>> placesOf(m_rules.size());
    for (std::size_t place = 0; place < places.size(); ++place)
        placesOf[places[place].rule].push_back(place);
    QList<Shadowed> shadowed;
    for (std::uint32_t rule = 0; rule < m_rules.size(); ++rule) {
        Shadowed found{m_rows[rule].value("id"_L1).toString(), {}};
        for (const std::size_t taker : coverage.takers(rule, placesOf[rule])) {
            const QString id = m_rows[places[taker].rule].value("id"_L1).toString();
            if (!found.by.contains(id))
                found.by << id;
        }
        if (!found.by.isEmpty())
            shadowed << found;
    }
    return shadowed;
}

} // namespace gatehouse
