// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snapshot/plan_cache.h"

#include "core/base/parallel.h"
#include "core/snapshot/entity_plans.h"

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

PlanCache::Route madeOf(const QJsonObject &route)
{
    return {route.value("id"_L1).toString(), foreignId(route, u"service"_s), isHttpRoute(route), routePlan(route),
            routeRule(route)};
}

} // namespace

std::vector<const PlanCache::Route *> PlanCache::routes(const QList<QJsonObject> &rows)
{
    std::vector<const Route *> all;
    std::vector<Kept<Route> *> changed;
    all.reserve(static_cast<std::size_t>(rows.size()));
    for (const QJsonObject &row : rows) {
        std::shared_ptr<Kept<Route>> &kept = m_routes[row.value("id"_L1).toString()];
        if (!kept)
            kept = std::make_shared<Kept<Route>>();
        if (kept->row != row) {
            kept->row = row;
            changed.push_back(kept.get());
        }
        kept->round = m_round;
        all.push_back(&kept->value);
    }
    forEachIndex(changed.size(), [&changed](std::size_t i) { changed[i]->value = madeOf(changed[i]->row); });
    return all;
}

const ServicePlan &PlanCache::service(const QJsonObject &row)
{
    Kept<ServicePlan> &kept = m_services[row.value("id"_L1).toString()];
    if (kept.row != row) {
        kept.row = row;
        kept.value = servicePlan(row);
    }
    kept.round = m_round;
    return kept.value;
}

std::shared_ptr<const ConsumerDirectory> PlanCache::consumers(const Config &config)
{
    const Table &consumers = config.table(u"consumers"_s);
    const Table &groups = config.table(u"acls"_s);
    if (!m_consumers || !consumers.isSameAs(m_consumerTable) || !groups.isSameAs(m_groupTable)) {
        m_consumers = std::make_shared<const ConsumerDirectory>(config);
        m_consumerTable = consumers;
        m_groupTable = groups;
    }
    return m_consumers;
}

void PlanCache::endRound()
{
    m_routes.removeIf([this](const auto &entry) { return entry.value()->round != m_round; });
    m_services.removeIf([this](const auto &entry) { return entry.value().round != m_round; });
    ++m_round;
}

} // namespace gatehouse
