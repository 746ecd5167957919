// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/balancing/peer_list.h"

#include <atomic>
#include <cstdint>
#include <memory>
#include <mutex>
#include <string>

namespace gatehouse {

enum class CheckKind : std::uint8_t { Passive, Active };

// An upstream as all workers share it: its peers and what is thought of them. It outlives configurations: one that
// changes nothing here changes nothing in how requests are spread.
// Thread: any. The lock is taken when a list is replaced and by each worker once per list, never per request.
class Upstream
{
public:
    using PeerListPtr = std::shared_ptr<const PeerList>;

    Upstream();

    // Control thread: what the configuration says now.
    void configure(std::shared_ptr<const UpstreamSettings> settings);
    // What a look-up said of the host of a target, or of several.
    void setAnswer(const std::string &host, const net::DnsAnswerPtr &answer);

    // Rises when peers() is another one.
    [[nodiscard]] std::uint64_t revision() const noexcept { return m_revision.load(std::memory_order_acquire); }

    [[nodiscard]] PeerListPtr peers() const;

    // Rises when a peer became healthy or unhealthy.
    [[nodiscard]] std::uint64_t healthRevision() const noexcept
    {
        return m_healthRevision.load(std::memory_order_acquire);
    }

    // Which upstream this is, among all there ever were.
    [[nodiscard]] std::uint64_t number() const noexcept { return m_number; }

    // Until when the answers for its names may be used without asking again; ns, steady clock.
    [[nodiscard]] std::int64_t validUntil() const noexcept { return m_validUntil.load(std::memory_order_relaxed); }

    // True for the first who wants the names looked up; refreshed() lets the next one be first.
    [[nodiscard]] bool wantsRefresh() noexcept { return !m_refreshWanted.exchange(true); }

    void refreshed() noexcept { m_refreshWanted.store(false); }

    // What a request or a probe learnt about a peer. The status is the upstream's; 0 stands for an answer that is none.
    void reportStatus(const PeerList &list, const Peer &peer, CheckKind kind, int status);
    void report(const PeerList &list, const Peer &peer, CheckKind kind, HealthReport report);
    void set(const PeerList &list, const Peer &peer, bool isHealthy);

private:
    void rebuild();
    void announce(const PeerList &list, const Peer &peer, PeerHealth::Change change);

    const std::uint64_t m_number;
    std::atomic<std::uint64_t> m_revision{0};
    std::atomic<std::uint64_t> m_healthRevision{0};
    std::atomic<std::int64_t> m_validUntil{0};
    std::atomic<bool> m_refreshWanted{false};
    mutable std::mutex m_mutex; // guards what follows
    std::shared_ptr<const UpstreamSettings> m_settings;
    DnsAnswers m_answers;
    HealthByPeer m_health;
    PeerListPtr m_peers;
};

// Whether the whole upstream counts as healthy: more than the threshold's share of its weight is available
// (kong/runloop/balancer/balancers.lua, updateStatus).
[[nodiscard]] bool isUpstreamHealthy(const PeerList &list) noexcept;

} // namespace gatehouse
