// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plugins/jwt/token_sources.h"

#include "core/plugins/config_values.h"
#include "core/plugins/query_args.h"

#include <QJsonObject>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

constexpr bool isSpace(char c) noexcept
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

std::string_view trimmed(std::string_view text) noexcept
{
    while (!text.empty() && isSpace(text.front()))
        text.remove_prefix(1);
    while (!text.empty() && isSpace(text.back()))
        text.remove_suffix(1);
    return text;
}

// What follows the first "bearer" and blanks, wherever it stands in the value (\s*[Bb]earer\s+(.+)).
std::string_view bearerToken(std::string_view value) noexcept
{
    for (std::size_t at = value.find("earer"); at != std::string_view::npos; at = value.find("earer", at + 1)) {
        const bool word = at > 0 && (value[at - 1] == 'B' || value[at - 1] == 'b');
        std::size_t begin = at + 5;
        while (begin < value.size() && isSpace(value[begin]))
            ++begin;
        if (word && begin > at + 5 && begin < value.size())
            return value.substr(begin);
    }
    return {};
}

// The first cookie of that name in any case, as nginx's $cookie_<name> finds it: blanks around "=" are allowed.
std::optional<std::string_view> cookieValue(std::string_view cookies, std::string_view name) noexcept
{
    while (!cookies.empty()) {
        const std::size_t end = cookies.find_first_of(";,");
        const std::string_view pair = cookies.substr(0, cookies.find(';'));
        const std::size_t equals = pair.find('=');
        if (equals != std::string_view::npos && http::equalsIgnoreCase(trimmed(pair.substr(0, equals)), name))
            return trimmed(pair.substr(equals + 1));
        cookies = end == std::string_view::npos ? std::string_view() : cookies.substr(end + 1);
    }
    return std::nullopt;
}

} // namespace

class TokenSources::Collector
{
public:
    void add(std::string_view token) noexcept
    {
        if (token.empty() || token == m_token)
            return;
        m_several = m_several || !m_token.empty();
        m_token = token;
    }

    void addWithoutText() noexcept { m_noText = true; }

    [[nodiscard]] Found result(std::string_view &token) const noexcept
    {
        const bool any = !m_token.empty();
        if (m_several || (any && m_noText))
            return Found::Several;
        if (m_noText)
            return Found::NoText;
        token = m_token;
        return any ? Found::One : Found::None;
    }

private:
    std::string_view m_token;
    bool m_several = false;
    bool m_noText = false;
};

TokenSources::TokenSources(const QJsonObject &config)
    : m_queryNames(textsOf(config.value("uri_param_names"_L1)))
    , m_cookieNames(textsOf(config.value("cookie_names"_L1)))
    , m_headerNames(textsOf(config.value("header_names"_L1)))
{
}

TokenSources::Found TokenSources::find(Exchange &exchange, std::string_view &token) const
{
    Collector found;
    fromQuery(exchange, found);
    fromCookies(exchange, found);
    fromHeaders(exchange, found);
    return found.result(token);
}

void TokenSources::fromQuery(Exchange &exchange, Collector &found) const
{
    const std::string_view query = exchange.query();
    if (query.size() < 2 || m_queryNames.empty())
        return;
    QueryArgs args(query.substr(1), exchange.arena);
    for (QueryArg arg; args.next(arg);) {
        if (std::find(m_queryNames.begin(), m_queryNames.end(), arg.name) == m_queryNames.end())
            continue;
        if (arg.hasValue)
            found.add(arg.value);
        else
            found.addWithoutText();
    }
}

void TokenSources::fromCookies(const Exchange &exchange, Collector &found) const
{
    for (const std::string &name : m_cookieNames) {
        for (const http::Field &field : exchange.request.fields) {
            if (field.id != http::FieldId::Cookie)
                continue;
            if (const auto value = cookieValue(field.value, name)) {
                found.add(*value);
                break;
            }
        }
    }
}

void TokenSources::fromHeaders(const Exchange &exchange, Collector &found) const
{
    for (const std::string &name : m_headerNames) {
        const http::FieldList &fields = exchange.request.fields;
        // The first field of that name counts.
        const auto field = std::find_if(fields.begin(), fields.end(),
                                        [&name](const http::Field &each) { return sameFieldName(each.name, name); });
        if (field != fields.end())
            found.add(bearerToken(field->value));
    }
}

} // namespace gatehouse
