// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/counters/rate_counters.h"
#include "core/plugins/exchange.h"

#include <span>

namespace gatehouse {

// What a request met at its limits.
struct LimitState {
    std::span<const RateWindow> windows;
    std::span<const std::uint32_t> usage; // before this request, per window
    std::int64_t now = 0;                 // seconds since the Unix epoch
    bool allowed = true;
};

// Adds X-RateLimit-Limit-*, X-RateLimit-Remaining-*, RateLimit-* and, for a refused request, Retry-After to the
// response (kong/plugins/rate-limiting/handler.lua).
void addLimitHeaders(Exchange &exchange, const LimitState &state);

} // namespace gatehouse
