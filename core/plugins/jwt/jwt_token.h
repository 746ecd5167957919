// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/plugins/jwt/jwt_algorithm.h"
#include "core/plugins/jwt/jwt_key.h"

#include <QByteArray>
#include <QJsonObject>

#include <string_view>

namespace gatehouse {

// A JSON Web Token taken apart (RFC 7519, compact serialization of RFC 7515 3.1); nothing is verified yet.
struct JwtToken {
    QJsonObject header;
    QJsonObject claims;
    QByteArray signature;
    std::string_view signedText; // "header.claims" as received; a view of the token
    const JwtAlgorithm *algorithm = nullptr;

    // Null, or what Kong says is wrong with the token ("invalid JSON", "invalid alg", ...). Checks come in Kong's
    // order (kong/plugins/jwt/jwt_parser.lua).
    [[nodiscard]] const char *parse(std::string_view token);
};

// The signed token for these claims. The header is {"typ":"JWT","alg":...}.
[[nodiscard]] Result<QByteArray> signToken(const QJsonObject &claims, const JwtAlgorithm &algorithm, const JwtKey &key);

} // namespace gatehouse
