// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/balancing/peer_set.h"
#include "core/balancing/upstream.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <vector>

namespace gatehouse {

// A request's hold on the peer it was given, over all its tries: the peer counts as busy meanwhile, and the request
// remembers which ones failed it.
// Thread: worker. Lives in a Transaction; reset between requests.
class PeerLease
{
public:
    PeerLease() = default;
    PeerLease(const PeerLease &) = delete;
    PeerLease &operator=(const PeerLease &) = delete;

    ~PeerLease() { release(); }

    [[nodiscard]] bool isHeld() const noexcept { return m_set != nullptr; }

    // Only while held.
    [[nodiscard]] const Peer &peer() const noexcept { return m_set->peer(m_index); }

    [[nodiscard]] const PeerList &list() const noexcept { return m_set->list(); }

    void take(PeerSet &set, std::uint32_t index) noexcept
    {
        release();
        m_set = &set;
        m_index = index;
        ++set.users;
        ++set.load(index).active;
    }

    void release() noexcept
    {
        if (!m_set)
            return;
        --m_set->load(m_index).active;
        --m_set->users;
        m_set = nullptr;
    }

    // The held peer failed this request; it is let go.
    void fail()
    {
        if (!m_set)
            return;
        m_failed.push_back(&m_set->load(m_index));
        release();
    }

    [[nodiscard]] bool hasFailed(const PeerLoad &load) const noexcept
    {
        return std::find(m_failed.begin(), m_failed.end(), &load) != m_failed.end();
    }

    void forgetFailures() noexcept { m_failed.clear(); }

    // For the next request.
    void reset() noexcept
    {
        release();
        m_failed.clear();
    }

    // How long the peer took for its answer, which is a seconds' moving average that forgets within ten seconds.
    void measure(std::int64_t startedAt, std::int64_t now) noexcept;

private:
    PeerSet *m_set = nullptr; // null: nothing is held
    std::uint32_t m_index = 0;
    std::vector<const PeerLoad *> m_failed; // never followed, only compared
};

} // namespace gatehouse
