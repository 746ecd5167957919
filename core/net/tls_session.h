// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/io_result.h"
#include "core/net/tls_context.h"

#include <sys/uio.h>

#include <memory>
#include <span>
#include <string_view>

namespace gatehouse::net {

// TLS on one accepted descriptor: the handshake happens within the first reads. Behaves like the socket below it; what
// does not fit stays with the caller.
// Thread: worker. Owned by its StreamSocket, which closes the descriptor.
class TlsSession
{
public:
    TlsSession(std::shared_ptr<const TlsServerContext> context, int descriptor);
    ~TlsSession();
    TlsSession(const TlsSession &) = delete;
    TlsSession &operator=(const TlsSession &) = delete;

    [[nodiscard]] IoResult read(char *into, std::size_t size) noexcept;
    [[nodiscard]] IoResult write(std::span<const iovec> parts) noexcept;
    // Decrypted bytes wait inside; the descriptor will not become readable for them.
    [[nodiscard]] bool hasPending() const noexcept;
    // Says goodbye (close_notify), so that the peer can tell the end from a cut.
    void shutdown() noexcept;

    // Of the finished handshake; empty before.
    [[nodiscard]] std::string_view serverName() const noexcept;
    [[nodiscard]] std::string_view version() const noexcept; // "TLSv1.3"
    [[nodiscard]] std::string_view cipher() const noexcept;

private:
    [[nodiscard]] IoResult send(const void *bytes, std::size_t size) noexcept;
    [[nodiscard]] IoResult outcome(int result, std::size_t bytes) noexcept;

    std::shared_ptr<const TlsServerContext> m_context; // its certificates are referred to by the session
    ssl_st *m_session;
};

} // namespace gatehouse::net
