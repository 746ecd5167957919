// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plugins/redacted_names.h"

#include "core/http/message.h"
#include "core/model/config.h"
#include "core/plugins/config_values.h"
#include "core/plugins/header_edits.h"
#include "core/plugins/query_args.h"

#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse {

RedactedNames::RedactedNames(const Config &config)
{
    for (const QJsonObject &row : config.rows(u"plugins"_s)) {
        const QString plugin = row.value("name"_L1).toString();
        if (plugin != "key-auth"_L1 && plugin != "jwt"_L1)
            continue;
        const QJsonObject settings = row.value("config"_L1).toObject();
        for (const QLatin1String list : {"key_names"_L1, "uri_param_names"_L1}) {
            for (const std::string &name : textsOf(settings.value(list)))
                m_arguments.push_back(name);
        }
        for (const QLatin1String list : {"key_names"_L1, "header_names"_L1}) {
            for (const std::string &name : textsOf(settings.value(list)))
                addField(name);
        }
        if (!settings.value("cookie_names"_L1).toArray().isEmpty())
            addField("cookie");
    }
}

void RedactedNames::addField(std::string name)
{
    const http::FieldId id = http::fieldId(name);
    if (id == http::FieldId::Authorization || id == http::FieldId::ProxyAuthorization)
        return; // never shown anyway
    const std::uint32_t tag = fieldTag(name);
    m_fields.push_back({std::move(name), tag});
}

bool RedactedNames::isField(std::string_view name) const noexcept
{
    if (m_fields.empty())
        return false;
    const std::uint32_t tag = fieldTag(name);
    return std::any_of(m_fields.begin(), m_fields.end(), [name, tag](const FieldName &field) {
        return field.tag == tag && sameFieldName(field.name, name);
    });
}

bool RedactedNames::isArgument(std::string_view part, Arena &arena) const
{
    QueryArgs one(part, arena, 1);
    QueryArg arg;
    return one.next(arg) && arg.hasValue &&
           std::find(m_arguments.begin(), m_arguments.end(), arg.name) != m_arguments.end();
}

std::string_view RedactedNames::redacted(std::string_view target, Arena &arena) const
{
    const std::size_t question = target.find('?');
    if (m_arguments.empty() || question == std::string_view::npos)
        return target;
    const auto ampersands = static_cast<std::size_t>(std::count(target.begin(), target.end(), '&'));
    char *const begin = arena.allocate(target.size() + (ampersands + 1) * replacement.size());
    char *end = std::copy_n(target.begin(), question + 1, begin);
    bool any = false;
    for (std::size_t at = question + 1; at <= target.size();) {
        const std::size_t next = std::min(target.find('&', at), target.size());
        const std::string_view part = target.substr(at, next - at);
        const bool secret = isArgument(part, arena);
        const std::string_view kept = secret ? part.substr(0, part.find('=') + 1) : part;
        end = std::copy(kept.begin(), kept.end(), end);
        if (secret)
            end = std::copy(replacement.begin(), replacement.end(), end);
        if (next < target.size())
            *end++ = '&';
        any = any || secret;
        at = next + 1;
    }
    return any ? std::string_view(begin, static_cast<std::size_t>(end - begin)) : target;
}

} // namespace gatehouse
