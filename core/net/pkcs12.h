// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>

namespace gatehouse::net {

// What a PKCS #12 file holds, in PEM.
struct Pkcs12Content {
    QString certificate; // with its chain behind it
    QString key;         // empty: none
};

// Whether bytes are a PKCS #12 file (RFC 7292 4): by its structure, never by a name.
[[nodiscard]] bool isPkcs12(const QByteArray &bytes);

// ErrorKind::Denied: the passphrase is wrong, and nothing else is known of the content. ErrorKind::Invalid: it cannot
// be read with any. Thread: any; takes a moment, as a passphrase shall not be guessed fast.
[[nodiscard]] Result<Pkcs12Content> openPkcs12(const QByteArray &bytes, const QString &passphrase);

} // namespace gatehouse::net
