// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QString>

#include <optional>

namespace gatehouse::pem {

// What validation asks about certificates and keys; the only file of the model that calls OpenSSL. Thread: any.

// The check of a field that holds a certificate: nothing, or Kong's message.
[[nodiscard]] std::optional<QString> checkCertificate(const QJsonValue &text);

// Nothing when the text holds one, otherwise the library's reason.
[[nodiscard]] std::optional<QString> privateKeyProblem(const QString &text);
[[nodiscard]] bool isPublicKey(const QString &text);
[[nodiscard]] bool isJwk(const QJsonObject &jwk);

// All expect texts that passed the checks above.
[[nodiscard]] bool certificateMatchesKey(const QString &certificate, const QString &key);
// By name, key identifier and key usage (RFC 5280 6.1); the signature is not checked. Certificates that sign themselves
// are issued by nobody else.
[[nodiscard]] bool isIssuedBy(const QString &certificate, const QString &issuer);
[[nodiscard]] bool publicMatchesPrivate(const QString &publicKey, const QString &privateKey);
[[nodiscard]] bool haveSameKeyType(const QString &certificate, const QString &other);
[[nodiscard]] bool isExpired(const QString &certificate);
[[nodiscard]] bool isAuthority(const QString &certificate);

// SHA-256 of the DER form in lower-case hexadecimal digits.
[[nodiscard]] QString certificateDigest(const QString &certificate);

} // namespace gatehouse::pem
