// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/traffic/latency_buckets.h"
#include "ui/traffic/request_times.h"
#include "ui/traffic/traffic_store.h"

#include <array>

namespace gatehouse {

// Figures of the last 15 minutes, second by second, with the times of the last one; constant memory however much
// traffic flows. Thread: control. Lives as long as its store.
class TrafficStats : public QObject
{
    Q_OBJECT
public:
    static constexpr qint64 span = 900;        // seconds that are counted
    static constexpr qint64 minute = 60;       // seconds whose times are known
    static constexpr std::size_t columns = 60; // of a chart

    struct Column {
        qint64 begin = 0;                 // seconds since the Unix epoch
        std::array<quint32, 6> byClass{}; // index 1..5 = 1xx..5xx, 0 = aborted
        [[nodiscard]] quint32 total() const noexcept;
    };

    using History = std::array<Column, columns>;

    explicit TrafficStats(TrafficStore &store);

    // Columns of `step` seconds each, span / columns at most, oldest first; the last one holds now. A column begins
    // with a multiple of its step, so that it stays what it is while time goes on.
    [[nodiscard]] History history(qint64 nowSeconds, qint64 step) const;

    // Of the last minute.
    struct Summary {
        double perSecond = 0;  // over the last ten seconds
        double errorShare = 0; // 4xx and 5xx, 0..1
        quint64 requests = 0;
        double p50 = 0; // ms, whole time of a request; within 6 %
        double p95 = 0;
        double p99 = 0;
        RequestTimes mean;
    };

    [[nodiscard]] Summary summary(qint64 nowSeconds) const;

private:
    struct Latencies {
        qint64 second = -1;
        LatencyBuckets whole;
        RequestTimes sum;
    };

    void take(quint64 begin, quint64 end);
    void count(const TrafficRecord &record);
    void addTimes(const TrafficRecord &record);
    [[nodiscard]] const Column *countsOf(qint64 second) const;

    TrafficStore &m_store;
    std::array<Column, span> m_counts{};
    std::array<Latencies, minute> m_latencies{};
};

} // namespace gatehouse
