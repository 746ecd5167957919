// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snapshot/compiler.h"

#include "core/model/config.h"
#include "core/snapshot/balancer_plans.h"
#include "core/snapshot/chain_builder.h"
#include "core/snapshot/plan_cache.h"
#include "core/snapshot/tls_plan.h"

#include <QHash>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

using ServicesById = QHash<QString, const ServicePlan *>;

// Disabled services are left out, and their routes with them (kong/runloop/handler.lua).
Result<ServicesById>
addServices(const Config &config, const CompileServices &services, Snapshot &snapshot, QStringList &warnings)
{
    ServicesById byId;
    BalancerPlans balancers(config, services.upstreams, snapshot, warnings);
    UpstreamTlsPlans tls(config, services.tlsContexts, warnings);
    for (const QJsonObject &service : config.rows(u"services"_s)) {
        if (!service.value(u"enabled"_s).toBool(true))
            continue;
        ServicePlan plan = services.plans.service(service);
        const auto context = tls.contextFor(service);
        if (!context)
            return context.error();
        plan.tls = *context;
        plan.balancer = &snapshot.balancers.emplace_back(balancers.planFor(service));
        if (!plan.supported) {
            warnings << u"service '%1': protocol %2 is kept but not spoken to upstreams"_s.arg(
                service.value(u"name"_s).toString(), service.value(u"protocol"_s).toString());
        }
        byId.insert(service.value(u"id"_s).toString(), &snapshot.services.emplace_back(std::move(plan)));
    }
    return byId;
}

Result<> addRoutes(
    const Config &config, PlanCache &plans, Snapshot &snapshot, const ServicesById &services, ChainBuilder &chains)
{
    std::vector<const routing::RouteRule *> rules;
    for (const PlanCache::Route *route : plans.routes(config.rows(u"routes"_s))) {
        const ServicePlan *service = services.value(route->serviceId);
        // As isRouted() has it, by what is known already: `services` are those that are on.
        if (!route->isHttp || (!service && !route->serviceId.isEmpty()))
            continue;
        RoutePlan &plan = snapshot.routes.emplace_back(route->plan);
        plan.service = service;
        plan.chain = chains.chainFor(route->id, route->serviceId);
        rules.push_back(&route->rule);
    }
    Result<routing::Router> router = routing::Router::build(rules);
    if (!router)
        return router.error();
    snapshot.router.emplace(std::move(*router));
    return {};
}

} // namespace

Result<Compiled> compile(const Config &config, const CompileServices &services, std::uint64_t revision)
{
    auto snapshot = std::make_shared<Snapshot>();
    snapshot->revision = revision;
    snapshot->consumers = services.plans.consumers(config);

    QList<Problem> problems;
    QStringList warnings;
    ChainBuilder chains(config, *snapshot, services, warnings);
    chains.createInstances(problems);
    if (!problems.isEmpty())
        return Error{ErrorKind::Invalid, u"The configuration cannot be run."_s, problems};

    const Result<ServicesById> byId = addServices(config, services, *snapshot, warnings);
    if (!byId)
        return byId.error();
    if (const Result<> added = addRoutes(config, services.plans, *snapshot, *byId, chains); !added)
        return added.error();
    if (!services.defaultIdentity.certificate.isEmpty()) {
        auto tls = tlsServerContext(config, services, warnings);
        if (!tls)
            return tls.error();
        snapshot->tls = *tls;
    }
    snapshot->globalChain = chains.globalChain();
    services.plans.endRound();
    return Compiled{std::move(snapshot), warnings};
}

} // namespace gatehouse
