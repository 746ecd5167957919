// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/routing/compiled_route.h"

#include "core/http/octets.h"

#include <algorithm>

namespace gatehouse::routing {

namespace {

char foldHeaderOctet(char c) noexcept
{
    return c == '_' ? '-' : http::octets::toLower(c);
}

HostTest makeSniTest(std::string_view sni)
{
    if (sni.size() > 1 && sni.back() == '.')
        sni.remove_suffix(1);
    return makeHostTest(sni);
}

const http::Field *endOfSearch(const http::FieldList &fields) noexcept
{
    return fields.begin() + std::min(fields.size(), CompiledRoute::searchedFields);
}

} // namespace

bool isSameHeader(std::string_view normalized, std::string_view name) noexcept
{
    return normalized.size() == name.size() &&
           std::equal(normalized.begin(), normalized.end(), name.begin(),
                      [](char one, char other) { return one == foldHeaderOctet(other); });
}

std::string_view RouteCaptures::named(std::string_view name) const noexcept
{
    if (names == nullptr)
        return {};
    for (const CaptureName &known : *names) {
        if (known.name == name && known.group < count)
            return values[known.group];
    }
    return {};
}

QueryHost::QueryHost(const RouteQuery &query) noexcept
{
    const HostAndPort split = splitHost(query.host);
    host = split.host;
    port = split.port.value_or(query.listenPort);
}

Result<CompiledRoute> CompiledRoute::compile(const RouteRule &rule, std::uint32_t ruleIndex, PathGroup group)
{
    CompiledRoute route;
    route.m_ruleIndex = ruleIndex;
    route.m_key = priorityKey(rule, group);
    route.m_methods = rule.methods;
    for (const std::string &host : rule.hosts)
        route.m_hosts.push_back(makeHostTest(host));
    for (const std::string &sni : rule.snis)
        route.m_snis.push_back(makeSniTest(sni));
    for (const std::string &path : group.paths) {
        if (!isRegexPath(path))
            continue;
        Result<Pattern> pattern = Pattern::forPath(std::string_view(path).substr(1));
        if (!pattern)
            return pattern.error();
        route.m_patterns.push_back(std::move(*pattern));
    }
    for (const auto &[name, values] : rule.headers) {
        if (const Result<> added = route.addHeader(name, values); !added)
            return added.error();
    }
    route.m_group = std::move(group);
    return route;
}

Result<> CompiledRoute::addHeader(const std::string &name, const std::vector<std::string> &values)
{
    HeaderTest header;
    header.name = name;
    std::transform(header.name.begin(), header.name.end(), header.name.begin(), foldHeaderOctet);
    for (const std::string &value : values) {
        if (value.substr(0, 2) != "~*") {
            header.values.push_back(value);
            continue;
        }
        Result<Pattern> pattern = Pattern::forHeader(std::string_view(value).substr(2));
        if (!pattern)
            return pattern.error();
        header.patterns.push_back(std::move(*pattern));
    }
    m_headers.push_back(std::move(header));
    return {};
}

std::vector<std::string> CompiledRoute::pathBegins() const
{
    if (m_patterns.empty())
        return m_group.paths;
    std::vector<std::string> begins;
    for (const Pattern &pattern : m_patterns) {
        if (pattern.literalBegin().empty())
            return {};
        if (std::find(begins.begin(), begins.end(), pattern.literalBegin()) == begins.end())
            begins.push_back(pattern.literalBegin());
    }
    return begins;
}

std::vector<std::string> CompiledRoute::headerNames() const
{
    std::vector<std::string> names;
    for (const HeaderTest &header : m_headers)
        names.push_back(header.name);
    return names;
}

Criterion CompiledRoute::test(const RouteQuery &query, MatchScratch &scratch, RouteMatch &match) const noexcept
{
    if (!matchesSni(query))
        return Criterion::Sni;
    if (!matchesMethod(query.method))
        return Criterion::Method;
    if (!matchesHosts(query))
        return Criterion::Host;
    if (!matchesHeaders(query, scratch))
        return Criterion::Header;
    return matchesPath(query.path, scratch, match) ? Criterion::None : Criterion::Path;
}

bool CompiledRoute::matchesSni(const RouteQuery &query) const noexcept
{
    if (m_snis.empty() || !query.tls)
        return true;
    return !query.sni.empty() && std::any_of(m_snis.begin(), m_snis.end(),
                                             [&query](const HostTest &sni) { return matchesHost(sni, query.sni); });
}

bool CompiledRoute::matchesMethod(std::string_view method) const noexcept
{
    return m_methods.empty() || std::find(m_methods.begin(), m_methods.end(), method) != m_methods.end();
}

bool CompiledRoute::matchesHosts(const RouteQuery &query) const noexcept
{
    if (m_hosts.empty())
        return true;
    const QueryHost host(query);
    return std::any_of(m_hosts.begin(), m_hosts.end(), [&host](const HostTest &test) {
        return (!test.port || *test.port == host.port) && matchesHost(test, host.host);
    });
}

bool CompiledRoute::matchesHeaders(const RouteQuery &query, MatchScratch &scratch) const noexcept
{
    if (m_headers.empty())
        return true;
    return query.fields != nullptr &&
           std::all_of(m_headers.begin(), m_headers.end(), [&query, &scratch](const HeaderTest &header) {
               return matchesHeader(header, *query.fields, scratch);
           });
}

bool CompiledRoute::matchesHeader(const HeaderTest &header,
                                  const http::FieldList &fields,
                                  MatchScratch &scratch) noexcept
{
    return std::any_of(fields.begin(), endOfSearch(fields), [&header, &scratch](const http::Field &field) {
        return field.id != http::FieldId::Host && isSameHeader(header.name, field.name) &&
               matchesValue(header, field.value, scratch);
    });
}

bool CompiledRoute::matchesValue(const HeaderTest &header, std::string_view value, MatchScratch &scratch) noexcept
{
    for (const std::string &expected : header.values) {
        if (http::equalsIgnoreCase(expected, value))
            return true;
    }
    if (header.patterns.empty())
        return false;
    const std::string_view lowered = scratch.lower(value);
    return std::any_of(header.patterns.begin(), header.patterns.end(),
                       [lowered, &scratch](const Pattern &pattern) { return pattern.search(lowered, scratch); });
}

bool CompiledRoute::matchesPath(std::string_view path, MatchScratch &scratch, RouteMatch &match) const noexcept
{
    if (!m_patterns.empty())
        return matchesPattern(path, scratch, match);
    std::size_t length = 0; // every prefix of a group has the same
    if (!m_group.paths.empty()) {
        length = m_group.paths.front().size();
        const std::string_view begin = path.substr(0, length);
        if (std::find(m_group.paths.begin(), m_group.paths.end(), begin) == m_group.paths.end())
            return false;
    }
    match.rule = m_ruleIndex;
    match.matchedPath = path.substr(0, length);
    match.regex = false;
    match.captures.count = 0;
    match.captures.names = nullptr;
    return true;
}

bool CompiledRoute::matchesPattern(std::string_view path, MatchScratch &scratch, RouteMatch &match) const noexcept
{
    const auto pattern = std::find_if(m_patterns.begin(), m_patterns.end(), [path, &scratch](const Pattern &candidate) {
        return candidate.search(path, scratch);
    });
    if (pattern == m_patterns.end())
        return false;
    const std::size_t groups = pattern->groupCount();
    match.rule = m_ruleIndex;
    match.matchedPath = scratch.group(0, path);
    match.regex = true;
    match.captures.count = groups == 0 ? 0 : std::min(groups + 1, RouteCaptures::capacity);
    match.captures.names = &pattern->names();
    for (std::size_t i = 0; i < match.captures.count; ++i)
        match.captures.values[i] = scratch.group(i, path);
    return true;
}

} // namespace gatehouse::routing
