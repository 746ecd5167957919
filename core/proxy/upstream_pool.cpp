// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/proxy/upstream_pool.h"

#include <algorithm>
#include <functional>
#include <string_view>

namespace gatehouse {

std::size_t UpstreamPool::AddressHash::operator()(const net::Address &address) const noexcept
{
    const std::string_view bytes(reinterpret_cast<const char *>(address.data()), address.size());
    return std::hash<std::string_view>()(bytes);
}

std::unique_ptr<UpstreamConnection> UpstreamPool::take(const net::Address &address)
{
    const auto found = m_idle.find(address);
    if (found == m_idle.end() || found->second.empty())
        return nullptr;
    std::unique_ptr<UpstreamConnection> connection = std::move(found->second.back());
    found->second.pop_back();
    return connection;
}

void UpstreamPool::give(std::unique_ptr<UpstreamConnection> connection)
{
    connection->setUser(nullptr);
    if (connection->requests >= m_limits.maxRequests)
        return;
    Idle &idle = m_idle[connection->address()];
    if (idle.size() >= m_limits.perAddress)
        return;
    connection->idleSince = m_poller.now();
    connection->socket().watch(net::Interest::Read);
    idle.push_back(std::move(connection));
    if (!isActive())
        m_poller.arm(*this, m_limits.idleTimeout);
}

void UpstreamPool::discard(UpstreamConnection &connection)
{
    Idle &idle = m_idle[connection.address()];
    const auto found =
        std::find_if(idle.begin(), idle.end(), [&connection](const auto &each) { return each.get() == &connection; });
    if (found != idle.end())
        idle.erase(found);
}

void UpstreamPool::expired()
{
    const std::int64_t oldest = m_poller.now() - std::chrono::nanoseconds(m_limits.idleTimeout).count();
    bool any = false;
    for (auto entry = m_idle.begin(); entry != m_idle.end();) {
        Idle &idle = entry->second;
        std::erase_if(idle, [oldest](const auto &each) { return each->idleSince <= oldest; });
        any = any || !idle.empty();
        entry = idle.empty() ? m_idle.erase(entry) : std::next(entry);
    }
    if (any)
        m_poller.arm(*this, m_limits.idleTimeout / 4);
}

} // namespace gatehouse
