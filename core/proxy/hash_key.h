// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/balancing/upstream_settings.h"
#include "core/plugins/exchange.h"
#include "core/proxy/request_ids.h"
#include "core/routing/router.h"

#include <string_view>

namespace gatehouse {

// Captures of the route's path that an upstream hashes on; a null pointer where there is none.
struct HashCaptures {
    std::string_view on;
    std::string_view fallback;

    void take(const UpstreamSettings &settings, const routing::RouteCaptures &captures);
};

// What a request is hashed by (kong/runloop/balancer/init.lua, get_value_to_hash); empty when it has nothing of what
// the upstream asks for. A cookie that is missing is made, and announced to the client with the answer.
// Pure but for that; thread: worker.
[[nodiscard]] std::string_view
hashKey(const UpstreamSettings &settings, const HashCaptures &captures, Exchange &exchange, RequestIds &random);

} // namespace gatehouse
