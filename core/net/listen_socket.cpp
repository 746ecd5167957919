// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/listen_socket.h"

#include <netinet/tcp.h>

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

// The others beside the first. Where addresses cannot be shared they are the same socket again.
Result<ListenSocket> makeSibling(const ListenSocket &first, const Address &address)
{
#ifdef Q_OS_LINUX
    Result<ListenSocket> made = makeSocket(address);
    if (!made)
        return made;
    turnOn(made->descriptor(), SOL_SOCKET, SO_REUSEPORT);
    if (::bind(made->descriptor(), address.data(), address.size()) != 0 || ::listen(made->descriptor(), backlog) != 0)
        return systemError();
    Q_UNUSED(first)
    return made;
#else
    Q_UNUSED(address)
    ListenSocket made(fcntl(first.descriptor(), F_DUPFD_CLOEXEC, 0));
    if (made.descriptor() < 0)
        return systemError();
    return made;
#endif
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
    sockaddr_storage storage{};
    socklen_t size = sizeof storage;
    getsockname(m_descriptor, reinterpret_cast<sockaddr *>(&storage), &size);
    return Address(storage).port();
}

Result<std::vector<ListenSocket>> ListenSocket::open(const Address &address, std::size_t count)
{
    Result<ListenSocket> first = makeSocket(address);
    if (!first)
        return first.error();
    // Bound alone, so that a second program on this address is told of the first; shared with our own only then.
    if (::bind(first->descriptor(), address.data(), address.size()) != 0)
        return systemError();
#ifdef Q_OS_LINUX
    turnOn(first->descriptor(), SOL_SOCKET, SO_REUSEPORT);
#endif
    if (::listen(first->descriptor(), backlog) != 0)
        return systemError();
    Address bound = address;
    bound.setPort(first->port());
    std::vector<ListenSocket> sockets;
    sockets.push_back(std::move(*first));
    while (sockets.size() < count) {
        Result<ListenSocket> next = makeSibling(sockets.front(), bound);
        if (!next)
            return next.error();
        sockets.push_back(std::move(*next));
    }
    return sockets;
}

} // namespace gatehouse::net
