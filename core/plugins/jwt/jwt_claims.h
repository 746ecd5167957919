// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>

#include <cstdint>

namespace gatehouse {

// The claims that depend on time, as Kong checks them: whole seconds of the server's clock, no leeway.
struct TimeClaims {
    double expires = 0;   // exp
    double notBefore = 0; // nbf
};

// Which of them a plugin instance asks for.
class ClaimRules
{
public:
    explicit ClaimRules(const QJsonObject &config);

    // Every error of the registered claims as {"exp": "token expired", ...}; empty when all is well.
    [[nodiscard]] QJsonObject errorsOf(const QJsonObject &claims, std::int64_t nowSeconds) const;
    // The same for a token that was accepted before: nothing but time can have changed.
    [[nodiscard]] bool stillHold(const TimeClaims &times, std::int64_t nowSeconds) const noexcept;
    [[nodiscard]] static TimeClaims timesOf(const QJsonObject &claims);

private:
    bool m_checksExpiry = false;
    bool m_checksNotBefore = false;
    double m_maximumExpiration = 0; // seconds; 0: unlimited
};

} // namespace gatehouse
