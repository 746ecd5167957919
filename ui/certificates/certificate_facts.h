// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>
#include <QStringList>

#include <optional>

namespace gatehouse {

// What people want to know of a certificate. Thread: any (value).
struct CertificateFacts {
    static constexpr qint64 warningDays = 30;

    QString subject; // common name, else the first name it holds
    QStringList names;
    QString issuer;
    bool isSelfSigned = false;
    QDateTime validUntil;

    // Negative once it has expired.
    [[nodiscard]] qint64 daysLeft(const QDateTime &now) const;

    [[nodiscard]] bool needsAttention(const QDateTime &now) const { return daysLeft(now) < warningDays; }
};

// Of the first certificate of a PEM text; nothing when it holds none, as when it is a reference into a vault.
[[nodiscard]] std::optional<CertificateFacts> certificateFacts(const QString &pem);

// "2027-01-31 (12 days)", with a sign when it has expired or soon will.
[[nodiscard]] QString validityText(const CertificateFacts &facts, const QDateTime &now);

} // namespace gatehouse
