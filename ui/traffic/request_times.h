// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/counters/traffic_record.h"

#include <algorithm>

namespace gatehouse {

// Where the time of a request went, in ms. Thread: any (value).
struct RequestTimes {
    double gateway = 0;
    double upstream = 0; // until its answer began
    double answer = 0;   // until all of it was with the client

    [[nodiscard]] double total() const noexcept { return gateway + upstream + answer; }
};

[[nodiscard]] inline RequestTimes timesOf(const TrafficRecord &record) noexcept
{
    const auto gateway = std::max(static_cast<double>(record.gatewayMs), 0.0);
    const auto upstream = std::max(static_cast<double>(record.upstreamMs), 0.0);
    return {gateway, upstream, std::max(static_cast<double>(record.totalMs) - gateway - upstream, 0.0)};
}

} // namespace gatehouse
