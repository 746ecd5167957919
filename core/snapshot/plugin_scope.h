// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace gatehouse {

// What a plugin instance is bound to; to nothing: it is for every request. Thread: any (plain value).
struct PluginScope {
    bool route = false;
    bool service = false;
    bool consumer = false;
};

// Of the instances of one plugin that are bound to what a request has, the one with the highest number runs
// (kong/runloop/plugins_iterator.lua).
[[nodiscard]] constexpr int precedence(PluginScope scope) noexcept
{
    if (scope.consumer && (scope.route || scope.service))
        return 5 + (scope.route ? 2 : 0) + (scope.service ? 1 : 0);
    if (scope.route && scope.service)
        return 5;
    if (scope.consumer)
        return 4;
    return 1 + (scope.route ? 2 : 0) + (scope.service ? 1 : 0);
}

} // namespace gatehouse
