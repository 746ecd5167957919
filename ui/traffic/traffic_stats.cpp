// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/traffic/traffic_stats.h"

#include <numeric>

namespace gatehouse {

quint32 TrafficStats::Second::total() const noexcept
{
    return std::accumulate(byClass.begin(), byClass.end(), 0U);
}

TrafficStats::TrafficStats(TrafficStore &store)
    : QObject(&store)
    , m_store(store)
{
    connect(&store, &TrafficStore::appended, this, &TrafficStats::take);
    connect(&store, &TrafficStore::cleared, this, [this] { m_slots = {}; });
}

void TrafficStats::take(quint64 begin, quint64 end)
{
    for (quint64 i = begin; i < end; ++i) {
        const TrafficRecord &record = m_store.at(i);
        const qint64 second = record.startedAt / 1000;
        Slot &slot = m_slots[static_cast<std::size_t>(second) % seconds];
        if (slot.counts.second != second) {
            slot = {};
            slot.counts.second = second;
        }
        const std::size_t statusClass = record.status / 100U;
        ++slot.counts.byClass[record.status == 499 || statusClass > 5 ? 0 : statusClass];
        slot.latencies.add(record.totalMs);
    }
}

std::array<TrafficStats::Second, TrafficStats::seconds> TrafficStats::lastMinute(qint64 nowSeconds) const
{
    std::array<Second, seconds> minute{};
    for (std::size_t i = 0; i < seconds; ++i) {
        const qint64 second = nowSeconds - static_cast<qint64>(seconds - 1 - i);
        const Slot &slot = m_slots[static_cast<std::size_t>(second) % seconds];
        minute[i] = slot.counts.second == second ? slot.counts : Second{second, {}};
    }
    return minute;
}

TrafficStats::Summary TrafficStats::summary(qint64 nowSeconds) const
{
    Summary result;
    LatencyBuckets latencies;
    quint64 errors = 0;
    quint64 recent = 0;
    for (const Slot &slot : m_slots) {
        const qint64 age = nowSeconds - slot.counts.second;
        if (age < 0 || age >= static_cast<qint64>(seconds))
            continue;
        const quint32 total = slot.counts.total();
        result.requests += total;
        errors += slot.counts.byClass[4] + slot.counts.byClass[5];
        recent += age >= 1 && age <= 10 ? total : 0; // whole seconds only
        latencies.add(slot.latencies);
    }
    result.perSecond = static_cast<double>(recent) / 10.0;
    result.errorShare = result.requests > 0 ? static_cast<double>(errors) / static_cast<double>(result.requests) : 0;
    result.p50 = latencies.quantile(0.50);
    result.p95 = latencies.quantile(0.95);
    result.p99 = latencies.quantile(0.99);
    return result;
}

} // namespace gatehouse
