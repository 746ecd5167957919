// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/proxy/upstream_connection.h"

#include <chrono>
#include <memory>
#include <unordered_map>
#include <vector>

namespace gatehouse {

// Kong's upstream_keepalive_* settings.
struct UpstreamKeepalive {
    std::size_t perAddress = 512;
    std::uint32_t maxRequests = 10000; // on one connection
    std::chrono::milliseconds idleTimeout{60000};
};

// Idle connections to upstreams of one worker, by whom they lead to; the last one given back is taken first, as it is
// the least likely to be closed by the peer. Keeps the TLS session of each peer for the next handshake.
// Thread: worker.
class UpstreamPool : private net::Timer
{
public:
    static constexpr std::size_t maxPeers = 4096;             // names may come from clients (preserve_host)
    static constexpr std::chrono::seconds ticketTimeout{300}; // a TLS session nobody resumed is forgotten

    UpstreamPool(net::Poller &poller, const UpstreamKeepalive &limits)
        : m_poller(poller)
        , m_limits(limits)
    {
    }

    // An idle connection to that peer, or null.
    [[nodiscard]] std::unique_ptr<UpstreamConnection> take(const UpstreamPeer &peer);
    // Where its TLS sessions are kept; null when too many peers are known already.
    [[nodiscard]] std::shared_ptr<net::TlsTicketSlot> ticketsFor(const UpstreamPeer &peer);
    // Only connections whose last answer was read to its end and that may be kept alive.
    void give(std::unique_ptr<UpstreamConnection> connection);
    // Destroys an idle connection.
    void discard(UpstreamConnection &connection);

private:
    struct Entry {
        std::vector<std::unique_ptr<UpstreamConnection>> idle;
        std::shared_ptr<net::TlsTicketSlot> tickets;
        std::int64_t lastUsed = 0; // ns, steady
    };

    void expired() override;

    net::Poller &m_poller;
    const UpstreamKeepalive &m_limits;
    std::unordered_map<UpstreamKey, Entry, UpstreamKeyHash, UpstreamKeyEqual> m_peers;
};

} // namespace gatehouse
