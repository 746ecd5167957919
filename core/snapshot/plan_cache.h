// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/config.h"
#include "core/snapshot/snapshot.h"

#include <QHash>

namespace gatehouse {

// What was made of the rows of the configuration that was compiled before: a row that is still the same is not worked
// out again, so that one edit costs little however large the configuration is.
// Thread: the one that compiles. Lives as long as the publisher.
class PlanCache
{
public:
    // What a route becomes by itself; its service and chain are not part of it.
    struct Route {
        RoutePlan plan;
        routing::RouteRule rule;
    };

    // Works out those of many routes that changed, on all cores.
    void makeRoutes(const QList<QJsonObject> &rows);
    const Route &route(const QJsonObject &row);
    const ServicePlan &service(const QJsonObject &row); // without balancer and TLS
    [[nodiscard]] std::shared_ptr<const ConsumerDirectory> consumers(const Config &config);
    // Forgets the rows that were not asked for since the last call.
    void endRound();

private:
    template <class Value>
    struct Kept {
        QJsonObject row;
        Value value;
        quint64 round = 0;
    };

    template <class Value, class Make>
    const Value &find(QHash<QString, Kept<Value>> &kept, const QJsonObject &row, Make make);

    QHash<QString, Kept<Route>> m_routes;
    QHash<QString, Kept<ServicePlan>> m_services;
    Table m_consumerTable;
    Table m_groupTable;
    std::shared_ptr<const ConsumerDirectory> m_consumers;
    quint64 m_round = 0;
};

} // namespace gatehouse
