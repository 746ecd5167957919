// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/balancing/peer_lease.h"
#include "core/balancing/upstream_directory.h"

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

namespace gatehouse {

// What choosing came to.
enum class PeerChoice : std::uint8_t {
    Chosen,
    Waits, // for names that are being looked up
    None,
};

// One worker's share of an upstream: spreads the worker's requests over the peers.
// Thread: worker. Lives as long as a configuration has the upstream and a request holds one of its peers.
class Balancer
{
public:
    explicit Balancer(UpstreamPtr upstream);

    // A peer for the first try or for the next one; the one that is held has failed then. `key` is what is hashed on.
    [[nodiscard]] PeerChoice choose(PeerLease &lease, std::string_view key, std::int64_t now);

    // Whether the names have to be looked up (again).
    [[nodiscard]] bool isOutdated(std::int64_t now) const noexcept { return now >= m_upstream->validUntil(); }

    [[nodiscard]] const UpstreamPtr &upstream() const noexcept { return m_upstream; }

    [[nodiscard]] const PeerList &list() const noexcept { return m_set->list(); }

    // Nobody holds one of its peers.
    [[nodiscard]] bool isIdle() noexcept;

private:
    void follow();
    [[nodiscard]] std::uint32_t pick(PeerLease &lease, std::string_view key, std::int64_t now);
    [[nodiscard]] std::uint32_t nextOnWheel() noexcept;
    [[nodiscard]] std::uint32_t leastBusy(PeerLease &lease);
    [[nodiscard]] std::uint32_t leastBusyBut(const PeerLease &lease) const;
    [[nodiscard]] std::uint32_t fasterOfTwo(const PeerLease &lease, std::int64_t now);
    [[nodiscard]] bool isHealthy();
    [[nodiscard]] std::uint32_t random() noexcept;

    UpstreamPtr m_upstream;
    std::unique_ptr<PeerSet> m_set;
    std::vector<std::unique_ptr<PeerSet>> m_retired; // until their last request has ended
    std::uint64_t m_revision = 0;
    std::uint64_t m_healthRevision = 0;
    std::size_t m_position = 0; // on the wheel
    std::uint32_t m_random;
    bool m_isHealthy = true;
    std::vector<std::uint32_t> m_candidates; // keeps its memory
};

} // namespace gatehouse
