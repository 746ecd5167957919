// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/stream_socket.h"

#include <netinet/tcp.h>

#include <cerrno>

#include <unistd.h>

namespace gatehouse::net {

namespace {

void sendAtOnce(int descriptor) noexcept
{
    const int on = 1;
    setsockopt(descriptor, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
}

IoResult failure() noexcept
{
    if (errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR)
        return {IoResult::State::WouldBlock, 0};
    return {IoResult::State::Failed, 0};
}

} // namespace

void StreamSocket::adopt(int descriptor, Poller &poller, ReadyListener *listener)
{
    m_descriptor = descriptor;
    m_poller = &poller;
    m_listener = listener;
    m_interest = Interest::Read;
    poller.add(descriptor, m_interest, listener);
}

IoResult StreamSocket::peek(char &first) noexcept
{
    const ssize_t got = ::recv(m_descriptor, &first, 1, MSG_PEEK);
    if (got > 0)
        return {IoResult::State::Ok, 1};
    return got == 0 ? IoResult{IoResult::State::Closed, 0} : failure();
}

IoResult StreamSocket::handshake()
{
    const IoResult result = m_tls->handshake();
    if (result.state == IoResult::State::WouldBlock)
        watch(m_tls->wants());
    return result;
}

bool StreamSocket::connect(const Address &address, Poller &poller, ReadyListener *listener)
{
    const int descriptor = ::socket(address.family(), SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    if (descriptor < 0)
        return false;
    sendAtOnce(descriptor);
    if (::connect(descriptor, address.data(), address.size()) != 0 && errno != EINPROGRESS) {
        ::close(descriptor);
        return false;
    }
    m_descriptor = descriptor;
    m_poller = &poller;
    m_listener = listener;
    m_interest = Interest::Write;
    poller.add(descriptor, m_interest, listener);
    return true;
}

int StreamSocket::takeError() noexcept
{
    int error = 0;
    socklen_t size = sizeof error;
    getsockopt(m_descriptor, SOL_SOCKET, SO_ERROR, &error, &size);
    return error;
}

IoResult StreamSocket::read(char *into, std::size_t size) noexcept
{
    if (m_tls)
        return m_tls->read(into, size);
    const ssize_t got = ::recv(m_descriptor, into, size, 0);
    if (got > 0)
        return {IoResult::State::Ok, static_cast<std::size_t>(got)};
    return got == 0 ? IoResult{IoResult::State::Closed, 0} : failure();
}

IoResult StreamSocket::write(std::span<const iovec> parts) noexcept
{
    if (m_tls)
        return m_tls->write(parts);
    if (parts.size() == 1) { // a head without body: the cheaper call
        const ssize_t sent = ::send(m_descriptor, parts.front().iov_base, parts.front().iov_len, MSG_NOSIGNAL);
        return sent >= 0 ? IoResult{IoResult::State::Ok, static_cast<std::size_t>(sent)} : failure();
    }
    msghdr message{};
    message.msg_iov = const_cast<iovec *>(parts.data()); // sendmsg does not change it
    message.msg_iovlen = parts.size();
    const ssize_t sent = ::sendmsg(m_descriptor, &message, MSG_NOSIGNAL);
    return sent >= 0 ? IoResult{IoResult::State::Ok, static_cast<std::size_t>(sent)} : failure();
}

void StreamSocket::shutdownWrite() noexcept
{
    if (!isOpen())
        return;
    if (m_tls)
        m_tls->shutdown();
    ::shutdown(m_descriptor, SHUT_WR);
}

void StreamSocket::abortOnClose() noexcept
{
    m_aborts = true;
    const linger reset{1, 0};
    setsockopt(m_descriptor, SOL_SOCKET, SO_LINGER, &reset, sizeof reset);
}

void StreamSocket::close() noexcept
{
    if (!isOpen())
        return;
    if (!m_isIgnored)
        m_poller->remove(m_descriptor, m_listener);
    if (m_tls && !m_aborts)
        m_tls->shutdown();
    m_tls.reset();
    ::close(m_descriptor);
    m_descriptor = -1;
}

void StreamSocket::watch(Interest interest)
{
    if (interest == m_interest)
        return;
    m_interest = interest;
    if (m_isIgnored)
        m_poller->add(m_descriptor, interest, m_listener);
    else
        m_poller->change(m_descriptor, interest, m_listener);
    m_isIgnored = false;
}

void StreamSocket::ignore()
{
    if (m_isIgnored)
        return;
    m_interest = Interest::None;
    m_isIgnored = true;
    m_poller->remove(m_descriptor, m_listener);
}

void StreamSocket::setListener(ReadyListener *listener)
{
    if (listener == m_listener)
        return;
    m_listener = listener;
    if (!m_isIgnored)
        m_poller->change(m_descriptor, m_interest, listener);
}

} // namespace gatehouse::net
