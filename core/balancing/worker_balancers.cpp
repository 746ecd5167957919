// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/balancing/worker_balancers.h"

#include <unordered_set>
#include <utility>

namespace gatehouse {

Balancer &WorkerBalancers::at(const UpstreamPtr &upstream)
{
    std::unique_ptr<Balancer> &balancer = m_balancers[upstream->number()];
    if (!balancer)
        balancer = std::make_unique<Balancer>(upstream);
    return *balancer;
}

PeerChoice
WorkerBalancers::choose(const UpstreamPtr &upstream, PeerLease &lease, std::string_view key, std::int64_t now)
{
    Balancer &balancer = at(upstream);
    const PeerChoice choice = balancer.choose(lease, key, now);
    const bool asks = choice == PeerChoice::Waits || (balancer.list().settings->isHost && balancer.isOutdated(now));
    if (asks && m_names && upstream->wantsRefresh())
        m_names->lookUp(upstream);
    return choice;
}

void WorkerBalancers::wake()
{
    for (const auto &callback : std::exchange(m_waiting, {}))
        callback();
}

void WorkerBalancers::keepOnly(const std::vector<ConfiguredUpstream> &upstreams)
{
    std::unordered_set<std::uint64_t> kept;
    for (const ConfiguredUpstream &one : upstreams)
        kept.insert(one.upstream->number());
    std::erase_if(m_balancers,
                  [&kept](const auto &entry) { return !kept.contains(entry.first) && entry.second->isIdle(); });
}

} // namespace gatehouse
