// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/terminal/token_times.h"

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

constexpr double farthest = 253402300799; // the end of the year 9999

// "41 min", "3 d": the largest unit that fits, cut.
QString lengthOf(qint64 seconds)
{
    static constexpr std::pair<qint64, const char16_t *> units[] = {{86400, u"d"}, {3600, u"h"}, {60, u"min"}};
    for (const auto &[size, name] : units) {
        if (seconds >= size)
            return u"%1 %2"_s.arg(seconds / size).arg(QStringView(name));
    }
    return u"%1 s"_s.arg(seconds);
}

QString meaningOf(const QString &claim, qint64 secondsFromNow)
{
    const bool passed = secondsFromNow <= 0;
    const QString length = lengthOf(qAbs(secondsFromNow));
    if (claim == "exp"_L1)
        return passed ? u"expired %1 ago"_s.arg(length) : u"expires in %1"_s.arg(length);
    if (claim == "nbf"_L1)
        return passed ? u"valid since %1"_s.arg(length) : u"not valid for another %1"_s.arg(length);
    return passed ? u"issued %1 ago"_s.arg(length) : u"issued %1 in the future"_s.arg(length);
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
