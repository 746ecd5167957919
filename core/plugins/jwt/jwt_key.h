// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/plugins/jwt/jwt_algorithm.h"

#include <QByteArray>

#include <memory>
#include <string_view>

struct evp_pkey_st;

namespace gatehouse {

// Key material for one credential, parsed once: verifies tokens, and signs them when it is a secret or a private key.
// Thread: any (immutable; OpenSSL's reference counting is atomic). Lives as long as its snapshot.
class JwtKey
{
public:
    // For the HMAC algorithms: the secret's bytes.
    static JwtKey fromSecret(QByteArray secret);
    // For all others: a PEM key, public or private. Fails when OpenSSL cannot read it.
    static Result<JwtKey> fromPem(const QByteArray &pem);

    // False also when the key does not fit the algorithm.
    [[nodiscard]] bool
    verifies(const JwtAlgorithm &algorithm, std::string_view signedText, std::string_view signature) const;
    [[nodiscard]] Result<QByteArray> sign(const JwtAlgorithm &algorithm, const QByteArray &text) const;

private:
    QByteArray m_secret;
    std::shared_ptr<evp_pkey_st> m_key; // null: a secret
};

} // namespace gatehouse
