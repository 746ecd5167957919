// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/balancing/hash_ring.h"

#include "core/balancing/xx_hash.h"
#include "core/base/logging.h"

#include <algorithm>
#include <numeric>
#include <string>
#include <tuple>

namespace gatehouse {

namespace {

constexpr std::uint32_t smallestRing = 1000;
constexpr std::uint64_t pointsPerTarget = 160; // when all weigh the same

std::string addressText(const Peer &peer)
{
    return peer.ip + ':' + std::to_string(peer.port());
}

// Where two peers want the same point, the one that comes first has it: the order must not depend on the configuration.
std::vector<std::uint32_t> inFixedOrder(const PeerList &list)
{
    std::vector<std::uint32_t> order(list.peers.size());
    std::iota(order.begin(), order.end(), 0U);
    const auto key = [&list](std::uint32_t index) {
        const Peer &peer = list.peers[index];
        return std::tuple(peer.host, list.settings->targets[peer.target].port, addressText(peer));
    };
    std::sort(order.begin(), order.end(), [&key](std::uint32_t a, std::uint32_t b) { return key(a) < key(b); });
    return order;
}

} // namespace

HashRing::HashRing(const PeerList &list)
    : m_points(std::max(list.settings->ringSize, smallestRing), noPeer)
{
    if (list.totalWeight == 0)
        return;
    const std::uint64_t all = pointsPerTarget * list.settings->targets.size();
    for (const std::uint32_t index : inFixedOrder(list)) {
        const Peer &peer = list.peers[index];
        if (peer.weight == 0)
            continue;
        if (!addPeer(peer, index, std::max<std::uint64_t>(peer.weight * all / list.totalWeight, 1))) {
            qCWarning(lcProxy, "Upstream %s has too few slots for its targets.", list.settings->name.c_str());
            return;
        }
    }
}

bool HashRing::addPeer(const Peer &peer, std::uint32_t index, std::uint64_t entries)
{
    // Two colons, as in Kong.
    const std::string prefix = peer.ip + "::" + std::to_string(peer.port()) + ' ';
    std::uint64_t placed = 0;
    for (std::uint64_t i = 1; placed < entries; ++i) {
        if (i > m_points.size())
            return false;
        std::uint32_t &point = m_points[placeOf(prefix + std::to_string(i))];
        if (point != noPeer)
            continue; // taken: one more is tried
        point = index;
        ++placed;
    }
    return true;
}

std::uint32_t HashRing::placeOf(std::string_view key) const noexcept
{
    return xxHash32(key) % static_cast<std::uint32_t>(m_points.size());
}

} // namespace gatehouse
