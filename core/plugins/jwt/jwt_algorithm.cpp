// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plugins/jwt/jwt_algorithm.h"

#include <algorithm>
#include <array>

namespace gatehouse {

const JwtAlgorithm *findJwtAlgorithm(std::string_view name) noexcept
{
    static constexpr std::array<JwtAlgorithm, 13> algorithms{{
        {"HS256", JwtFamily::Hmac, "SHA256", 0},
        {"HS384", JwtFamily::Hmac, "SHA384", 0},
        {"HS512", JwtFamily::Hmac, "SHA512", 0},
        {"RS256", JwtFamily::RsaPkcs1, "SHA256", 0},
        {"RS384", JwtFamily::RsaPkcs1, "SHA384", 0},
        {"RS512", JwtFamily::RsaPkcs1, "SHA512", 0},
        {"PS256", JwtFamily::RsaPss, "SHA256", 0},
        {"PS384", JwtFamily::RsaPss, "SHA384", 0},
        {"PS512", JwtFamily::RsaPss, "SHA512", 0},
        {"ES256", JwtFamily::Ecdsa, "SHA256", 32},
        {"ES384", JwtFamily::Ecdsa, "SHA384", 48},
        {"ES512", JwtFamily::Ecdsa, "SHA512", 66},
        {"EdDSA", JwtFamily::EdDsa, nullptr, 0},
    }};
    const auto found = std::find_if(algorithms.begin(), algorithms.end(),
                                    [name](const JwtAlgorithm &algorithm) { return algorithm.name == name; });
    return found == algorithms.end() ? nullptr : &*found;
}

} // namespace gatehouse
