// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plugins/rate_limiting/limit_headers.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace gatehouse {

namespace {

constexpr std::array<std::string_view, 6> limitNames{"X-RateLimit-Limit-Second", "X-RateLimit-Limit-Minute",
                                                     "X-RateLimit-Limit-Hour",   "X-RateLimit-Limit-Day",
                                                     "X-RateLimit-Limit-Month",  "X-RateLimit-Limit-Year"};
constexpr std::array<std::string_view, 6> remainingNames{"X-RateLimit-Remaining-Second", "X-RateLimit-Remaining-Minute",
                                                         "X-RateLimit-Remaining-Hour",   "X-RateLimit-Remaining-Day",
                                                         "X-RateLimit-Remaining-Month",  "X-RateLimit-Remaining-Year"};

// Shortest form, as Lua prints numbers: 6, 2.5.
std::string_view number(Arena &arena, double value)
{
    constexpr std::size_t room = 32;
    char *text = arena.allocate(room);
    const std::to_chars_result result = value == static_cast<double>(static_cast<std::int64_t>(value))
                                            ? std::to_chars(text, text + room, static_cast<std::int64_t>(value))
                                            : std::to_chars(text, text + room, value);
    return {text, static_cast<std::size_t>(result.ptr - text)};
}

// Which window refused the request: Kong keeps the last full one it meets.
std::size_t stoppingWindow(const LimitState &state) noexcept
{
    std::size_t stop = state.windows.size();
    for (std::size_t i = 0; !state.allowed && i < state.windows.size(); ++i) {
        if (state.usage[i] >= state.windows[i].limit)
            stop = i;
    }
    return stop;
}

} // namespace

void addLimitHeaders(Exchange &exchange, const LimitState &state)
{
    const std::size_t stop = stoppingWindow(state);
    double tightest = 0;
    double tightestLimit = 0;
    std::int64_t reset = 0;
    bool first = true;
    for (std::size_t i = 0; i < state.windows.size(); ++i) {
        const RateWindow &window = state.windows[i];
        // This request is already part of what is used, unless another window refused it.
        const double own = state.allowed || i == stop ? 1 : 0;
        const double remaining = std::max(0.0, window.limit - state.usage[i] - own);
        const auto period = static_cast<std::size_t>(window.period);
        exchange.responseEdits.add(limitNames[period], number(exchange.arena, window.limit));
        exchange.responseEdits.add(remainingNames[period], number(exchange.arena, remaining));
        if (!first && remaining > tightest)
            continue;
        first = false; // of equal ones the longer window counts, and windows come in order of length
        tightest = remaining;
        tightestLimit = window.limit;
        const std::int64_t elapsed = state.now - windowAt(window.period, state.now).start;
        reset = std::max<std::int64_t>(1, periodLength(window.period) - elapsed);
    }
    exchange.responseEdits.add("RateLimit-Limit", number(exchange.arena, tightestLimit));
    exchange.responseEdits.add("RateLimit-Remaining", number(exchange.arena, tightest));
    exchange.responseEdits.add("RateLimit-Reset", number(exchange.arena, static_cast<double>(reset)));
    if (!state.allowed)
        exchange.responseEdits.add("Retry-After", number(exchange.arena, static_cast<double>(reset)));
}

} // namespace gatehouse
