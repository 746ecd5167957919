// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plugins/jwt/jwt_cache.h"

#include <QHashFunctions>
#include <QRandomGenerator>

namespace gatehouse {

JwtCache::JwtCache()
    : m_seed(QRandomGenerator::system()->generate64())
    , m_entries(places)
{
}

std::size_t JwtCache::placeOf(std::string_view token) const noexcept
{
    return qHashBits(token.data(), token.size(), m_seed) % places;
}

const JwtCache::Entry *JwtCache::find(std::string_view token) const noexcept
{
    const Entry &entry = m_entries[placeOf(token)];
    return entry.credential && entry.token == token ? &entry : nullptr;
}

void JwtCache::put(std::string_view token, const JwtCredential &credential, const TimeClaims &times)
{
    static constexpr std::size_t longestKept = 4096; // bounds the memory of a worker to 4 MiB
    if (token.size() > longestKept)
        return;
    Entry &entry = m_entries[placeOf(token)];
    entry.token.assign(token);
    entry.credential = &credential;
    entry.times = times;
}

} // namespace gatehouse
