// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/plugins/exchange.h"
#include "core/snapshot/snapshot.h"

#include <cstdint>
#include <optional>
#include <string_view>

namespace gatehouse {

// Station 8: the head of the request that goes to the upstream (kong/templates/nginx_kong.lua,
// kong/runloop/handler.lua; RFC 9110 7.6). What the client sent as hop-by-hop is gone, what the gateway says of the
// client is its own.

// Path and query for the upstream, made once per request; in the exchange's arena.
[[nodiscard]] std::string_view makeUpstreamTarget(Exchange &exchange, const RoutePlan &route);

// The whole head for one try; Host depends on the target. In the exchange's arena.
[[nodiscard]] std::string_view makeUpstreamHead(Exchange &exchange, const RoutePlan &route, const TargetPlan &target);

// How many more intermediaries may pass an OPTIONS request on (RFC 9110 7.6.2); none: as many as there are.
[[nodiscard]] std::optional<std::uint64_t> maxForwards(const http::RequestHead &request) noexcept;

// What Host says to the upstream (kong/runloop/handler.lua), and the name in it that TLS asks for: nginx's
// proxy_ssl_name without port and brackets.
[[nodiscard]] std::string_view
upstreamHost(const Exchange &exchange, const RoutePlan &route, const TargetPlan &target) noexcept;
[[nodiscard]] std::string_view upstreamServerName(std::string_view host) noexcept;

// Whether the client asks to speak WebSocket, the one protocol the gateway upgrades to.
[[nodiscard]] bool wantsWebSocket(const http::RequestHead &request) noexcept;

} // namespace gatehouse
