// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/traffic/latency_buckets.h"
#include "ui/traffic/traffic_store.h"

#include <array>

namespace gatehouse {

// Figures of the last minute, second by second; constant memory however much traffic flows.
// Thread: control. Lives as long as its store.
class TrafficStats : public QObject
{
    Q_OBJECT
public:
    static constexpr std::size_t seconds = 60;

    struct Second {
        qint64 second = 0;                // since the Unix epoch
        std::array<quint32, 6> byClass{}; // index 2..5 = 2xx..5xx, 0 = aborted, 1 = 1xx
        [[nodiscard]] quint32 total() const noexcept;
    };

    explicit TrafficStats(TrafficStore &store);

    // The last `seconds` seconds up to now, oldest first; seconds without traffic are empty.
    [[nodiscard]] std::array<Second, seconds> lastMinute(qint64 nowSeconds) const;

    struct Summary {
        double perSecond = 0;  // over the last ten seconds
        double errorShare = 0; // 4xx and 5xx of the last minute, 0..1
        quint64 requests = 0;  // of the last minute
        double p50 = 0;        // ms, whole time of a request, last minute; within 6 %
        double p95 = 0;
        double p99 = 0;
    };

    [[nodiscard]] Summary summary(qint64 nowSeconds) const;

private:
    struct Slot {
        Second counts;
        LatencyBuckets latencies;
    };

    void take(quint64 begin, quint64 end);

    TrafficStore &m_store;
    std::array<Slot, seconds> m_slots{};
};

} // namespace gatehouse
