// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/balancing/hash_ring.h"
#include "core/balancing/peer_list.h"

#include <cstdint>
#include <memory>
#include <vector>

namespace gatehouse {

// What one worker knows of a peer from its own requests.
struct PeerLoad {
    std::uint32_t active = 0;   // requests under way
    double latency = 0;         // seconds, a moving average
    std::int64_t latencyAt = 0; // ns, steady clock; when it was last told
    bool hasLatency = false;
};

// A worker's copy of a list of peers with what its algorithm needs. A peer that was there before keeps its load.
// Thread: worker. Lives in a Balancer until the last request that uses it has ended.
class PeerSet
{
public:
    // `previous` may be null. A list that spreads requests as the previous one keeps its wheel.
    PeerSet(std::shared_ptr<const PeerList> list, const PeerSet *previous, std::uint32_t random);

    [[nodiscard]] const PeerList &list() const noexcept { return *m_list; }

    [[nodiscard]] const Peer &peer(std::uint32_t index) const noexcept { return m_list->peers[index]; }

    [[nodiscard]] PeerLoad &load(std::uint32_t index) noexcept { return *m_loads[index]; }

    [[nodiscard]] std::uint32_t size() const noexcept { return static_cast<std::uint32_t>(m_loads.size()); }

    // Peers as often as their weight says, in random order: each turn of it is in exact proportion.
    [[nodiscard]] const std::vector<std::uint32_t> &wheel() const noexcept { return m_wheel; }

    [[nodiscard]] const HashRing &ring() const noexcept { return m_ring; }

    [[nodiscard]] bool isUsable(std::uint32_t index) const noexcept
    {
        return !m_list->settings->isChecked || m_list->peers[index].health->isHealthy();
    }

    std::uint32_t users = 0; // requests that hold one of its peers

private:
    void takeLoads(const PeerSet *previous);
    void makeWheel(std::uint32_t random);
    void startLatencies();

    std::shared_ptr<const PeerList> m_list;
    std::vector<std::shared_ptr<PeerLoad>> m_loads;
    std::vector<std::uint32_t> m_wheel;
    HashRing m_ring;
};

} // namespace gatehouse
