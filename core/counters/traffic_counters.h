// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <memory>

namespace gatehouse {

// What one worker has done since the program started. Written by that worker alone, read by anyone.
struct alignas(64) TrafficShard {
    std::atomic<std::uint64_t> connectionsAccepted = 0;
    std::atomic<std::uint64_t> connectionsActive = 0;
    std::atomic<std::uint64_t> connectionsIdle = 0; // kept alive, between requests
    std::atomic<std::uint64_t> requests = 0;
    std::array<std::atomic<std::uint64_t>, 6> byStatusClass{}; // index 1..5 = 1xx..5xx, 0 = aborted by the client

    // Cheaper than fetch_add: there is one writer.
    static void add(std::atomic<std::uint64_t> &counter, std::int64_t change) noexcept
    {
        counter.store(counter.load(std::memory_order_relaxed) + static_cast<std::uint64_t>(change),
                      std::memory_order_relaxed);
    }
};

struct TrafficTotals {
    std::uint64_t connectionsAccepted = 0;
    std::uint64_t connectionsActive = 0;
    std::uint64_t connectionsIdle = 0;
    std::uint64_t requests = 0;
    std::array<std::uint64_t, 6> byStatusClass{};
};

// One shard per worker; readers pull the sum. Outlives the workers.
class TrafficCounters
{
public:
    static constexpr std::size_t maxWorkers = 256;

    [[nodiscard]] TrafficShard &shard(std::size_t worker) noexcept { return m_shards[worker]; }

    [[nodiscard]] const TrafficShard &shard(std::size_t worker) const noexcept { return m_shards[worker]; }

    [[nodiscard]] TrafficTotals totals() const noexcept;

private:
    std::unique_ptr<std::array<TrafficShard, maxWorkers>> m_storage =
        std::make_unique<std::array<TrafficShard, maxWorkers>>();
    std::array<TrafficShard, maxWorkers> &m_shards = *m_storage;
};

} // namespace gatehouse
