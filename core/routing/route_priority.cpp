// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/routing/route_priority.h"

#include "core/base/uuid.h"
#include "core/routing/route_overlap.h"

#include <algorithm>

namespace gatehouse::routing {

namespace {

constexpr std::size_t maxHeaderCount = 255;

std::string groupId(const std::string &ruleId, std::size_t number)
{
    const QString name = QString::fromStdString(ruleId) + QLatin1Char('#') + QString::number(number);
    return nameUuid(QStringLiteral("7f145bf9-0dce-4f91-98eb-debbce4b9f6b"), name).toStdString();
}

std::size_t groupKind(const std::string &path) noexcept
{
    return isRegexPath(path) ? 0 : path.size();
}

bool isRegexGroup(const PathGroup &group) noexcept
{
    return !group.paths.empty() && isRegexPath(group.paths.front());
}

std::size_t prefixLength(const PathGroup &group) noexcept
{
    return group.paths.empty() || isRegexGroup(group) ? 0 : group.paths.front().size();
}

bool hasPlainHostsOnly(const RouteRule &rule) noexcept
{
    const auto isPlain = [](const std::string &host) { return host.find('*') == std::string::npos; };
    return !rule.hosts.empty() && std::all_of(rule.hosts.begin(), rule.hosts.end(), isPlain);
}

unsigned countCriteria(const RouteRule &rule) noexcept
{
    unsigned count = 0;
    for (const bool present :
         {!rule.methods.empty(), !rule.hosts.empty(), !rule.headers.empty(), !rule.snis.empty(), !rule.paths.empty()})
        count += present ? 1 : 0;
    return count;
}

// A negative 32-bit number becomes 2^63 on its way into an unsigned 64-bit one.
constexpr std::uint64_t widen(std::uint32_t value) noexcept
{
    return (value >> 31) != 0 ? std::uint64_t{1} << 63 : value;
}

} // namespace

std::vector<PathGroup> splitByPath(const RouteRule &rule)
{
    std::vector<PathGroup> groups;
    for (const std::string &path : rule.paths) {
        const auto sameKind = [&path](const PathGroup &group) {
            return groupKind(group.paths.front()) == groupKind(path);
        };
        const auto group = std::find_if(groups.begin(), groups.end(), sameKind);
        if (group == groups.end())
            groups.push_back({{path}, {}});
        else
            group->paths.push_back(path);
    }
    if (groups.size() < 2)
        return {{rule.paths, rule.id}};
    for (std::size_t i = 0; i < groups.size(); ++i)
        groups[i].id = groupId(rule.id, i + 1);
    return groups;
}

std::uint64_t priorityKey(const RouteRule &rule, const PathGroup &group) noexcept
{
    const bool plainHosts = hasPlainHostsOnly(rule);
    const bool regex = isRegexGroup(group);
    // The shifts were meant to be 61, 52 and 19; the first two count modulo 32.
    const auto weight = std::uint32_t{countCriteria(rule)} << 29;
    const auto headers = static_cast<std::uint32_t>(std::min(rule.headers.size(), maxHeaderCount)) << 20;
    const auto regexPriority = regex ? static_cast<std::uint32_t>(rule.regexPriority) << 19 : 0U;
    const auto length = static_cast<std::uint32_t>(prefixLength(group) & 0x7ffff);
    if (!plainHosts && !regex)
        return widen(weight | headers | length);
    return (plainHosts ? std::uint64_t{1} << 60 : 0) | (regex ? std::uint64_t{1} << 51 : 0) | widen(weight) |
           widen(headers) | widen(regexPriority) | length;
}

DocumentedPriority documentedPriority(const RouteRule &rule, const PathGroup &group) noexcept
{
    const bool regex = isRegexGroup(group);
    return {static_cast<std::int64_t>(countCriteria(rule)),
            hasPlainHostsOnly(rule) ? 1 : 0,
            static_cast<std::int64_t>(std::min(rule.headers.size(), maxHeaderCount)),
            regex ? 1 : 0,
            regex ? rule.regexPriority : 0,
            static_cast<std::int64_t>(prefixLength(group))};
}

std::optional<PriorityConflict> findPriorityConflict(const RouteRule &first, const RouteRule &second)
{
    if (!criteriaOverlap(first, second))
        return std::nullopt;
    const std::vector<PathGroup> secondGroups = splitByPath(second);
    for (const PathGroup &one : splitByPath(first)) {
        for (const PathGroup &other : secondGroups) {
            const bool realFirst = priorityKey(first, one) > priorityKey(second, other);
            const bool realSecond = priorityKey(first, one) < priorityKey(second, other);
            const DocumentedPriority mine = documentedPriority(first, one);
            const DocumentedPriority theirs = documentedPriority(second, other);
            const bool opposite = (realFirst && mine < theirs) || (realSecond && mine > theirs);
            if (!opposite || !pathsOverlap(one.paths, other.paths))
                continue;
            return PriorityConflict{realFirst, one.paths.empty() ? std::string() : one.paths.front(),
                                    other.paths.empty() ? std::string() : other.paths.front()};
        }
    }
    return std::nullopt;
}

} // namespace gatehouse::routing
