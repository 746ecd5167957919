// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/tls_identity.h"
#include "core/net/tls_resumption.h"

#include <QList>
#include <QString>

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>

struct ssl_ctx_st;
struct ssl_st;

namespace gatehouse::net {

// What the TLS port presents: certificates by server name and a default one. TLS 1.2 and 1.3, in 1.2 only suites with
// ephemeral keys and AEAD (RFC 9325 4.2), no renegotiation, no compression; ALPN offers http/1.1.
// Thread: any (immutable once filled; OpenSSL's contexts are shared between threads). Lives as long as its snapshot, or
// a handshake that began with it.
class TlsServerContext
{
public:
    using Context = std::shared_ptr<ssl_ctx_st>; // of one identity; any number of these may share it

    // Fails when the identity cannot be used.
    static Result<Context> makeContext(const TlsIdentity &identity, std::shared_ptr<TlsResumption> resumption);

    explicit TlsServerContext(Context fallback);

    // `names` are SNIs as Kong has them: exact, "*.example.com", "example.*", or "*" for every name without an own one.
    void add(const Context &context, const QList<QString> &names);

    // A session for an accepted connection, to be freed by SSL_free.
    [[nodiscard]] ssl_st *newSession() const;

private:
    struct NameHash {
        using is_transparent = void;

        std::size_t operator()(std::string_view name) const noexcept { return std::hash<std::string_view>()(name); }
    };

    [[nodiscard]] ssl_ctx_st *find(std::string_view name) const;
    // Exact name, then *.<rest>, then <beginning>.*, then *, then the default (kong/runloop/certificate.lua).
    [[nodiscard]] ssl_ctx_st *contextFor(std::string_view serverName) const;
    static int onServerName(ssl_st *session, int *alert, void *);

    Context m_default;
    std::unordered_map<std::string, Context, NameHash, std::equal_to<>> m_byName;
};

} // namespace gatehouse::net
