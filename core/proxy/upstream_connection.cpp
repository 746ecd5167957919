// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/proxy/upstream_connection.h"

#include "core/proxy/upstream_pool.h"

namespace gatehouse {

bool UpstreamConnection::connect(const UpstreamPeer &peer, net::Poller &poller)
{
    m_key = UpstreamKey(peer);
    if (peer.tls) {
        m_tls = *peer.tls;
        m_tickets = m_pool.ticketsFor(peer);
    }
    return m_socket.connect(peer.address, poller, this);
}

UpstreamConnection::Progress UpstreamConnection::proceed()
{
    if (!m_socket.tls()) {
        if (m_socket.takeError() != 0)
            return Progress::Failed;
        if (!m_tls)
            return Progress::Done;
        std::unique_ptr<net::TlsSession> session =
            net::TlsSession::connect(m_tls, m_key.name, m_tickets, m_socket.descriptor());
        if (!session)
            return Progress::Failed;
        m_socket.secure(std::move(session));
    }
    switch (m_socket.handshake().state) {
    case net::IoResult::State::Ok:
        return Progress::Done;
    case net::IoResult::State::WouldBlock:
        return Progress::Pending;
    default:
        return Progress::Failed;
    }
}

bool UpstreamConnection::isQuiet() noexcept
{
    if (!m_socket.hasPending())
        return true;
    char byte = 0;
    return m_socket.read(&byte, 1).state == net::IoResult::State::WouldBlock;
}

void UpstreamConnection::onReadable()
{
    if (m_user) {
        m_user->onUpstreamReadable();
        return;
    }
    // Over TLS it may be a session ticket or a new key, which reading takes in. All else is the end, or an answer
    // nobody asked for (RFC 9112 9.2): either way unusable.
    char byte = 0;
    if (!m_socket.tls() || m_socket.read(&byte, 1).state != net::IoResult::State::WouldBlock)
        m_pool.discard(*this);
}

void UpstreamConnection::onWritable()
{
    if (m_user)
        m_user->onUpstreamWritable();
}

} // namespace gatehouse
