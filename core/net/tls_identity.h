// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <array>

struct ssl_ctx_st;

namespace gatehouse::net {

// One certificate chain with its private key, and the second chain of the other key type that a certificate entity may
// have. PEM. Empty texts: there is none.
struct TlsIdentity {
    QByteArray certificate;
    QByteArray key;
    QByteArray alternativeCertificate;
    QByteArray alternativeKey;

    friend bool operator==(const TlsIdentity &, const TlsIdentity &) = default;
};

// Tells identities and settings apart: equal when all of them is.
using TlsDigest = std::array<unsigned char, 32>;

// Of some texts, each told from the next.
[[nodiscard]] TlsDigest digestOf(const QList<QByteArray> &texts);
[[nodiscard]] QList<QByteArray> textsOf(const TlsIdentity &identity);

// Self-signed certificates for "localhost", RSA and as alternative ECDSA P-256, valid for twenty years: what Kong
// presents for names without a certificate.
[[nodiscard]] Result<TlsIdentity> makeSelfSigned();

// Fails with the reason when a certificate or key cannot be read, they do not belong together, or one has expired.
[[nodiscard]] Result<> checkIdentity(const TlsIdentity &identity);

// Gives a context the chains and keys of an identity. Fails with OpenSSL's reason.
[[nodiscard]] Result<> useIdentity(ssl_ctx_st *context, const TlsIdentity &identity);

// "<what>: <reason>" with the oldest error OpenSSL has queued; empties the queue.
[[nodiscard]] Error opensslError(const QString &what);

} // namespace gatehouse::net
