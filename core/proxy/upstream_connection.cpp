// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/proxy/upstream_connection.h"

#include "core/proxy/upstream_pool.h"

namespace gatehouse {

bool UpstreamConnection::connect(const net::Address &address, net::Poller &poller)
{
    m_address = address;
    return m_socket.connect(address, poller, this);
}

void UpstreamConnection::onReadable()
{
    if (m_user)
        m_user->onUpstreamReadable();
    else
        m_pool.discard(*this); // closed, or an answer nobody asked for (RFC 9112 9.2): either way unusable
}

void UpstreamConnection::onWritable()
{
    if (m_user)
        m_user->onUpstreamWritable();
}

} // namespace gatehouse
