// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plugins/jwt/jwt_claims.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace gatehouse {

ClaimRules::ClaimRules(const QJsonObject &config)
{
    const QJsonArray checked = config.value("claims_to_verify"_L1).toArray();
    m_checksExpiry = checked.contains(u"exp"_s);
    m_checksNotBefore = checked.contains(u"nbf"_s);
    m_maximumExpiration = config.value("maximum_expiration"_L1).toDouble();
}

QJsonObject ClaimRules::errorsOf(const QJsonObject &claims, std::int64_t nowSeconds) const
{
    const auto now = static_cast<double>(nowSeconds);
    const QJsonValue expires = claims.value("exp"_L1);
    const QJsonValue notBefore = claims.value("nbf"_L1);
    QJsonObject errors;
    if (m_checksExpiry && !expires.isDouble())
        errors.insert(u"exp"_s, u"must be a number"_s);
    else if (m_checksExpiry && expires.toDouble() <= now)
        errors.insert(u"exp"_s, u"token expired"_s);
    if (m_checksNotBefore && !notBefore.isDouble())
        errors.insert(u"nbf"_s, u"must be a number"_s);
    else if (m_checksNotBefore && notBefore.toDouble() > now)
        errors.insert(u"nbf"_s, u"token not valid yet"_s);
    if (!errors.isEmpty() || m_maximumExpiration <= 0)
        return errors;
    if (!expires.isDouble() || expires.toDouble() - now > m_maximumExpiration)
        errors.insert(u"exp"_s, u"exceeds maximum allowed expiration"_s);
    return errors;
}

TimeClaims ClaimRules::timesOf(const QJsonObject &claims)
{
    return {claims.value("exp"_L1).toDouble(), claims.value("nbf"_L1).toDouble()};
}

bool ClaimRules::stillHold(const TimeClaims &times, std::int64_t nowSeconds) const noexcept
{
    const auto now = static_cast<double>(nowSeconds);
    return (!m_checksExpiry || times.expires > now) && (!m_checksNotBefore || times.notBefore <= now) &&
           (m_maximumExpiration <= 0 || times.expires - now <= m_maximumExpiration);
}

} // namespace gatehouse
