// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/counters/traffic_counters.h"

namespace gatehouse {

TrafficTotals TrafficCounters::totals() const noexcept
{
    TrafficTotals sum;
    for (const TrafficShard &shard : m_shards) {
        sum.connectionsAccepted += shard.connectionsAccepted.load(std::memory_order_relaxed);
        sum.connectionsActive += shard.connectionsActive.load(std::memory_order_relaxed);
        sum.connectionsIdle += shard.connectionsIdle.load(std::memory_order_relaxed);
        sum.requests += shard.requests.load(std::memory_order_relaxed);
        for (std::size_t i = 0; i < sum.byStatusClass.size(); ++i)
            sum.byStatusClass[i] += shard.byStatusClass[i].load(std::memory_order_relaxed);
    }
    return sum;
}

} // namespace gatehouse
