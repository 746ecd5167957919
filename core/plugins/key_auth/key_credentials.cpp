// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plugins/key_auth/key_credentials.h"

#include "core/model/config.h"
#include "core/plugins/consumer_directory.h"

#include <QHashFunctions>
#include <QJsonObject>
#include <QRandomGenerator>

#include <bit>
#include <limits>

using namespace Qt::StringLiterals;

namespace gatehouse {

KeyCredentials::KeyCredentials(const PluginServices &services)
    : m_seed(QRandomGenerator::system()->generate64())
{
    for (const QJsonObject &row : services.config.rows(u"keyauth_credentials"_s)) {
        KeyCredential credential;
        credential.consumer = services.consumers.byId(foreignId(row, u"consumer"_s).toStdString());
        if (!credential.consumer)
            continue;
        credential.id = row.value("id"_L1).toString().toStdString();
        credential.key = row.value("key"_L1).toString().toStdString();
        credential.expiresAt = row.value("ttl"_L1).toDouble(std::numeric_limits<double>::infinity());
        KeyCredential &kept = m_credentials.emplace_back(std::move(credential));
        kept.facts.id = kept.id;
    }
    fillSlots();
}

std::size_t KeyCredentials::hashOf(std::string_view key) const noexcept
{
    return qHashBits(key.data(), key.size(), m_seed);
}

void KeyCredentials::fillSlots()
{
    m_slots.assign(std::bit_ceil(2 * m_credentials.size() + 1), nullptr);
    for (const KeyCredential &credential : m_credentials) {
        std::size_t at = hashOf(credential.key);
        while (m_slots[at % m_slots.size()])
            ++at;
        m_slots[at % m_slots.size()] = &credential;
    }
}

const KeyCredential *KeyCredentials::find(std::string_view key, std::int64_t nowSeconds) const noexcept
{
    for (std::size_t at = hashOf(key);; ++at) {
        const KeyCredential *credential = m_slots[at % m_slots.size()];
        if (!credential)
            return nullptr;
        if (credential->key == key)
            return credential->expiresAt > static_cast<double>(nowSeconds) ? credential : nullptr;
    }
}

} // namespace gatehouse
