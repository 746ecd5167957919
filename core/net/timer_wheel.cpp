// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/timer_wheel.h"

#include <algorithm>

namespace gatehouse::net {

void Timer::unlink() noexcept
{
    if (!m_wheel)
        return;
    m_previous->m_next = m_next;
    m_next->m_previous = m_previous;
    --m_wheel->m_linked;
    m_wheel = nullptr;
    m_next = m_previous = nullptr;
}

TimerWheel::TimerWheel()
{
    for (Head &head : m_slots)
        head.m_next = head.m_previous = &head;
}

void TimerWheel::start(Timer &timer, std::chrono::nanoseconds after, std::int64_t now) noexcept
{
    timer.m_deadline = now + after.count();
    const std::int64_t place = timer.m_deadline / tick + 1;
    if (timer.m_wheel && timer.m_place <= place)
        return; // found and moved on when its old place comes round
    timer.unlink();
    if (m_linked == 0)
        m_tick = now / tick;
    link(timer, place);
}

void TimerWheel::link(Timer &timer, std::int64_t place) noexcept
{
    // Beyond one turn of the wheel the timer waits in the furthest slot and is linked again from there.
    timer.m_place = std::clamp(place, m_tick + 1, m_tick + std::int64_t(turn) - 1);
    Timer &head = m_slots[static_cast<std::size_t>(timer.m_place) % turn];
    timer.m_next = &head;
    timer.m_previous = head.m_previous;
    head.m_previous->m_next = &timer;
    head.m_previous = &timer;
    timer.m_wheel = this;
    ++m_linked;
}

void TimerWheel::advance(std::int64_t now)
{
    const std::int64_t current = now / tick;
    if (m_linked == 0) {
        m_tick = current;
        return;
    }
    const std::int64_t first = std::max(m_tick + 1, current - std::int64_t(turn) + 1);
    for (std::int64_t due = first; due <= current; ++due) {
        m_tick = due;
        runSlot(static_cast<std::size_t>(due) % turn, now);
    }
}

void TimerWheel::runSlot(std::size_t slot, std::int64_t now)
{
    Head due; // the slot's timers move here first: expired() may link or destroy any timer
    Head &head = m_slots[slot];
    if (head.m_next == &head)
        return;
    due.m_next = head.m_next;
    due.m_previous = head.m_previous;
    due.m_next->m_previous = &due;
    due.m_previous->m_next = &due;
    head.m_next = head.m_previous = &head;
    while (due.m_next != &due) {
        Timer &timer = *due.m_next;
        timer.unlink();
        if (timer.m_deadline == 0)
            continue;
        if (timer.m_deadline > now) {
            link(timer, timer.m_deadline / tick + 1);
            continue;
        }
        timer.m_deadline = 0;
        timer.expired();
    }
}

std::chrono::nanoseconds TimerWheel::untilNextTick(std::int64_t now) const noexcept
{
    if (m_linked == 0)
        return std::chrono::nanoseconds(-1);
    return std::chrono::nanoseconds(std::max<std::int64_t>((m_tick + 1) * tick - now, 0));
}

} // namespace gatehouse::net
