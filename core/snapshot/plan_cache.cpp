// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snapshot/plan_cache.h"

#include "core/base/parallel.h"
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

namespace {

PlanCache::Route madeOf(const QJsonObject &route)
{
    return {routePlan(route), routeRule(route)};
}

} // namespace

void PlanCache::makeRoutes(const QList<QJsonObject> &rows)
{
    std::vector<Kept<Route>> made;
    for (const QJsonObject &row : rows) {
        const auto known = m_routes.constFind(row.value("id"_L1).toString());
        if (known == m_routes.constEnd() || known->row != row)
            made.push_back({row, {}, m_round});
    }
    forEachIndex(made.size(), [&made](std::size_t i) { made[i].value = madeOf(made[i].row); });
    for (Kept<Route> &each : made) {
        const QString id = each.row.value("id"_L1).toString();
        m_routes.insert(id, std::move(each));
    }
}

const PlanCache::Route &PlanCache::route(const QJsonObject &row)
{
    return find(m_routes, row, madeOf);
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
