// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plugins/jwt/token_times.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

constexpr double farthest = 253402300799; // the end of the year 9999

struct Words {
    Q_DECLARE_TR_FUNCTIONS(TokenTimes)
};

// "41 min", "3 d": the largest unit that fits, cut.
QString lengthOf(qint64 seconds)
{
    if (seconds >= 86400)
        return Words::tr("%1 d").arg(seconds / 86400);
    if (seconds >= 3600)
        return Words::tr("%1 h").arg(seconds / 3600);
    return seconds >= 60 ? Words::tr("%1 min").arg(seconds / 60) : Words::tr("%1 s").arg(seconds);
}

QString meaningOf(const QString &claim, qint64 secondsFromNow)
{
    const bool passed = secondsFromNow <= 0;
    const QString length = lengthOf(qAbs(secondsFromNow));
    if (claim == "exp"_L1)
        return (passed ? Words::tr("expired %1 ago") : Words::tr("expires in %1")).arg(length);
    if (claim == "nbf"_L1)
        return (passed ? Words::tr("valid since %1") : Words::tr("not valid for another %1")).arg(length);
    return (passed ? Words::tr("issued %1 ago") : Words::tr("issued %1 in the future")).arg(length);
}

} // namespace

QList<TokenTime> timesIn(const QJsonObject &claims, const QDateTime &now)
{
    QList<TokenTime> times;
    for (const QString &claim : {u"exp"_s, u"nbf"_s, u"iat"_s}) {
        const QJsonValue value = claims.value(claim);
        if (!value.isDouble() || qAbs(value.toDouble()) > farthest)
            continue;
        const QDateTime when = QDateTime::fromSecsSinceEpoch(static_cast<qint64>(value.toDouble()));
        times.append({claim, when, meaningOf(claim, now.secsTo(when))});
    }
    return times;
}

} // namespace gatehouse
