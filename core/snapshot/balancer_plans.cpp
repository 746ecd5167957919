// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snapshot/balancer_plans.h"

#include "core/model/config.h"
#include "core/snapshot/upstream_plan.h"

using namespace Qt::StringLiterals;

namespace gatehouse {

BalancerPlans::BalancerPlans(const Config &config,
                             UpstreamDirectory &directory,
                             Snapshot &snapshot,
                             QStringList &warnings)
    : m_directory(directory)
    , m_snapshot(snapshot)
    , m_warnings(warnings)
{
    // All of them, also those no service uses: their targets are probed and shown all the same.
    for (const QJsonObject &upstream : config.rows(u"upstreams"_s)) {
        UpstreamSettings settings = upstreamSettings(config, upstream);
        warnOf(settings, upstream);
        std::string name = settings.name;
        m_byName.emplace(std::move(name), added(std::move(settings)));
    }
}

ConfiguredUpstream BalancerPlans::added(UpstreamSettings settings)
{
    return m_snapshot.upstreams.emplace_back(m_directory.prepare(std::move(settings)));
}

void BalancerPlans::warnOf(const UpstreamSettings &settings, const QJsonObject &upstream)
{
    const QString type = upstream.value("healthchecks"_L1)["active"_L1]["type"_L1].toString();
    const bool isActive = settings.active.healthyInterval.count() > 0 || settings.active.unhealthyInterval.count() > 0;
    if (isActive && settings.active.type == ProbeType::None)
        m_warnings << u"upstream '%1': targets are not probed by %2"_s.arg(QString::fromStdString(settings.name), type);
}

BalancerPlan BalancerPlans::planFor(const QJsonObject &service)
{
    BalancerPlan plan;
    const QString protocol = service.value("protocol"_L1).toString();
    const std::string host = service.value("host"_L1).toString().toStdString();
    const auto port = static_cast<std::uint16_t>(service.value("port"_L1).toInt());
    plan.usesTls = protocol == "https"_L1 || protocol == "grpcs"_L1 || protocol == "wss"_L1;
    const auto literal = net::Address::fromLiteral(host, port);
    const auto upstream = m_byName.find(host);
    if (upstream == m_byName.end() && literal) {
        plan.target = {host, port, literal, upstreamHost(host, port, plan.usesTls)};
        return plan;
    }
    if (upstream != m_byName.end()) {
        plan.upstream = upstream->second.upstream;
        plan.settings = upstream->second.settings;
        return plan;
    }
    const std::string key = host + ':' + std::to_string(port);
    auto found = m_byName.find(key);
    if (found == m_byName.end())
        found = m_byName.emplace(key, added(hostSettings(host, port))).first;
    plan.upstream = found->second.upstream;
    plan.settings = found->second.settings;
    return plan;
}

} // namespace gatehouse
