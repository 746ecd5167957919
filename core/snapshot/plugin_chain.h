// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/plugins/plugin.h"

#include <memory>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace gatehouse {

using PluginsByConsumer = std::unordered_map<const ConsumerFacts *, const Plugin *>;

// One kind of plugin on one route: which of its configured instances runs depends on the consumer, and Kong's order of
// precedence is route+service+consumer, route+consumer, service+consumer, route+service, consumer, route, service,
// global (kong/runloop/plugins_iterator.lua).
// Thread: any (immutable).
struct PluginSlot {
    std::string_view name;                           // of the plugin
    const Plugin *general = nullptr;                 // the best instance without a consumer
    bool generalBeatsConsumer = false;               // it is bound to route and service
    PluginsByConsumer bound;                         // bound to a consumer and to this route or service
    const PluginsByConsumer *consumerOnly = nullptr; // bound to nothing but a consumer

    [[nodiscard]] const Plugin *instanceFor(const ConsumerFacts *consumer) const noexcept
    {
        if (consumer) {
            if (const auto found = bound.find(consumer); found != bound.end())
                return found->second;
            if (consumerOnly && !generalBeatsConsumer) {
                if (const auto found = consumerOnly->find(consumer); found != consumerOnly->end())
                    return found->second;
            }
        }
        return general;
    }
};

// The plugins that may run on a route, highest priority first.
struct PluginChain {
    static constexpr std::size_t maxSlots = 64;

    std::vector<PluginSlot> entries;
    BodyNeed bodyNeed = BodyNeed::None;
};

} // namespace gatehouse
