// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/listen_socket.h"

#include "core/base/logging.h"

#ifdef Q_OS_LINUX
#include <linux/filter.h>
#endif
#include <netinet/tcp.h>

#include <array>
#include <cerrno>
#include <utility>

#include <fcntl.h>
#include <unistd.h>

namespace gatehouse::net {

namespace {

constexpr int backlog = 4096; // the system may allow less

bool turnOn(int descriptor, int level, int option) noexcept
{
    const int on = 1;
    return setsockopt(descriptor, level, option, &on, sizeof on) == 0;
}

Error systemError()
{
    return {ErrorKind::Io, qt_error_string(errno), {}};
}

Result<ListenSocket> makeSocket(const Address &address)
{
    ListenSocket made(::socket(address.family(), SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0));
    if (made.descriptor() < 0)
        return systemError();
    turnOn(made.descriptor(), SOL_SOCKET, SO_REUSEADDR); // connections of an earlier run may still be dying
    turnOn(made.descriptor(), IPPROTO_TCP, TCP_NODELAY);
    if (address.family() == AF_INET6)
        turnOn(made.descriptor(), IPPROTO_IPV6, IPV6_V6ONLY);
    return made;
}

Address addressOf(int descriptor) noexcept
{
    sockaddr_storage storage{};
    socklen_t size = sizeof storage;
    getsockname(descriptor, reinterpret_cast<sockaddr *>(&storage), &size);
    return Address(storage);
}

} // namespace

ListenSocket::ListenSocket(ListenSocket &&other) noexcept
    : m_descriptor(std::exchange(other.m_descriptor, -1))
{
}

ListenSocket &ListenSocket::operator=(ListenSocket &&other) noexcept
{
    std::swap(m_descriptor, other.m_descriptor);
    return *this;
}

ListenSocket::~ListenSocket()
{
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

std::uint16_t ListenSocket::port() const noexcept
{
    return addressOf(m_descriptor).port();
}

// Where addresses cannot be shared it is the same socket again.
Result<ListenSocket> ListenSocket::sibling() const
{
#ifdef Q_OS_LINUX
    const Address address = addressOf(m_descriptor);
    Result<ListenSocket> made = makeSocket(address);
    if (!made)
        return made;
    turnOn(made->descriptor(), SOL_SOCKET, SO_REUSEPORT);
    if (::bind(made->descriptor(), address.data(), address.size()) != 0 || ::listen(made->descriptor(), backlog) != 0)
        return systemError();
    return made;
#else
    ListenSocket made(fcntl(m_descriptor, F_DUPFD_CLOEXEC, 0));
    if (made.descriptor() < 0)
        return systemError();
    return made;
#endif
}

// A program of the kernel's packet filter chooses: a random number modulo count (socket(7)).
void ListenSocket::shareAmong(std::uint32_t count) const
{
#ifdef Q_OS_LINUX
    std::array<sock_filter, 3> program{{{BPF_LD | BPF_W | BPF_ABS, 0, 0, __u32(SKF_AD_OFF + SKF_AD_RANDOM)},
                                        {BPF_ALU | BPF_MOD | BPF_K, 0, 0, count},
                                        {BPF_RET | BPF_A, 0, 0, 0}}};
    const sock_fprog choice{static_cast<unsigned short>(program.size()), program.data()};
    if (setsockopt(m_descriptor, SOL_SOCKET, SO_ATTACH_REUSEPORT_CBPF, &choice, sizeof choice) != 0)
        qCWarning(lcProxy, "Workers may get different shares of new connections: errno %d", errno);
#else
    Q_UNUSED(count)
#endif
}

Result<ListenSocket> ListenSocket::open(const Address &address)
{
    Result<ListenSocket> first = makeSocket(address);
    if (!first)
        return first;
    // Bound alone, so that a second program on this address is told of the first; shared with our own only then.
    if (::bind(first->descriptor(), address.data(), address.size()) != 0)
        return systemError();
#ifdef Q_OS_LINUX
    turnOn(first->descriptor(), SOL_SOCKET, SO_REUSEPORT);
#endif
    if (::listen(first->descriptor(), backlog) != 0)
        return systemError();
    return first;
}

} // namespace gatehouse::net
