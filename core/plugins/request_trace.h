// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace gatehouse {

// What happened to one request, step by step, for people. Recorded only when somebody asks (see
// Transaction::beginTrace), so it may allocate.
// Thread: worker. Lives as long as its request.
struct RequestTrace {
    struct RouteStep {
        std::string_view name;    // or the id of a route without a name
        std::string_view verdict; // "matched", or the criterion that failed
    };

    struct Fact {
        std::string_view name; // outlives the trace
        std::string value;
    };

    struct PluginStep {
        std::string_view name;
        bool reached = true;
        int status = 0;             // 0: it let the request pass
        std::string message;        // of its answer
        std::vector<Fact> facts;    // what it decided by; never a secret
        std::int64_t duration = -1; // ns
    };

    std::vector<RouteStep> routes; // in the order of trying, up to the one that is used
    std::size_t routesLeftOut = 0;
    std::vector<PluginStep> plugins; // in the order of running
    bool forClient = false;          // the answer carries it

    // What the plugin that is running decides by.
    void note(std::string_view name, std::string_view value)
    {
        plugins.back().facts.push_back({name, std::string(value)});
    }
};

} // namespace gatehouse
