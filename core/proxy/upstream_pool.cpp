// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/proxy/upstream_pool.h"

#include <algorithm>

namespace gatehouse {

std::unique_ptr<UpstreamConnection> UpstreamPool::take(const UpstreamPeer &peer)
{
    const auto found = m_peers.find(peer);
    if (found == m_peers.end() || found->second.idle.empty())
        return nullptr;
    std::unique_ptr<UpstreamConnection> connection = std::move(found->second.idle.back());
    found->second.idle.pop_back();
    return connection;
}

std::shared_ptr<net::TlsTicketSlot> UpstreamPool::ticketsFor(const UpstreamPeer &peer)
{
    auto found = m_peers.find(peer);
    if (found == m_peers.end()) {
        if (m_peers.size() >= maxPeers)
            return nullptr;
        found = m_peers.emplace(UpstreamKey(peer), Entry()).first;
    }
    Entry &entry = found->second;
    if (!entry.tickets)
        entry.tickets = std::make_shared<net::TlsTicketSlot>();
    entry.lastUsed = m_poller.now();
    if (!isActive())
        m_poller.arm(*this, m_limits.idleTimeout);
    return entry.tickets;
}

void UpstreamPool::give(std::unique_ptr<UpstreamConnection> connection)
{
    connection->setUser(nullptr);
    if (connection->requests >= m_limits.maxRequests || !connection->isQuiet())
        return;
    auto found = m_peers.find(connection->key());
    if (found == m_peers.end()) {
        if (m_peers.size() >= maxPeers)
            return;
        found = m_peers.emplace(connection->key(), Entry()).first;
    }
    Entry &entry = found->second;
    if (entry.idle.size() >= m_limits.perAddress)
        return;
    entry.lastUsed = connection->idleSince = m_poller.now();
    connection->socket().watch(net::Interest::Read);
    entry.idle.push_back(std::move(connection));
    if (!isActive())
        m_poller.arm(*this, m_limits.idleTimeout);
}

void UpstreamPool::discard(UpstreamConnection &connection)
{
    const auto entry = m_peers.find(connection.key());
    if (entry == m_peers.end())
        return;
    auto &idle = entry->second.idle;
    const auto found =
        std::find_if(idle.begin(), idle.end(), [&connection](const auto &each) { return each.get() == &connection; });
    if (found != idle.end())
        idle.erase(found);
}

void UpstreamPool::expired()
{
    const std::int64_t now = m_poller.now();
    const std::int64_t oldest = now - std::chrono::nanoseconds(m_limits.idleTimeout).count();
    const std::int64_t oldestTicket = now - std::chrono::nanoseconds(ticketTimeout).count();
    for (auto each = m_peers.begin(); each != m_peers.end();) {
        Entry &entry = each->second;
        std::erase_if(entry.idle, [oldest](const auto &connection) { return connection->idleSince <= oldest; });
        const bool remembers = entry.tickets && entry.lastUsed > oldestTicket;
        each = entry.idle.empty() && !remembers ? m_peers.erase(each) : std::next(each);
    }
    if (!m_peers.empty())
        m_poller.arm(*this, m_limits.idleTimeout / 4);
}

} // namespace gatehouse
