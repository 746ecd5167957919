// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/routing/route_overlap.h"

#include "core/http/message.h"
#include "core/routing/host_test.h"
#include "core/routing/rust_pattern.h"

#include <algorithm>
#include <string_view>

namespace gatehouse::routing {

namespace {

using Texts = std::vector<std::string>;

template <class Overlap>
bool anyPair(const Texts &first, const Texts &second, Overlap overlap)
{
    if (first.empty() || second.empty())
        return true;
    return std::any_of(first.begin(), first.end(), [&](const std::string &one) {
        return std::any_of(second.begin(), second.end(), [&](const std::string &other) { return overlap(one, other); });
    });
}

bool startsWith(std::string_view text, std::string_view begin) noexcept
{
    return text.substr(0, begin.size()) == begin;
}

bool endsWith(std::string_view text, std::string_view end) noexcept
{
    return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
}

bool hostsMeet(const std::string &one, const std::string &other)
{
    const HostTest first = makeHostTest(one);
    const HostTest second = makeHostTest(other);
    if (first.port && second.port && first.port != second.port)
        return false;
    using Kind = HostTest::Kind;
    if (first.kind == Kind::Exact)
        return matchesHost(second, first.text);
    if (second.kind == Kind::Exact)
        return matchesHost(first, second.text);
    if (first.kind != second.kind)
        return true; // "a.*" and "*.b"
    if (first.kind == Kind::Prefix)
        return startsWith(first.text, second.text) || startsWith(second.text, first.text);
    return endsWith(first.text, second.text) || endsWith(second.text, first.text);
}

bool equal(const std::string &one, const std::string &other)
{
    return one == other;
}

bool headerValuesMeet(const std::string &one, const std::string &other)
{
    return startsWith(one, "~*") || startsWith(other, "~*") || http::equalsIgnoreCase(one, other);
}

bool headersMeet(const RouteRule &first, const RouteRule &second)
{
    for (const auto &[name, values] : first.headers) {
        for (const auto &[otherName, otherValues] : second.headers) {
            if (http::equalsIgnoreCase(name, otherName) && !anyPair(values, otherValues, headerValuesMeet))
                return false;
        }
    }
    return true;
}

// The text every path that matches begins with.
std::string commonBegin(const std::string &path)
{
    if (!isRegexPath(path))
        return path;
    return literalBegin(std::string("^").append(path, 1));
}

} // namespace

bool criteriaOverlap(const RouteRule &first, const RouteRule &second)
{
    return anyPair(first.methods, second.methods, equal) && anyPair(first.hosts, second.hosts, hostsMeet) &&
           anyPair(first.snis, second.snis, equal) && headersMeet(first, second);
}

bool pathsOverlap(const std::vector<std::string> &first, const std::vector<std::string> &second)
{
    return anyPair(first, second, [](const std::string &one, const std::string &other) {
        const std::string begin = commonBegin(one);
        const std::string otherBegin = commonBegin(other);
        return startsWith(begin, otherBegin) || startsWith(otherBegin, begin);
    });
}

} // namespace gatehouse::routing
