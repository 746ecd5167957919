// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/byte_ring.h"
#include "core/counters/traffic_record.h"

#include <atomic>
#include <cstdint>

namespace gatehouse {

// Finished requests on their way from one worker to whoever watches traffic. While nobody watches, it costs one load
// per request; when the watcher is too slow records are dropped and counted, traffic never waits.
// Thread: put() on its worker; drain() on one other thread.
class TrafficFeed
{
public:
    void setWatched(bool watched) noexcept { m_watched.store(watched, std::memory_order_relaxed); }

    [[nodiscard]] bool isWatched() const noexcept { return m_watched.load(std::memory_order_relaxed); }

    void put(const TrafficRecord &record) noexcept
    {
        if (char *place = m_ring.reserve(sizeof record)) {
            std::memcpy(place, &record, sizeof record);
            m_ring.commit(sizeof record, 0);
        }
    }

    template <class Take>
    void drain(Take take)
    {
        m_ring.drain([&take](std::uint32_t, std::string_view bytes) {
            TrafficRecord record;
            std::memcpy(static_cast<void *>(&record), bytes.data(), sizeof record);
            take(record);
        });
    }

    [[nodiscard]] std::uint64_t dropped() const noexcept { return m_ring.dropped(); }

private:
    ByteRing m_ring{2 * 1024 * 1024}; // about 3,500 records
    std::atomic<bool> m_watched = false;
};

} // namespace gatehouse
