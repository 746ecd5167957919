// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/address.h"
#include "core/net/io_result.h"
#include "core/net/poller.h"
#include "core/net/tls_session.h"

#include <sys/uio.h>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>

namespace gatehouse::net {

// A non-blocking TCP descriptor watched by a poller, with TLS on it when it was secured. Closes it when destroyed.
// Thread: worker. Does NOT buffer: what a call does not take stays with the caller.
class StreamSocket
{
public:
    StreamSocket() = default;
    StreamSocket(const StreamSocket &) = delete;
    StreamSocket &operator=(const StreamSocket &) = delete;

    ~StreamSocket() { close(); }

    // Takes over an accepted descriptor, non-blocking as a ListenSocket gives it, and watches it for reading.
    void adopt(int descriptor, Poller &poller, ReadyListener *listener);
    // The first byte the peer sent, left where it is.
    [[nodiscard]] IoResult peek(char &first) noexcept;

    // From now on bytes pass through this session; the handshake comes first.
    void secure(std::unique_ptr<TlsSession> session) noexcept { m_tls = std::move(session); }

    // Goes on with the handshake, and watches for what it waits for. After Ok the caller says what it wants to watch.
    [[nodiscard]] IoResult handshake();
    // Starts connecting and watches for writing; onWritable comes when it is done or failed. False: failed at once.
    [[nodiscard]] bool connect(const Address &address, Poller &poller, ReadyListener *listener);
    // The errno of a connect that failed or of a connection that was lost; 0: none. It is told once.
    [[nodiscard]] int takeError() noexcept;

    [[nodiscard]] IoResult read(char *into, std::size_t size) noexcept;
    [[nodiscard]] IoResult write(std::span<const iovec> parts) noexcept;
    // Sends FIN; reading stays possible.
    void shutdownWrite() noexcept;
    // Makes close() send RST, so that the peer cannot take a cut message for a whole one.
    void abortOnClose() noexcept;
    void close() noexcept;

    void watch(Interest interest);
    // Until watch() asks for something: not even a lost connection is reported. It would be reported again and again to
    // a listener that cannot do anything about it yet.
    void ignore();
    void setListener(ReadyListener *listener);

    // Bytes that a read would give although the descriptor will not become readable for them.
    [[nodiscard]] bool hasPending() const noexcept { return m_tls && m_tls->hasPending(); }

    [[nodiscard]] const TlsSession *tls() const noexcept { return m_tls.get(); } // null: plain

    [[nodiscard]] bool isOpen() const noexcept { return m_descriptor >= 0; }

    [[nodiscard]] int descriptor() const noexcept { return m_descriptor; }

private:
    int m_descriptor = -1;
    Interest m_interest = Interest::None;
    Poller *m_poller = nullptr;
    ReadyListener *m_listener = nullptr;
    std::unique_ptr<TlsSession> m_tls;
    bool m_aborts = false;
    bool m_isIgnored = false;
};

} // namespace gatehouse::net
