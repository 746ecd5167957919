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

// Idle connections to upstreams of one worker, by address; the last one given back is taken first, as it is the least
// likely to be closed by the peer.
// Thread: worker.
class UpstreamPool : private net::Timer
{
public:
    UpstreamPool(net::Poller &poller, const UpstreamKeepalive &limits)
        : m_poller(poller)
        , m_limits(limits)
    {
    }

    // An idle connection to that address, or null.
    [[nodiscard]] std::unique_ptr<UpstreamConnection> take(const net::Address &address);
    // Only connections whose last answer was read to its end and that may be kept alive.
    void give(std::unique_ptr<UpstreamConnection> connection);
    // Destroys an idle connection.
    void discard(UpstreamConnection &connection);

private:
    using Idle = std::vector<std::unique_ptr<UpstreamConnection>>;

    struct AddressHash {
        std::size_t operator()(const net::Address &address) const noexcept;
    };

    void expired() override;

    net::Poller &m_poller;
    const UpstreamKeepalive &m_limits;
    std::unordered_map<net::Address, Idle, AddressHash> m_idle;
};

} // namespace gatehouse
