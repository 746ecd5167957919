// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/plugins/jwt/jwt_claims.h"
#include "core/plugins/jwt/jwt_credentials.h"

#include <array>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace gatehouse {

// Tokens that were verified, so that a signature is paid for once per token and not per request. Bounded: a token
// may push another one out. The whole token is compared, its hash only finds the place.
// Thread: one worker each.
class JwtCache
{
public:
    static constexpr std::size_t places = 1024;

    struct Entry {
        std::string token;
        const JwtCredential *credential = nullptr;
        TimeClaims times;
    };

    JwtCache();

    // Null when the token is not known.
    [[nodiscard]] const Entry *find(std::string_view token) const noexcept;
    void put(std::string_view token, const JwtCredential &credential, const TimeClaims &times);

private:
    [[nodiscard]] std::size_t placeOf(std::string_view token) const noexcept;

    std::size_t m_seed;
    std::vector<Entry> m_entries;
};

// One cache for each worker that came by; a worker touches its own only.
class JwtCaches
{
public:
    static constexpr std::size_t maxWorkers = 256;

    [[nodiscard]] JwtCache &of(std::uint32_t worker)
    {
        std::unique_ptr<JwtCache> &cache = m_caches[worker % maxWorkers];
        if (!cache)
            cache = std::make_unique<JwtCache>();
        return *cache;
    }

private:
    std::array<std::unique_ptr<JwtCache>, maxWorkers> m_caches;
};

} // namespace gatehouse
