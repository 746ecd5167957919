// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/proxy/acceptor.h"

#include "core/base/logging.h"

#include <QString>

#include <cerrno>
#include <utility>

namespace gatehouse {

namespace {

constexpr int atOnce = 32; // then connections that are there already have their turn
constexpr std::chrono::milliseconds pauseLength{100};
constexpr std::chrono::milliseconds pauseWhenFull{20};

} // namespace

Acceptor::Acceptor(WorkerListener listener, net::Poller &poller, HandOn handOn, HasRoom hasRoom)
    : m_listener(std::move(listener))
    , m_poller(poller)
    , m_handOn(std::move(handOn))
    , m_hasRoom(std::move(hasRoom))
    , m_port(m_listener.socket.port())
{
    m_poller.add(m_listener.socket.descriptor(), net::Interest::Read, this);
}

Acceptor::~Acceptor()
{
    stopWatching();
}

void Acceptor::stopWatching()
{
    if (!m_isPaused)
        m_poller.remove(m_listener.socket.descriptor(), this);
    m_isPaused = true;
}

WorkerListener Acceptor::release()
{
    stopWatching();
    net::Poller::disarm(*this);
    return std::move(m_listener);
}

Acceptor::Accepted Acceptor::acceptOne()
{
    sockaddr_storage peer{};
    socklen_t size = sizeof peer;
    const int descriptor = ::accept4(m_listener.socket.descriptor(), reinterpret_cast<sockaddr *>(&peer), &size,
                                     SOCK_NONBLOCK | SOCK_CLOEXEC);
    if (descriptor >= 0) {
        m_handOn({descriptor, net::Address(peer), m_port, m_listener.tls});
        return Accepted::One;
    }
    const bool exhausted = errno == EMFILE || errno == ENFILE || errno == ENOBUFS || errno == ENOMEM;
    if (exhausted)
        return Accepted::OutOfDescriptors;
    // Anything else but "none" concerns one connection that was lost while it waited (accept(2)).
    return errno == EAGAIN || errno == EWOULDBLOCK ? Accepted::None : Accepted::One;
}

void Acceptor::onReadable()
{
    for (int i = 0; i < atOnce; ++i) {
        if (!m_hasRoom()) {
            pause(pauseWhenFull);
            return;
        }
        switch (acceptOne()) {
        case Accepted::One:
            continue;
        case Accepted::None:
            return;
        case Accepted::OutOfDescriptors:
            complain();
            pause(pauseLength);
            return;
        }
    }
}

void Acceptor::acceptAll()
{
    while (acceptOne() == Accepted::One) {
    }
}

void Acceptor::complain() const
{
    qCWarning(lcProxy, "Cannot accept connections for the moment (%s); trying again in 100 ms.",
              qUtf8Printable(qt_error_string(errno)));
}

void Acceptor::pause(std::chrono::milliseconds length)
{
    stopWatching();
    m_poller.arm(*this, length);
}

void Acceptor::expired()
{
    m_isPaused = false;
    m_poller.add(m_listener.socket.descriptor(), net::Interest::Read, this);
}

} // namespace gatehouse
