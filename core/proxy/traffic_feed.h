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

    // `trace` is what happened to the request, as traceText() has it; a very long one is left out.
    void put(const TrafficRecord &record, std::string_view trace) noexcept
    {
        const std::size_t traceSize = trace.size() <= longestTrace ? trace.size() : 0;
        const auto size = static_cast<std::uint32_t>(sizeof record + traceSize);
        if (char *place = m_ring.reserve(size)) {
            std::memcpy(place, &record, sizeof record);
            trace.copy(place + sizeof record, traceSize);
            m_ring.commit(size, 0);
        }
    }

    // Calls take(record, trace); the trace is empty when none was recorded, and valid during the call.
    template <class Take>
    void drain(Take take)
    {
        m_ring.drain([&take](std::uint32_t, std::string_view bytes) {
            TrafficRecord record;
            std::memcpy(static_cast<void *>(&record), bytes.data(), sizeof record);
            take(record, bytes.substr(sizeof record));
        });
    }

    [[nodiscard]] std::uint64_t dropped() const noexcept { return m_ring.dropped(); }

private:
    static constexpr std::size_t longestTrace = 64 * 1024; // bytes

    ByteRing m_ring{4 * 1024 * 1024}; // about 3,000 records with their traces
    std::atomic<bool> m_watched = false;
};

} // namespace gatehouse
