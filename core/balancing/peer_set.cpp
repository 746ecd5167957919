// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/balancing/peer_set.h"

#include <algorithm>
#include <numeric>
#include <random>

namespace gatehouse {

PeerSet::PeerSet(std::shared_ptr<const PeerList> list, const PeerSet *previous, std::uint32_t random)
    : m_list(std::move(list))
{
    takeLoads(previous);
    const bool isAlike = previous && spreadsAlike(*m_list, *previous->m_list);
    switch (m_list->settings->algorithm) {
    case Algorithm::RoundRobin:
        if (isAlike)
            m_wheel = previous->m_wheel;
        else
            makeWheel(random);
        break;
    case Algorithm::ConsistentHashing:
        m_ring = isAlike ? previous->m_ring : HashRing(*m_list);
        break;
    case Algorithm::LeastConnections:
        break;
    case Algorithm::Latency:
        startLatencies();
        break;
    }
}

void PeerSet::takeLoads(const PeerSet *previous)
{
    for (const Peer &peer : m_list->peers) {
        std::shared_ptr<PeerLoad> load;
        for (std::uint32_t i = 0; previous && i < previous->size() && !load; ++i) {
            if (previous->peer(i).health == peer.health) // the same address of the same target
                load = previous->m_loads[i];
        }
        m_loads.push_back(load ? std::move(load) : std::make_shared<PeerLoad>());
    }
}

// kong/runloop/balancer/round_robin.lua
void PeerSet::makeWheel(std::uint32_t random)
{
    std::uint32_t divisor = 0;
    for (const Peer &peer : m_list->peers)
        divisor = std::gcd(divisor, peer.weight);
    for (std::uint32_t i = 0; divisor > 0 && i < size(); ++i)
        m_wheel.insert(m_wheel.end(), peer(i).weight / divisor, i);
    std::shuffle(m_wheel.begin(), m_wheel.end(), std::minstd_rand(random));
}

// A peer that nobody has measured begins with the average of the others, so that it is not flooded
// (kong/runloop/balancer/latency.lua).
void PeerSet::startLatencies()
{
    double sum = 0;
    for (const auto &load : m_loads)
        sum += load->latency;
    for (const auto &load : m_loads) {
        if (load->hasLatency)
            continue;
        load->latency = sum / static_cast<double>(m_loads.size());
        load->hasLatency = true;
    }
}

} // namespace gatehouse
