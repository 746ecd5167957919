// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/io_result.h"
#include "core/net/poller.h"
#include "core/net/tls_client_context.h"
#include "core/net/tls_context.h"

#include <sys/uio.h>

#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace gatehouse::net {

// TLS on one descriptor: first the handshake, then it behaves like the socket below it; what does not fit stays with
// the caller.
// Thread: worker. Owned by its StreamSocket, which closes the descriptor.
class TlsSession
{
public:
    // For an accepted descriptor.
    static std::unique_ptr<TlsSession> accept(std::shared_ptr<const TlsServerContext> context, int descriptor);
    // For a connected one, to a server of that name or address. A session in the slot is resumed, and the next one is
    // put there. Null when the name is none that TLS could ask for.
    static std::unique_ptr<TlsSession> connect(const std::shared_ptr<const TlsClientContext> &context,
                                               std::string_view server,
                                               std::shared_ptr<TlsTicketSlot> tickets,
                                               int descriptor);
    ~TlsSession();
    TlsSession(const TlsSession &) = delete;
    TlsSession &operator=(const TlsSession &) = delete;

    // Goes on with the handshake. WouldBlock: again when the descriptor is ready for what wants() says.
    [[nodiscard]] IoResult handshake() noexcept;
    [[nodiscard]] Interest wants() const noexcept;

    // A failure ended the session; why, for the log.
    [[nodiscard]] bool hasFailed() const noexcept { return m_failed; }

    [[nodiscard]] std::string problem() const;

    [[nodiscard]] IoResult read(char *into, std::size_t size) noexcept;
    [[nodiscard]] IoResult write(std::span<const iovec> parts) noexcept;
    // Bytes wait inside; the descriptor will not become readable for them. They may be a part of a record only: then
    // read() says WouldBlock.
    [[nodiscard]] bool hasPending() const noexcept;
    // Says goodbye (close_notify), so that the peer can tell the end from a cut.
    void shutdown() noexcept;

    // Of the finished handshake; empty before.
    [[nodiscard]] std::string_view serverName() const noexcept;
    [[nodiscard]] std::string_view version() const noexcept; // "TLSv1.3"
    [[nodiscard]] std::string_view cipher() const noexcept;

private:
    TlsSession(std::shared_ptr<const void> owner, ssl_st *session, int descriptor);
    [[nodiscard]] IoResult send(const void *bytes, std::size_t size) noexcept;
    [[nodiscard]] IoResult outcome(int result, std::size_t bytes) noexcept;

    std::shared_ptr<const void> m_context; // its certificates are referred to by the session
    std::shared_ptr<TlsTicketSlot> m_tickets;
    ssl_st *m_session;
    unsigned long m_error = 0; // OpenSSL's code of what ended the session
    bool m_failed = false;     // nothing may be sent any more, not even a goodbye
};

} // namespace gatehouse::net
