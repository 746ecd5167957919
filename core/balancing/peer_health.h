// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <cstdint>

namespace gatehouse {

enum class HealthReport : std::uint8_t { Success, TcpFailure, HttpFailure, Timeout };

// What is thought of one address of a target: a state and four counters in one word, so that workers and probes report
// without a lock (the rules are those of lua-resty-healthcheck, incr_counter).
// Thread: any. Shared by the lists of peers that name the address; outlives configurations.
class PeerHealth
{
public:
    enum class Change : std::uint8_t { None, BecameHealthy, BecameUnhealthy };

    [[nodiscard]] bool isHealthy() const noexcept
    {
        return stateOf(m_word.load(std::memory_order_relaxed)) <= State::MostlyHealthy;
    }

    // A limit of 0 ignores the report.
    Change report(HealthReport report, std::uint8_t limit) noexcept;
    // Whatever was counted is forgotten.
    Change set(bool isHealthy) noexcept;

private:
    enum class State : std::uint8_t { Healthy, MostlyHealthy, MostlyUnhealthy, Unhealthy };

    // Four counters of 8 bits in the order of HealthReport, the state above them.
    static constexpr unsigned stateShift = 32;

    static State stateOf(std::uint64_t word) noexcept { return static_cast<State>(word >> stateShift); }

    static std::uint64_t after(std::uint64_t word, HealthReport report, std::uint8_t limit) noexcept;
    static Change changeBetween(std::uint64_t before, std::uint64_t now) noexcept;

    std::atomic<std::uint64_t> m_word{0};
};

} // namespace gatehouse
