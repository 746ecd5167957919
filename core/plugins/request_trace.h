// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace gatehouse {

// What happened to one request, step by step, for people. Recorded only for a request that asks for it (see
// Transaction::beginTrace), so it may allocate.
// Thread: worker. Lives as long as its request.
struct RequestTrace {
    struct RouteStep {
        std::string_view name;    // or the id of a route without a name
        std::string_view verdict; // "matched", or the criterion that failed
    };

    struct PluginStep {
        std::string_view name;
        int status = 0;             // 0: it let the request pass
        std::string rule;           // what it answered, and why
        std::int64_t duration = -1; // ns
    };

    std::vector<RouteStep> routes; // in the order of trying, up to the one that is used
    std::size_t routesLeftOut = 0;
    std::vector<PluginStep> plugins; // in the order of running

    // What decided the plugin that is running.
    void explain(std::string_view rule)
    {
        plugins.back().rule.append(plugins.back().rule.empty() ? "" : "; ").append(rule);
    }
};

} // namespace gatehouse
