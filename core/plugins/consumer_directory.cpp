// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plugins/consumer_directory.h"

#include "core/model/config.h"
#include "core/plugins/log_object.h"

#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

std::string text(const QJsonObject &object, const QString &key)
{
    return object.value(key).toString().toStdString();
}

// In the order of the acls' ids: the order in which Kong's store hands them out.
std::vector<std::string> groupsOf(const Config &config, const QString &consumerId)
{
    QList<QJsonObject> rows = config.table(u"acls"_s).rowsWhere(u"consumer"_s, consumerId);
    std::sort(rows.begin(), rows.end(), [](const QJsonObject &a, const QJsonObject &b) {
        return a.value(u"id"_s).toString() < b.value(u"id"_s).toString();
    });
    std::vector<std::string> groups;
    for (const QJsonObject &row : rows)
        groups.push_back(text(row, u"group"_s));
    return groups;
}

std::string joined(const std::vector<std::string> &parts)
{
    std::string result;
    for (const std::string &part : parts)
        result += (result.empty() ? "" : ", ") + part;
    return result;
}

} // namespace

ConsumerDirectory::ConsumerDirectory(const Config &config)
{
    for (const QJsonObject &row : config.rows(u"consumers"_s)) {
        ConsumerFacts facts;
        facts.id = text(row, u"id"_s);
        facts.username = text(row, u"username"_s);
        facts.customId = text(row, u"custom_id"_s);
        facts.json = logObject(row, ShowWorkspace::No);
        facts.groups = groupsOf(config, row.value(u"id"_s).toString());
        facts.groupsHeader = joined(facts.groups);
        facts.index = static_cast<std::uint32_t>(m_consumers.size());
        const ConsumerFacts &kept = m_consumers.emplace_back(std::move(facts));
        m_byId.emplace(kept.id, &kept);
        if (!kept.username.empty())
            m_byUsername.emplace(kept.username, &kept);
    }
}

const ConsumerFacts *ConsumerDirectory::byId(std::string_view id) const noexcept
{
    const auto found = m_byId.find(id);
    return found == m_byId.end() ? nullptr : found->second;
}

const ConsumerFacts *ConsumerDirectory::byIdOrUsername(std::string_view text) const noexcept
{
    if (const ConsumerFacts *found = byId(text))
        return found;
    const auto found = m_byUsername.find(text);
    return found == m_byUsername.end() ? nullptr : found->second;
}

} // namespace gatehouse
