// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QMap>
#include <QString>

namespace gatehouse {

// Secrets by key, sealed with a passphrase: "GHSECRET", version 1, log2 of scrypt's N, r, p (one byte each), 16 bytes
// of salt, 12 of nonce; then the JSON object of all secrets, encrypted with AES-256-GCM, and its 16 byte tag. The key
// is scrypt (RFC 7914) of passphrase and salt; the head is authenticated with the rest. Thread: any.

using SecretMap = QMap<QString, QByteArray>;

[[nodiscard]] bool isSealed(const QByteArray &content);

[[nodiscard]] Result<QByteArray> sealSecrets(const SecretMap &secrets, const QByteArray &passphrase);

// ErrorKind::Denied: the passphrase is wrong, or somebody changed the file.
[[nodiscard]] Result<SecretMap> unsealSecrets(const QByteArray &content, const QByteArray &passphrase);

// The same as texts. They are not wiped when they go.
[[nodiscard]] Result<QMap<QString, QString>> unsealTexts(const QByteArray &content, const QByteArray &passphrase);

} // namespace gatehouse
