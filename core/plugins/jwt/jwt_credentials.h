// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/plugins/jwt/jwt_key.h"
#include "core/plugins/plugin.h"

#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace gatehouse {

// One row of jwt_secrets, ready to verify tokens with.
struct JwtCredential {
    CredentialFacts facts;
    std::string id;
    std::string key;
    const ConsumerFacts *consumer = nullptr;
    const JwtAlgorithm *algorithm = nullptr;
    std::optional<JwtKey> verifier;       // absent: the credential has no usable key material
    std::optional<JwtKey> base64Verifier; // with the secret decoded, for secret_is_base64
};

// All jwt credentials of a configuration by key; shared by every jwt instance of a snapshot.
// Thread: any (immutable once built). Lives as long as its snapshot.
class JwtCredentials
{
public:
    explicit JwtCredentials(const PluginServices &services);

    [[nodiscard]] const JwtCredential *find(std::string_view key) const noexcept;

private:
    std::deque<JwtCredential> m_credentials;
    std::unordered_map<std::string_view, const JwtCredential *> m_byKey;
};

} // namespace gatehouse
