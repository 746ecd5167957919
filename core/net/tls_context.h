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
// Thread: any (immutable once filled; OpenSSL's contexts are shared between threads). Lives as long as its snapshot.
class TlsServerContext
{
public:
    // Fails when the identity cannot be used.
    static Result<std::shared_ptr<TlsServerContext>> make(const TlsIdentity &fallback,
                                                          std::shared_ptr<TlsResumption> resumption);

    // `names` are SNIs as Kong has them: exact, "*.example.com", "example.*", or "*" for every name without an own one.
    Result<> add(const TlsIdentity &identity, const QList<QString> &names);

    // A session for an accepted connection, to be freed by SSL_free.
    [[nodiscard]] ssl_st *newSession() const;

private:
    using Context = std::shared_ptr<ssl_ctx_st>;

    struct NameHash {
        using is_transparent = void;

        std::size_t operator()(std::string_view name) const noexcept { return std::hash<std::string_view>()(name); }
    };

    explicit TlsServerContext(std::shared_ptr<TlsResumption> resumption);
    [[nodiscard]] Result<Context> makeContext(const TlsIdentity &identity) const;
    [[nodiscard]] ssl_ctx_st *find(std::string_view name) const;
    // Exact name, then *.<rest>, then <beginning>.*, then *, then the default (kong/runloop/certificate.lua).
    [[nodiscard]] ssl_ctx_st *contextFor(std::string_view serverName) const;
    static int onServerName(ssl_st *session, int *alert, void *self);

    std::shared_ptr<TlsResumption> m_resumption;
    Context m_default;
    std::unordered_map<std::string, Context, NameHash, std::equal_to<>> m_byName;
};

} // namespace gatehouse::net
