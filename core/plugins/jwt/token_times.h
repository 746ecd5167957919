// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QJsonObject>
#include <QList>
#include <QString>

namespace gatehouse {

// One of the claims that are points in time (RFC 7519 4.1), in words.
struct TokenTime {
    QString claim;
    QDateTime when;  // local time
    QString meaning; // "expires in 41 min"
};

// exp, nbf and iat, as far as they are there and numbers.
[[nodiscard]] QList<TokenTime> timesIn(const QJsonObject &claims, const QDateTime &now);

} // namespace gatehouse
