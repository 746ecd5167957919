// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace gatehouse {

// What a PKCS #12 file is made of, in PEM.
struct Pkcs12Parts {
    QByteArray certificate;
    QByteArray key;
    QByteArray above = {}; // the certificate that has signed it; empty: none
};

[[nodiscard]] QByteArray pkcs12File(const Pkcs12Parts &parts, const QByteArray &passphrase);

} // namespace gatehouse
