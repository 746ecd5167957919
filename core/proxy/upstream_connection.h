// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/stream_socket.h"
#include "core/proxy/upstream_peer.h"

#include <cstdint>

namespace gatehouse {

class UpstreamPool;

// Who is using an upstream connection right now.
class UpstreamUser
{
public:
    virtual ~UpstreamUser() = default;
    virtual void onUpstreamReadable() = 0;
    virtual void onUpstreamWritable() = 0; // also: connecting ended
};

// One connection to an upstream, plain or TLS: used by one transaction at a time, idle in the pool between them.
// Thread: worker. Owned by its user or by the pool.
class UpstreamConnection final : public net::ReadyListener
{
public:
    explicit UpstreamConnection(UpstreamPool &pool)
        : m_pool(pool)
    {
    }

    // Starts connecting; its user is told when proceed() can go on. False: failed at once.
    [[nodiscard]] bool connect(const UpstreamPeer &peer, net::Poller &poller);

    enum class Progress : std::uint8_t { Pending, Done, Failed };

    // Goes on with connecting and, over TLS, with the handshake.
    [[nodiscard]] Progress proceed();

    // The TCP connection stands, TLS is being agreed on or in use.
    [[nodiscard]] bool isSecuring() const noexcept { return m_socket.tls() != nullptr; }

    // Nothing of a message waits inside.
    [[nodiscard]] bool isQuiet() noexcept;

    void setUser(UpstreamUser *user) noexcept { m_user = user; }

    [[nodiscard]] net::StreamSocket &socket() noexcept { return m_socket; }

    [[nodiscard]] const UpstreamKey &key() const noexcept { return m_key; }

    std::uint32_t requests = 0; // sent on it so far
    std::int64_t idleSince = 0; // ns, steady; while in the pool

    void onReadable() override;
    void onWritable() override;

private:
    UpstreamPool &m_pool;
    UpstreamUser *m_user = nullptr; // null: idle
    net::StreamSocket m_socket;
    UpstreamKey m_key;
    std::shared_ptr<const net::TlsClientContext> m_tls; // null: plain
    std::shared_ptr<net::TlsTicketSlot> m_tickets;
};

} // namespace gatehouse
