// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/balancing/peer_health.h"

namespace gatehouse {

namespace {

constexpr std::uint32_t successMask = 0xffU; // the other three bytes count failures

std::uint32_t counted(std::uint32_t counters, HealthReport report) noexcept
{
    const unsigned shift = static_cast<unsigned>(report) * 8;
    const std::uint32_t counter = (counters >> shift) & 0xffU;
    // A counter that is full stays full: the limit is never above.
    const std::uint32_t next = counter == 0xffU ? counters : counters + (1U << shift);
    return report == HealthReport::Success ? next & successMask : next & ~successMask;
}

} // namespace

std::uint64_t PeerHealth::after(std::uint64_t word, HealthReport report, std::uint8_t limit) noexcept
{
    const State now = stateOf(word);
    const bool isSuccess = report == HealthReport::Success;
    const State goal = isSuccess ? State::Healthy : State::Unhealthy;
    if (now == goal) // nothing to count: it is fully what the report says
        return word;
    const std::uint32_t counters = counted(static_cast<std::uint32_t>(word), report);
    const std::uint32_t counter = (counters >> (static_cast<unsigned>(report) * 8)) & 0xffU;
    State next = now;
    if (counter >= limit)
        next = goal;
    else if (now == State::Healthy)
        next = State::MostlyHealthy;
    else if (now == State::Unhealthy)
        next = State::MostlyUnhealthy;
    return static_cast<std::uint64_t>(next) << stateShift | counters;
}

PeerHealth::Change PeerHealth::changeBetween(std::uint64_t before, std::uint64_t now) noexcept
{
    const bool was = stateOf(before) <= State::MostlyHealthy;
    const bool is = stateOf(now) <= State::MostlyHealthy;
    if (was == is)
        return Change::None;
    return is ? Change::BecameHealthy : Change::BecameUnhealthy;
}

PeerHealth::Change PeerHealth::report(HealthReport report, std::uint8_t limit) noexcept
{
    if (limit == 0)
        return Change::None;
    std::uint64_t before = m_word.load(std::memory_order_relaxed);
    for (;;) {
        const std::uint64_t now = after(before, report, limit);
        if (now == before)
            return Change::None;
        if (m_word.compare_exchange_weak(before, now, std::memory_order_acq_rel, std::memory_order_relaxed))
            return changeBetween(before, now);
    }
}

PeerHealth::Change PeerHealth::set(bool isHealthy) noexcept
{
    const auto state = static_cast<std::uint64_t>(isHealthy ? State::Healthy : State::Unhealthy);
    const std::uint64_t now = state << stateShift;
    return changeBetween(m_word.exchange(now, std::memory_order_acq_rel), now);
}

} // namespace gatehouse
