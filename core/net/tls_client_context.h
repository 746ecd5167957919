// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/tls_identity.h"

#include <memory>
#include <string_view>

struct ssl_ctx_st;
struct ssl_session_st;
struct ssl_st;

namespace gatehouse::net {

// What the gateway demands of a TLS server and shows to it.
struct TlsClientSettings {
    bool verifies = false;
    int depth = 1;                 // intermediate certificates between the server's and an authority
    QList<QByteArray> authorities; // PEM; the only ones that are trusted
    TlsIdentity identity;          // shown when the server asks for a certificate; may be empty
};

// The newest session with one server, for the next handshake with it. Thread: worker; shared by the connections of one
// pool entry.
class TlsTicketSlot
{
public:
    TlsTicketSlot() = default;
    ~TlsTicketSlot();
    TlsTicketSlot(const TlsTicketSlot &) = delete;
    TlsTicketSlot &operator=(const TlsTicketSlot &) = delete;

    void put(ssl_session_st *session) noexcept; // takes over the reference

    [[nodiscard]] ssl_session_st *session() const noexcept { return m_session; } // null: none yet

private:
    ssl_session_st *m_session = nullptr;
};

// How the gateway connects to upstreams by TLS 1.2 or 1.3, with ALPN http/1.1.
// Thread: any (immutable; OpenSSL's contexts are shared between threads). Lives as long as a snapshot or connection.
class TlsClientContext
{
public:
    // Fails when an authority, or the identity, cannot be used.
    static Result<std::shared_ptr<const TlsClientContext>> make(const TlsClientSettings &settings);

    static TlsDigest digestOf(const TlsClientSettings &settings);

    [[nodiscard]] const TlsDigest &digest() const noexcept { return m_digest; }

    // A session that asks for this server: by name with SNI, or an address literal, which has no SNI (RFC 6066 3). Its
    // certificate must be for it when certificates are verified: by DNS name, never by common name (RFC 9525 6.4), or
    // by address. Null when it can be neither. To be freed by SSL_free.
    [[nodiscard]] ssl_st *newSession(std::string_view server) const;

private:
    TlsClientContext() = default;
    Result<> configure(const TlsClientSettings &settings);

    std::shared_ptr<ssl_ctx_st> m_context;
    TlsDigest m_digest{};
    bool m_verifies = false;
};

} // namespace gatehouse::net
