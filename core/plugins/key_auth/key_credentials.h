// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/plugins/plugin.h"

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

namespace gatehouse {

// One row of keyauth_credentials.
struct KeyCredential {
    CredentialFacts facts;
    std::string id;
    std::string key;
    const ConsumerFacts *consumer = nullptr;
    double expiresAt = 0; // seconds since the Unix epoch; infinite: never
};

// All API keys of a configuration in one flat, keyed hash; shared by every key-auth instance of a snapshot.
// Thread: any (immutable once built). Lives as long as its snapshot.
class KeyCredentials
{
public:
    explicit KeyCredentials(const PluginServices &services);

    // Null also when the key has expired.
    [[nodiscard]] const KeyCredential *find(std::string_view key, std::int64_t nowSeconds) const noexcept;

private:
    [[nodiscard]] std::size_t hashOf(std::string_view key) const noexcept;
    void fillSlots();

    std::deque<KeyCredential> m_credentials;
    std::vector<const KeyCredential *> m_slots; // a power of two, at most half full; null: free
    std::size_t m_seed;                         // nobody can choose keys that collide
};

} // namespace gatehouse
