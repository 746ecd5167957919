// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/proxy/client_connection.h"

#include "core/proxy/transaction.h"

#include <algorithm>

namespace gatehouse {

ClientConnection::ClientConnection(const AcceptedConnection &accepted,
                                   WorkerContext &worker,
                                   ClientConnectionOwner &owner)
    : m_worker(worker)
    , m_owner(owner)
    , m_network(accepted.peer.network())
    , m_listenPort(accepted.listenPort)
{
    m_ipSize = static_cast<std::uint8_t>(accepted.peer.writeIp(m_ip.data()));
    m_socket.adopt(accepted.descriptor, worker.poller, this);
    if (accepted.tls)
        m_state = State::Greeting;
    TrafficShard::add(worker.counters.connectionsAccepted, 1);
    TrafficShard::add(worker.counters.connectionsActive, 1);
    TrafficShard::add(worker.counters.connectionsIdle, 1);
    worker.poller.arm(*this, worker.settings.headTimeout);
}

ClientConnection::~ClientConnection()
{
    m_worker.buffers.give(m_input);
    m_worker.gate.leave(m_network);
    TrafficShard::add(m_worker.counters.connectionsActive, -1);
    if (isWaiting())
        TrafficShard::add(m_worker.counters.connectionsIdle, -1);
}

bool ClientConnection::mayStayOpen() const noexcept
{
    return !m_worker.draining && m_requests < m_worker.settings.requestsPerConnection;
}

void ClientConnection::onReadable()
{
    switch (m_state) {
    case State::Greeting:
        greet();
        break;
    case State::Idle:
        startTransaction();
        m_serving = true;
        m_transaction->onClientReadable();
        m_serving = false;
        serveBuffered();
        break;
    case State::Busy:
        m_transaction->onClientReadable();
        break;
    case State::Lingering:
        readAway();
        break;
    case State::Closed:
        break;
    }
}

void ClientConnection::onWritable()
{
    if (m_state == State::Busy)
        m_transaction->onClientWritable();
    else if (m_state == State::Greeting)
        greet();
}

// The first byte tells a TLS handshake from a plain request, which gets an answer it can read (nginx does the same).
void ClientConnection::greet()
{
    if (!m_socket.tls()) {
        char first = 0;
        const net::IoResult result = m_socket.peek(first);
        if (result.state == net::IoResult::State::WouldBlock)
            return;
        if (result.state != net::IoResult::State::Ok) {
            close();
            return;
        }
        constexpr char handshakeRecord = 0x16; // RFC 8446 5.1
        m_isPlainOnTlsPort = first != handshakeRecord;
        if (!m_isPlainOnTlsPort)
            m_socket.secure(net::TlsSession::accept(m_worker.snapshot->tls, m_socket.descriptor()));
    }
    if (!m_isPlainOnTlsPort)
        shakeHands();
    else
        beginRequests();
}

void ClientConnection::shakeHands()
{
    switch (m_socket.handshake().state) {
    case net::IoResult::State::Ok:
        m_socket.watch(net::Interest::Read);
        beginRequests();
        break;
    case net::IoResult::State::WouldBlock:
        break;
    default:
        close(); // OpenSSL has sent its alert
        break;
    }
}

void ClientConnection::beginRequests()
{
    m_state = State::Idle;
    m_worker.poller.arm(*this, m_worker.settings.headTimeout);
    if (m_isPlainOnTlsPort || m_socket.hasPending()) // the request came right behind
        onReadable();
}

void ClientConnection::startTransaction()
{
    m_state = State::Busy;
    TrafficShard::add(m_worker.counters.connectionsIdle, -1);
    net::Poller::disarm(*this);
    if (!m_input.isTaken())
        m_worker.buffers.take(m_input, BufferPool::regular);
    ++m_requests;
    m_transaction = m_worker.takeTransaction();
    m_transaction->begin(*this);
}

// Requests that arrived behind the one just answered (pipelining, RFC 9112 9.3.2), one after the other.
void ClientConnection::serveBuffered()
{
    m_serving = true;
    while (m_state == State::Idle && (m_input.hasData() || m_socket.hasPending())) {
        startTransaction();
        if (m_input.hasData())
            m_transaction->onBufferedInput();
        else
            m_transaction->onClientReadable();
    }
    m_serving = false;
    if (m_state == State::Idle) {
        m_worker.buffers.give(m_input);
        m_socket.watch(net::Interest::Read);
    }
}

void ClientConnection::onTransactionEnd(AfterAnswer next)
{
    m_worker.giveTransaction(m_transaction);
    m_transaction = nullptr;
    if (next != AfterAnswer::NextRequest) {
        next == AfterAnswer::Close && !m_input.hasData() ? close() : linger();
        return;
    }
    becomeIdle();
    if (!m_serving)
        serveBuffered();
}

void ClientConnection::becomeIdle()
{
    m_state = State::Idle;
    TrafficShard::add(m_worker.counters.connectionsIdle, 1);
    m_input.moveToFront(); // what is left is the beginning of the next message
    m_worker.poller.arm(*this, m_worker.settings.idleTimeout);
}

// The answer is out, but the client may still be sending: closing now could destroy the answer on its way
// (RFC 9112 9.6). So: FIN, read a bounded amount away, then close.
void ClientConnection::linger()
{
    m_state = State::Lingering;
    m_worker.buffers.give(m_input);
    m_socket.shutdownWrite();
    m_socket.watch(net::Interest::Read);
    m_lingersUntil = m_worker.poller.now() + std::chrono::nanoseconds(m_worker.settings.lingerTime).count();
    readAway();
}

void ClientConnection::readAway()
{
    constexpr std::chrono::nanoseconds never{0};
    const std::chrono::nanoseconds left(m_lingersUntil - m_worker.poller.now());
    if (left <= never) {
        close();
        return;
    }
    m_worker.poller.arm(*this,
                        std::min(m_worker.settings.lingerTimeout, std::chrono::ceil<std::chrono::milliseconds>(left)));
    std::array<char, 16384> scrap;
    for (;;) {
        const net::IoResult result = m_socket.read(scrap.data(), scrap.size());
        if (result.state == net::IoResult::State::WouldBlock)
            return;
        m_readAway += result.bytes;
        if (result.state != net::IoResult::State::Ok || m_readAway > m_worker.settings.lingerLimit) {
            close();
            return;
        }
    }
}

void ClientConnection::onClosedByClient()
{
    giveTransactionBack();
    close();
}

void ClientConnection::abort()
{
    giveTransactionBack();
    m_socket.abortOnClose();
    close();
}

void ClientConnection::giveTransactionBack()
{
    if (m_transaction)
        m_worker.giveTransaction(m_transaction);
    m_transaction = nullptr;
}

void ClientConnection::drain()
{
    if (isWaiting())
        close();
}

void ClientConnection::expired()
{
    close();
}

void ClientConnection::close()
{
    if (m_state == State::Closed)
        return;
    if (isWaiting())
        TrafficShard::add(m_worker.counters.connectionsIdle, -1);
    m_state = State::Closed;
    net::Poller::disarm(*this);
    m_socket.close();
    m_owner.onConnectionClosed(*this);
}

} // namespace gatehouse
