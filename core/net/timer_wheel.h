// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>

namespace gatehouse::net {

class TimerWheel;

// A deadline that calls expired() once it has passed, late by at most one tick and never early. Moving the deadline
// further away costs two stores: the wheel notices when the old place comes round.
// Thread: that of its wheel. Unlinks itself when destroyed.
class Timer
{
public:
    Timer() = default;
    Timer(const Timer &) = delete;
    Timer &operator=(const Timer &) = delete;

    virtual ~Timer() { unlink(); }

    [[nodiscard]] bool isActive() const noexcept { return m_deadline != 0; }

protected:
    virtual void expired() = 0;

private:
    friend class TimerWheel;
    void unlink() noexcept;

    Timer *m_next = nullptr;
    Timer *m_previous = nullptr;
    TimerWheel *m_wheel = nullptr; // while linked
    std::int64_t m_deadline = 0;   // ns, steady clock; 0 = not wanted
    std::int64_t m_place = 0;      // tick it is linked at
};

// All time-outs of one worker: 512 lists, one per tick, walked as time passes (a hashed timing wheel).
// Thread: worker. Outlives its timers.
class TimerWheel
{
public:
    static constexpr std::int64_t tick = 20'000'000; // ns

    TimerWheel();

    // Both take the loop's time `now` so that no clock is read.
    void start(Timer &timer, std::chrono::nanoseconds after, std::int64_t now) noexcept;

    static void stop(Timer &timer) noexcept { timer.m_deadline = 0; }

    // Runs what is due.
    void advance(std::int64_t now);
    // How long the loop may sleep; negative = for ever, no timer is linked.
    [[nodiscard]] std::chrono::nanoseconds untilNextTick(std::int64_t now) const noexcept;

private:
    friend class Timer;
    static constexpr std::size_t turn = 512; // ticks of one turn of the wheel

    struct Head final : Timer {
        void expired() override {}
    };

    void link(Timer &timer, std::int64_t place) noexcept;
    void runSlot(std::size_t slot, std::int64_t now);

    std::array<Head, turn> m_slots;
    std::int64_t m_tick = 0; // last tick that was run
    std::size_t m_linked = 0;
};

} // namespace gatehouse::net
