// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plugins/jwt/jwt_credentials.h"

#include "core/model/config.h"
#include "core/plugins/consumer_directory.h"

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

// Only the URL alphabet, padding optional: other secrets cannot be used with secret_is_base64.
std::optional<JwtKey> decodedSecret(const QByteArray &secret)
{
    if (secret.contains('+') || secret.contains('/'))
        return std::nullopt;
    const auto decoded =
        QByteArray::fromBase64Encoding(secret, QByteArray::Base64UrlEncoding | QByteArray::AbortOnBase64DecodingErrors);
    if (decoded.decodingStatus != QByteArray::Base64DecodingStatus::Ok)
        return std::nullopt;
    return JwtKey::fromSecret(*decoded);
}

void readKeyMaterial(const QJsonObject &row, JwtCredential &credential)
{
    if (credential.algorithm->family == JwtFamily::Hmac) {
        const QByteArray secret = row.value("secret"_L1).toString().toUtf8();
        credential.verifier = JwtKey::fromSecret(secret);
        credential.base64Verifier = decodedSecret(secret);
        return;
    }
    const Result<JwtKey> key = JwtKey::fromPem(row.value("rsa_public_key"_L1).toString().toUtf8());
    if (key)
        credential.verifier = credential.base64Verifier = *key;
}

} // namespace

JwtCredentials::JwtCredentials(const PluginServices &services)
{
    for (const QJsonObject &row : services.config.rows(u"jwt_secrets"_s)) {
        JwtCredential credential;
        credential.consumer = services.consumers.byId(foreignId(row, u"consumer"_s).toStdString());
        credential.algorithm = findJwtAlgorithm(row.value("algorithm"_L1).toString(u"HS256"_s).toStdString());
        if (!credential.consumer || !credential.algorithm)
            continue;
        credential.id = row.value("id"_L1).toString().toStdString();
        credential.key = row.value("key"_L1).toString().toStdString();
        readKeyMaterial(row, credential);
        JwtCredential &kept = m_credentials.emplace_back(std::move(credential));
        kept.facts.id = kept.id;
        m_byKey.emplace(kept.key, &kept);
    }
}

const JwtCredential *JwtCredentials::find(std::string_view key) const noexcept
{
    const auto found = m_byKey.find(key);
    return found == m_byKey.end() ? nullptr : found->second;
}

} // namespace gatehouse
