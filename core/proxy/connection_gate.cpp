// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/proxy/connection_gate.h"

#include "core/proxy/worker_context.h"

#include <sys/resource.h>
#include <sys/socket.h>

#include <algorithm>
#include <limits>

#include <unistd.h>

namespace gatehouse {

namespace {

constexpr std::int64_t windowLength = 100'000'000; // ns
constexpr std::uint32_t windowsPerSecond = 10;

// The first descriptor that is kept back; they are given out from the lowest on (POSIX, 2.6).
int ceilingFor(std::uint32_t reserve) noexcept
{
    rlimit limit{};
    constexpr auto highest = static_cast<rlim_t>(std::numeric_limits<int>::max());
    if (getrlimit(RLIMIT_NOFILE, &limit) != 0 || limit.rlim_cur > highest)
        return std::numeric_limits<int>::max();
    return static_cast<int>(limit.rlim_cur - std::min<rlim_t>(reserve, limit.rlim_cur / 2));
}

} // namespace

ConnectionGate::ConnectionGate(const ProxySettings &settings)
    : m_settings(settings)
    , m_ceiling(ceilingFor(settings.descriptorReserve))
{
}

bool ConnectionGate::hasRoom(std::size_t open, bool tls, std::int64_t now) noexcept
{
    return open < m_settings.connectionsPerWorker && (!tls || mayShakeHands(now)) && hasDescriptors();
}

bool ConnectionGate::mayShakeHands(std::int64_t now) noexcept
{
    if (now - m_window >= windowLength) {
        m_window = now;
        m_handshakes = 0;
    }
    const std::uint32_t perWindow = (m_settings.handshakesPerSecond + windowsPerSecond - 1) / windowsPerSecond;
    return m_settings.handshakesPerSecond == 0 || m_handshakes < perWindow;
}

// One connection may get a reserved descriptor; the next one is not accepted before there are others again.
bool ConnectionGate::hasDescriptors() noexcept
{
    if (!m_isTight)
        return true;
    const int next = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    m_isTight = next < 0 || isReserved(next);
    if (next >= 0)
        ::close(next);
    return !m_isTight;
}

bool ConnectionGate::enter(const AcceptedConnection &accepted, std::int64_t now)
{
    m_isTight = isReserved(accepted.descriptor);
    if (accepted.tls && mayShakeHands(now))
        ++m_handshakes;
    if (m_settings.connectionsPerAddress == 0)
        return true;
    std::uint32_t &count = m_byNetwork[accepted.peer.network()];
    if (count >= m_settings.connectionsPerAddress)
        return false;
    ++count;
    return true;
}

void ConnectionGate::leave(std::uint64_t network) noexcept
{
    const auto found = m_byNetwork.find(network);
    if (found != m_byNetwork.end() && --found->second == 0)
        m_byNetwork.erase(found);
}

} // namespace gatehouse
