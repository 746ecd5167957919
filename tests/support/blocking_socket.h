// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <netinet/in.h>
#include <sys/socket.h>

#include <cerrno>
#include <utility>

#include <unistd.h>

namespace gatehouse {

// A TCP socket of 127.0.0.1 as the system has it: each direction ends by itself, and a reset is told from an end. Qt's
// sockets close both directions when the peer closes one. Every call gives up after five seconds.
// Thread: any, one at a time.
class BlockingSocket
{
public:
    explicit BlockingSocket(int descriptor)
        : m_descriptor(descriptor)
    {
        const timeval patience{5, 0};
        ::setsockopt(m_descriptor, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
        ::setsockopt(m_descriptor, SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience);
    }

    BlockingSocket(BlockingSocket &&other) noexcept
        : m_descriptor(std::exchange(other.m_descriptor, -1))
    {
    }

    BlockingSocket(const BlockingSocket &) = delete;
    BlockingSocket &operator=(const BlockingSocket &) = delete;
    BlockingSocket &operator=(BlockingSocket &&) = delete;

    ~BlockingSocket() { close(); }

    // `window`: octets the kernel keeps for it, if not as many as it likes.
    static BlockingSocket connectTo(quint16 port, int window = 0)
    {
        const int descriptor = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        if (window != 0)
            ::setsockopt(descriptor, SOL_SOCKET, SO_RCVBUF, &window, sizeof window);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        address.sin_port = htons(port);
        static_cast<void>(::connect(descriptor, reinterpret_cast<sockaddr *>(&address), sizeof address));
        return BlockingSocket(descriptor);
    }

    // Whether all of it was taken.
    bool send(const QByteArray &bytes)
    {
        qsizetype sent = 0;
        while (sent < bytes.size()) {
            const ssize_t now =
                ::send(m_descriptor, bytes.constData() + sent, size_t(bytes.size() - sent), MSG_NOSIGNAL);
            if (now <= 0)
                return false;
            sent += now;
        }
        return true;
    }

    // That many bytes, or fewer when the peer ends or goes silent.
    QByteArray receive(qsizetype size)
    {
        QByteArray bytes;
        while (bytes.size() < size && take(bytes, size - bytes.size())) {
        }
        return bytes;
    }

    // Everything up to and including `mark`.
    QByteArray receiveUntil(const QByteArray &mark)
    {
        QByteArray bytes;
        while (!bytes.endsWith(mark) && take(bytes, 1)) {
        }
        return bytes;
    }

    // Everything until the peer ends; ended() and wasReset() tell how it did.
    QByteArray receiveAll()
    {
        QByteArray bytes;
        while (take(bytes, 65536)) {
        }
        return bytes;
    }

    [[nodiscard]] bool ended() const { return m_ended; }

    [[nodiscard]] bool wasReset() const { return m_reset; }

    void closeWriting() { ::shutdown(m_descriptor, SHUT_WR); }

    void reset()
    {
        const linger atOnce{1, 0};
        ::setsockopt(m_descriptor, SOL_SOCKET, SO_LINGER, &atOnce, sizeof atOnce);
        close();
    }

    void close()
    {
        if (m_descriptor >= 0)
            ::close(m_descriptor);
        m_descriptor = -1;
    }

private:
    bool take(QByteArray &bytes, qsizetype atMost)
    {
        QByteArray part(atMost, Qt::Uninitialized);
        const ssize_t got = ::recv(m_descriptor, part.data(), size_t(atMost), 0);
        m_ended = got == 0;
        m_reset = got < 0 && (errno == ECONNRESET || errno == EPIPE);
        if (got > 0)
            bytes += part.left(got);
        return got > 0;
    }

    int m_descriptor;
    bool m_ended = false;
    bool m_reset = false;
};

// An upstream that a test plays itself, step by step.
// Thread: any, one at a time.
class BlockingListener
{
public:
    BlockingListener()
        : m_descriptor(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
    {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof address;
        static_cast<void>(::bind(m_descriptor, reinterpret_cast<sockaddr *>(&address), size));
        ::listen(m_descriptor, 16);
        ::getsockname(m_descriptor, reinterpret_cast<sockaddr *>(&address), &size);
        m_port = ntohs(address.sin_port);
        const timeval patience{5, 0};
        ::setsockopt(m_descriptor, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    }

    BlockingListener(const BlockingListener &) = delete;
    BlockingListener &operator=(const BlockingListener &) = delete;

    ~BlockingListener() { ::close(m_descriptor); }

    [[nodiscard]] quint16 port() const { return m_port; }

    BlockingSocket accept() { return BlockingSocket(::accept(m_descriptor, nullptr, nullptr)); }

private:
    int m_descriptor;
    quint16 m_port = 0;
};

} // namespace gatehouse
