// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/stream_socket.h"

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

// One connection to an upstream: used by one transaction at a time, idle in the pool between them.
// Thread: worker. Owned by its user or by the pool.
class UpstreamConnection final : public net::ReadyListener
{
public:
    explicit UpstreamConnection(UpstreamPool &pool)
        : m_pool(pool)
    {
    }

    [[nodiscard]] bool connect(const net::Address &address, net::Poller &poller);

    void setUser(UpstreamUser *user) noexcept { m_user = user; }

    [[nodiscard]] net::StreamSocket &socket() noexcept { return m_socket; }

    [[nodiscard]] const net::Address &address() const noexcept { return m_address; }

    std::uint32_t requests = 0; // sent on it so far
    std::int64_t idleSince = 0; // ns, steady; while in the pool

    void onReadable() override;
    void onWritable() override;

private:
    UpstreamPool &m_pool;
    UpstreamUser *m_user = nullptr; // null: idle
    net::StreamSocket m_socket;
    net::Address m_address;
};

} // namespace gatehouse
