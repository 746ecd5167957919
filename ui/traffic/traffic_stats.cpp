// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/traffic/traffic_stats.h"

#include <algorithm>
#include <numeric>

namespace gatehouse {

quint32 TrafficStats::Column::total() const noexcept
{
    return std::accumulate(byClass.begin(), byClass.end(), 0U);
}

TrafficStats::TrafficStats(TrafficStore &store)
    : QObject(&store)
    , m_store(store)
{
    connect(&store, &TrafficStore::appended, this, &TrafficStats::take);
    connect(&store, &TrafficStore::cleared, this, [this] {
        m_counts = {};
        m_latencies = {};
    });
}

void TrafficStats::take(quint64 begin, quint64 end)
{
    for (quint64 i = begin; i < end; ++i) {
        count(m_store.at(i));
        addTimes(m_store.at(i));
    }
}

void TrafficStats::count(const TrafficRecord &record)
{
    const qint64 second = record.startedAt / 1000;
    Column &counts = m_counts[static_cast<std::size_t>(second % span)];
    if (counts.begin > second)
        return; // it took so long that its time is over
    if (counts.begin != second)
        counts = {second, {}};
    const std::size_t statusClass = record.status / 100U;
    ++counts.byClass[record.status == 499 || statusClass > 5 ? 0 : statusClass];
}

void TrafficStats::addTimes(const TrafficRecord &record)
{
    const qint64 second = record.startedAt / 1000;
    Latencies &latencies = m_latencies[static_cast<std::size_t>(second % minute)];
    if (latencies.second > second)
        return;
    if (latencies.second != second) {
        latencies = {};
        latencies.second = second;
    }
    const RequestTimes times = timesOf(record);
    latencies.whole.add(record.totalMs);
    latencies.sum.gateway += times.gateway;
    latencies.sum.upstream += times.upstream;
    latencies.sum.answer += times.answer;
}

const TrafficStats::Column *TrafficStats::countsOf(qint64 second) const
{
    const Column &counts = m_counts[static_cast<std::size_t>(second % span)];
    return counts.begin == second ? &counts : nullptr;
}

TrafficStats::History TrafficStats::history(qint64 nowSeconds, qint64 step) const
{
    History result{};
    const qint64 newest = nowSeconds / step * step;
    for (std::size_t i = 0; i < columns; ++i) {
        Column &column = result[i];
        column.begin = newest - static_cast<qint64>(columns - 1 - i) * step;
        for (qint64 second = column.begin; second < column.begin + step; ++second) {
            const Column *counts = countsOf(second);
            for (std::size_t each = 0; counts && each < column.byClass.size(); ++each)
                column.byClass[each] += counts->byClass[each];
        }
    }
    return result;
}

TrafficStats::Summary TrafficStats::summary(qint64 nowSeconds) const
{
    Summary result;
    LatencyBuckets latencies;
    RequestTimes sum;
    quint64 errors = 0;
    quint64 recent = 0;
    for (qint64 age = 0; age < minute; ++age) {
        if (const Column *counts = countsOf(nowSeconds - age)) {
            result.requests += counts->total();
            errors += counts->byClass[4] + counts->byClass[5];
            recent += age >= 1 && age <= 10 ? counts->total() : 0; // whole seconds only
        }
        const Latencies &times = m_latencies[static_cast<std::size_t>((nowSeconds - age) % minute)];
        if (times.second != nowSeconds - age)
            continue;
        latencies.add(times.whole);
        sum = {sum.gateway + times.sum.gateway, sum.upstream + times.sum.upstream, sum.answer + times.sum.answer};
    }
    result.perSecond = static_cast<double>(recent) / 10.0;
    const auto requests = static_cast<double>(std::max<quint64>(result.requests, 1));
    result.errorShare = static_cast<double>(errors) / requests;
    result.mean = {sum.gateway / requests, sum.upstream / requests, sum.answer / requests};
    result.p50 = latencies.quantile(0.50);
    result.p95 = latencies.quantile(0.95);
    result.p99 = latencies.quantile(0.99);
    return result;
}

} // namespace gatehouse
