// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inspect/route_coverage.h"

#include "core/http/message.h"
#include "core/routing/compiled_route.h"
#include "core/routing/host_test.h"
#include "core/routing/rust_pattern.h"

#include <algorithm>

namespace gatehouse {

namespace {

using routing::HostTest;

bool isRegexHeader(const std::string &value)
{
    return value.starts_with("~*");
}

bool coversValue(const std::string &value, const std::string &other)
{
    if (isRegexHeader(value) || isRegexHeader(other))
        return value == other;
    return http::equalsIgnoreCase(value, other);
}

bool coversValues(const std::vector<std::string> &values, const std::vector<std::string> &others)
{
    return !others.empty() && std::all_of(others.begin(), others.end(), [&values](const std::string &other) {
        return std::any_of(values.begin(), values.end(),
                           [&other](const std::string &value) { return coversValue(value, other); });
    });
}

std::string foldedName(const std::string &name)
{
    std::string folded = name;
    std::transform(folded.begin(), folded.end(), folded.begin(), [](char octet) {
        if (octet == '_')
            return '-';
        return octet >= 'A' && octet <= 'Z' ? static_cast<char>(octet + ('a' - 'A')) : octet;
    });
    return folded;
}

} // namespace

bool coversHost(const std::string &host, const std::string &other)
{
    const HostTest mine = routing::makeHostTest(host);
    const HostTest theirs = routing::makeHostTest(other);
    if (mine.port && mine.port != theirs.port)
        return false;
    if (theirs.kind != HostTest::Kind::Exact && mine.kind != theirs.kind)
        return false;
    return routing::matchesHost(mine, theirs.text);
}

std::string equalPrefix(const std::string &path)
{
    if (!routing::isRegexPath(path))
        return path;
    std::string source = path.substr(1);
    if (source.ends_with(".*"))
        source.resize(source.size() - 2);
    return !source.empty() && routing::literalBegin("^" + source) == source ? source : std::string();
}

std::string commonPrefix(const std::string &path)
{
    return routing::isRegexPath(path) ? routing::literalBegin("^" + path.substr(1)) : path;
}

bool coversPath(const std::string &path, const std::string &other)
{
    if (path == other)
        return true;
    const std::string prefix = equalPrefix(path);
    return !prefix.empty() && commonPrefix(other).starts_with(prefix);
}

bool coversHeaders(const routing::RouteRule &rule, const routing::RouteRule &other)
{
    return std::all_of(rule.headers.begin(), rule.headers.end(), [&other](const auto &header) {
        const std::string name = foldedName(header.first);
        return std::any_of(other.headers.begin(), other.headers.end(), [&](const auto &theirs) {
            return routing::isSameHeader(name, theirs.first) && coversValues(header.second, theirs.second);
        });
    });
}

bool coversSnis(const routing::RouteRule &rule, const routing::RouteRule &other)
{
    if (rule.snis.empty())
        return true;
    return !other.snis.empty() && std::all_of(other.snis.begin(), other.snis.end(), [&rule](const std::string &sni) {
        return std::find(rule.snis.begin(), rule.snis.end(), sni) != rule.snis.end();
    });
}

} // namespace gatehouse
