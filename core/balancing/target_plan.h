// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/address.h"

#include <cstdint>
#include <optional>
#include <string>

namespace gatehouse {

// One place a service's requests can go to.
struct TargetPlan {
    std::string host; // name or address literal
    std::uint16_t port = 0;
    std::optional<net::Address> address; // when host is a literal, or its address is known
    std::string hostHeader;              // what Host says when the client's is not preserved
};

// Host of the upstream request when the client's is not preserved: the port is named unless it is the usual one of the
// protocol (kong/runloop/balancer/init.lua).
[[nodiscard]] inline std::string upstreamHost(const std::string &host, std::uint16_t port, bool tls)
{
    return port == (tls ? 443 : 80) ? host : host + ':' + std::to_string(port);
}

} // namespace gatehouse
