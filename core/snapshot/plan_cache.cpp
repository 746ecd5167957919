// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snapshot/plan_cache.h"

#include "core/snapshot/entity_plans.h"

using namespace Qt::StringLiterals;

namespace gatehouse {

template <class Value, class Make>
const Value &PlanCache::find(QHash<QString, Kept<Value>> &kept, const QJsonObject &row, Make make)
{
    Kept<Value> &entry = kept[row.value("id"_L1).toString()];
    if (entry.row != row) {
        entry.row = row;
        entry.value = make(row);
    }
    entry.round = m_round;
    return entry.value;
}

const PlanCache::Route &PlanCache::route(const QJsonObject &row)
{
    return find(m_routes, row, [](const QJsonObject &route) { return Route{routePlan(route), routeRule(route)}; });
}

const ServicePlan &PlanCache::service(const QJsonObject &row)
{
    return find(m_services, row, servicePlan);
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
    const auto isOld = [this](const auto &entry) { return entry.value().round != m_round; };
    m_routes.removeIf(isOld);
    m_services.removeIf(isOld);
    ++m_round;
}

} // namespace gatehouse
