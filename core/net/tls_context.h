// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

struct ssl_ctx_st;
struct ssl_st;

namespace gatehouse::net {

// One certificate chain with its private key, and the second chain of the other key type that a certificate entity may
// have. PEM. Empty texts: there is none.
struct TlsIdentity {
    QByteArray certificate;
    QByteArray key;
    QByteArray alternativeCertificate;
    QByteArray alternativeKey;
};

// A self-signed certificate for "localhost" (ECDSA P-256), for connections whose name has no certificate.
[[nodiscard]] Result<TlsIdentity> makeSelfSigned();

// What the TLS port presents: certificates by server name and a default one. TLS 1.2 and 1.3, in 1.2 only suites with
// ephemeral keys and AEAD (RFC 9325 4.2), no renegotiation, no compression; ALPN offers http/1.1.
// Thread: any (immutable once filled; OpenSSL's contexts are shared between threads). Lives as long as its snapshot.
class TlsServerContext
{
public:
    // Fails when the identity cannot be used.
    static Result<std::shared_ptr<TlsServerContext>> make(const TlsIdentity &fallback);

    // `names` are SNIs as Kong has them: exact, "*.example.com", "example.*", or "*" for every name without an own one.
    Result<> add(const TlsIdentity &identity, const QList<QString> &names);

    // A session for an accepted connection, to be freed by SSL_free.
    [[nodiscard]] ssl_st *newSession() const;

private:
    using Context = std::shared_ptr<ssl_ctx_st>;

    TlsServerContext() = default;
    [[nodiscard]] static Result<Context> makeContext(const TlsIdentity &identity);
    // Exact name, then *.<rest>, then <beginning>.*, then *, then the default (kong/runloop/certificate.lua).
    [[nodiscard]] ssl_ctx_st *contextFor(std::string_view serverName) const;
    static int onServerName(ssl_st *session, int *alert, void *self);

    Context m_default;
    std::unordered_map<std::string, Context> m_byName;
};

} // namespace gatehouse::net
