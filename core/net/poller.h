// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/timer_wheel.h"

#include <cstdint>
#include <memory>

class QAbstractEventDispatcher;

namespace gatehouse::net {

enum class Interest : std::uint8_t { None = 0, Read = 1, Write = 2, ReadWrite = 3 };

// Told when its descriptor can be read or written. An error or hang-up of the peer is reported as readable and, when
// writing is watched, as writable: the next call on the descriptor says what happened.
class ReadyListener
{
public:
    virtual ~ReadyListener() = default;
    virtual void onReadable() = 0;
    virtual void onWritable() = 0;
};

// Watches the descriptors of one worker thread and holds its time and its time-outs. Readiness is level-triggered.
// Thread: the one it was made for. Outlives everything it watches.
class Poller
{
public:
    virtual ~Poller() = default;

    virtual void add(int descriptor, Interest interest, ReadyListener *listener) = 0;
    virtual void change(int descriptor, Interest interest, ReadyListener *listener) = 0;
    virtual void remove(int descriptor, ReadyListener *listener) = 0;

    // Nanoseconds, read once per turn of the loop: steady, and since the Unix epoch.
    [[nodiscard]] std::int64_t now() const noexcept { return m_now; }

    [[nodiscard]] std::int64_t nowWall() const noexcept { return m_nowWall; }

    // The steady time at this instant, for what needs more than the loop's.
    [[nodiscard]] static std::int64_t instant() noexcept;

    void arm(Timer &timer, std::chrono::nanoseconds after) noexcept { m_timers.start(timer, after, m_now); }

    static void disarm(Timer &timer) noexcept { TimerWheel::stop(timer); }

protected:
    void readClocks() noexcept;

    TimerWheel m_timers;
    std::int64_t m_now = 0;
    std::int64_t m_nowWall = 0;
};

// The dispatcher to give to a worker's QThread before it starts: ours on Linux, null elsewhere (Qt then makes its own).
std::unique_ptr<QAbstractEventDispatcher> makeWorkerDispatcher();

// The poller of the calling thread: its dispatcher when that is ours, else one built on QSocketNotifier.
// The result must not outlive the thread's event loop.
std::unique_ptr<Poller, void (*)(Poller *)> pollerOfThisThread();

} // namespace gatehouse::net
