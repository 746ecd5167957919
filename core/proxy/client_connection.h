// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/stream_socket.h"
#include "core/proxy/accepted_connection.h"
#include "core/proxy/worker_context.h"

#include <array>
#include <cstdint>
#include <string_view>

namespace gatehouse {

class Transaction;

// What becomes of a connection when a request on it has its answer.
enum class AfterAnswer : std::uint8_t {
    NextRequest, // input and output are in step
    Close,       // nothing more will come
    Linger,      // what may still come is read away first
};

// What a connection needs of the worker that owns it.
class ClientConnectionOwner
{
public:
    virtual ~ClientConnectionOwner() = default;
    virtual void
    onConnectionClosed(class ClientConnection &connection) = 0; // destroys it, but not before returning to the loop
};

// Station 3: one client socket. Knows whether a request is being received or served and when the connection must end;
// what the bytes mean is the transaction's business. While idle it holds no buffer.
// Thread: worker. Owned by its Worker.
class ClientConnection final : public net::ReadyListener, private net::Timer
{
public:
    ClientConnection(const AcceptedConnection &accepted, WorkerContext &worker, ClientConnectionOwner &owner);
    ~ClientConnection() override;

    // Called by the transaction when its response is sent, or when none can be.
    void onTransactionEnd(AfterAnswer next);
    // The client closed the connection between two requests.
    void onClosedByClient();
    // Ends the connection at once, so that the client cannot mistake what it got for a whole answer.
    void abort();
    // The program is shutting down: idle connections end now, busy ones with their answer.
    void drain();

    [[nodiscard]] net::StreamSocket &socket() noexcept { return m_socket; }

    [[nodiscard]] Buffer &input() noexcept { return m_input; }

    [[nodiscard]] std::string_view clientIp() const noexcept { return {m_ip.data(), m_ipSize}; }

    [[nodiscard]] std::uint16_t listenPort() const noexcept { return m_listenPort; }

    // The client speaks plain HTTP where TLS is expected: its request is refused.
    [[nodiscard]] bool isPlainOnTlsPort() const noexcept { return m_isPlainOnTlsPort; }

    // Whether the next answer may leave the connection open.
    [[nodiscard]] bool mayStayOpen() const noexcept;

    void onReadable() override;
    void onWritable() override;

private:
    enum class State : std::uint8_t {
        Greeting, // on the TLS port: the first byte, then the handshake
        Idle,
        Busy,
        Lingering,
        Closed,
    };

    void expired() override;
    void greet();
    void shakeHands();
    void beginRequests();

    [[nodiscard]] bool isWaiting() const noexcept { return m_state == State::Idle || m_state == State::Greeting; }

    void startTransaction();
    void serveBuffered();
    void becomeIdle();
    void linger();
    void readAway();
    void giveTransactionBack();
    void close();

    WorkerContext &m_worker;
    ClientConnectionOwner &m_owner;
    net::StreamSocket m_socket;
    Transaction *m_transaction = nullptr; // while busy
    Buffer m_input;
    std::size_t m_readAway = 0;      // bytes thrown away while lingering
    std::int64_t m_lingersUntil = 0; // ns, steady
    std::uint64_t m_network = 0;     // whose connection it is
    std::uint32_t m_requests = 0;
    std::uint16_t m_listenPort = 0;
    State m_state = State::Idle;
    bool m_serving = false; // inside serveBuffered(): a transaction that ends at once must not recurse
    bool m_isPlainOnTlsPort = false;
    std::uint8_t m_ipSize = 0;
    std::array<char, INET6_ADDRSTRLEN> m_ip;
};

} // namespace gatehouse
