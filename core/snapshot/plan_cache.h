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
        QString id;
        QString serviceId;
        bool isHttp = false;
        RoutePlan plan;
        routing::RouteRule rule;
    };

    // In the order of the rows; those that changed are worked out on all cores. They stay until the end of the round.
    [[nodiscard]] std::vector<const Route *> routes(const QList<QJsonObject> &rows);
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

    QHash<QString, std::shared_ptr<Kept<Route>>> m_routes;
    QHash<QString, Kept<ServicePlan>> m_services;
    Table m_consumerTable;
    Table m_groupTable;
    std::shared_ptr<const ConsumerDirectory> m_consumers;
    quint64 m_round = 0;
};

} // namespace gatehouse
