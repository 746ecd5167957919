// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/balancing/peer_list.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace gatehouse {

// The ring of consistent hashing: each peer owns points in proportion to its weight, at places that depend on its
// address alone, so that a target that comes or goes moves few keys. Places are those of Kong's ring, so that a key
// meets the same server here and there (kong/runloop/balancer/consistent_hashing.lua).
// Thread: worker. Lives in a PeerSet.
class HashRing
{
public:
    static constexpr std::uint32_t noPeer = 0xffffffffU;

    HashRing() = default;
    explicit HashRing(const PeerList &list);

    [[nodiscard]] std::uint32_t placeOf(std::string_view key) const noexcept;

    // The first peer that may be used at that place or before it, all the way round; noPeer when there is none.
    template <class IsUsable>
    [[nodiscard]] std::uint32_t find(std::uint32_t place, IsUsable isUsable) const
    {
        for (std::size_t walked = 0; walked < m_points.size(); ++walked) {
            const std::uint32_t peer = m_points[place];
            if (peer != noPeer && isUsable(peer))
                return peer;
            place = place == 0 ? static_cast<std::uint32_t>(m_points.size()) - 1 : place - 1;
        }
        return noPeer;
    }

private:
    [[nodiscard]] bool addPeer(const Peer &peer, std::uint32_t index, std::uint64_t entries);

    std::vector<std::uint32_t> m_points; // index of the peer, or noPeer
};

} // namespace gatehouse
