// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace gatehouse {

// The signature algorithms of RFC 7518 3 and RFC 8037 that Kong 3.9 knows.
enum class JwtFamily : std::uint8_t { Hmac, RsaPkcs1, RsaPss, Ecdsa, EdDsa };

struct JwtAlgorithm {
    std::string_view name;
    JwtFamily family;
    const char *digest;          // OpenSSL's name; null for EdDSA
    std::uint8_t coordinateSize; // bytes of R and of S; 0 except for ECDSA
};

// Null when the name is none of them; names are case-sensitive.
[[nodiscard]] const JwtAlgorithm *findJwtAlgorithm(std::string_view name) noexcept;

} // namespace gatehouse
