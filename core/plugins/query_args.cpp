// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plugins/query_args.h"

#include "core/http/octets.h"

namespace gatehouse {

std::string_view QueryArgs::decoded(std::string_view text)
{
    if (text.find_first_of("%+") == std::string_view::npos)
        return text;
    char *begin = m_arena.allocate(text.size());
    char *end = begin;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '%' && http::octets::isTriplet(text, i)) {
            *end++ = http::octets::tripletValue(text, i);
            i += 2;
        } else {
            *end++ = text[i] == '+' ? ' ' : text[i];
        }
    }
    return {begin, static_cast<std::size_t>(end - begin)};
}

bool QueryArgs::next(QueryArg &arg)
{
    while (!m_rest.empty() && m_seen < m_limit) {
        const std::size_t ampersand = m_rest.find('&');
        const std::string_view part = m_rest.substr(0, ampersand);
        m_rest = ampersand == std::string_view::npos ? std::string_view() : m_rest.substr(ampersand + 1);
        const std::size_t equals = part.find('=');
        const std::string_view name = part.substr(0, equals);
        if (name.empty())
            continue;
        ++m_seen;
        arg.name = decoded(name);
        arg.hasValue = equals != std::string_view::npos;
        arg.value = arg.hasValue ? decoded(part.substr(equals + 1)) : std::string_view();
        return true;
    }
    return false;
}

} // namespace gatehouse
