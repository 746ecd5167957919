// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/resolver.h"

#include <QHostInfo>

#include <utility>

namespace gatehouse::net {

const Resolver::Addresses *Resolver::known(const std::string &host, std::int64_t now) const
{
    const auto found = m_entries.find(host);
    if (found == m_entries.end() || found->second.validUntil <= now)
        return nullptr;
    return &found->second.addresses;
}

void Resolver::ask(const std::string &host, std::int64_t now, Answer answer)
{
    Entry &entry = m_entries[host];
    entry.waiting.push_back(std::move(answer));
    if (std::exchange(entry.asked, true))
        return;
    QHostInfo::lookupHost(QString::fromStdString(host), this, [this, host, now](const QHostInfo &info) {
        Addresses addresses;
        for (const QHostAddress &found : info.addresses()) {
            if (const auto address = Address::fromLiteral(found.toString().toStdString(), 0))
                addresses.push_back(*address);
        }
        answered(host, std::move(addresses), now);
    });
}

void Resolver::answered(const std::string &host, Addresses addresses, std::int64_t asked)
{
    Entry &entry = m_entries[host];
    const std::chrono::nanoseconds keep = addresses.empty() ? keepsFailures : keepsAnswers;
    entry.addresses = std::move(addresses);
    entry.validUntil = asked + keep.count();
    entry.asked = false;
    const std::vector<Answer> waiting = std::exchange(entry.waiting, {});
    const Addresses result = entry.addresses; // an answer may ask again and move the entry
    for (const Answer &answer : waiting)
        answer(result);
}

} // namespace gatehouse::net
