// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QStringList>

namespace gatehouse::net {

// What a certificate is to be made for.
struct SelfSignedWish {
    enum class KeyType { Rsa2048, EcP256 };

    QStringList names; // host names and IP addresses; the first becomes the common name
    KeyType keyType = KeyType::Rsa2048;
    int days = 365; // it is valid for
};

// PEM.
struct CertificateAndKey {
    QByteArray certificate;
    QByteArray key;
};

// A certificate signed by its own key, for servers (RFC 5280 4.2.1.6, 4.2.1.9). Fails when there is no name or one of
// them is neither a host name, which may begin with "*.", nor an address. Thread: any; takes up to a second for RSA.
[[nodiscard]] Result<CertificateAndKey> makeSelfSigned(const SelfSignedWish &wish);

// A certificate that signs others and nothing else (RFC 5280 4.2.1.3, 4.2.1.9), of type P-256. Thread: any.
[[nodiscard]] Result<CertificateAndKey> makeAuthority(const QString &commonName, int days);

// The same as makeSelfSigned(), signed by an authority; fails also when that cannot be read. Thread: any.
[[nodiscard]] Result<CertificateAndKey> makeSigned(const SelfSignedWish &wish, const CertificateAndKey &authority);

// The names that are host names: what a client can ask for by SNI (RFC 6066 3).
[[nodiscard]] QStringList hostNames(const QStringList &names);

} // namespace gatehouse::net
