// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/counters/rate_counters.h"

#include <QHashFunctions>
#include <QRandomGenerator>

#include <array>
#include <chrono>

namespace gatehouse {

namespace {

constexpr std::size_t probes = 24;

std::uint32_t windowOf(std::uint64_t state) noexcept
{
    return static_cast<std::uint32_t>(state >> 32U);
}

std::uint32_t countOf(std::uint64_t state) noexcept
{
    return static_cast<std::uint32_t>(state);
}

std::uint64_t makeState(std::uint32_t window, std::uint32_t count) noexcept
{
    return (std::uint64_t(window) << 32U) | count;
}

RatePeriod periodOf(std::uint64_t fingerprint) noexcept
{
    return static_cast<RatePeriod>(fingerprint & 7U);
}

} // namespace

WindowPlace windowAt(RatePeriod period, std::int64_t seconds) noexcept
{
    using namespace std::chrono;
    if (period < RatePeriod::Month) {
        const std::int64_t length = periodLength(period);
        return {static_cast<std::uint32_t>(seconds / length), seconds / length * length};
    }
    const auto day = floor<days>(sys_seconds(std::chrono::seconds(seconds)));
    const year_month_day date(day);
    const auto y = static_cast<unsigned>(static_cast<int>(date.year()));
    if (period == RatePeriod::Year)
        return {y, sys_seconds(sys_days(date.year() / January / 1)).time_since_epoch().count()};
    const auto m = static_cast<unsigned>(date.month());
    return {y * 12 + m, sys_seconds(sys_days(date.year() / date.month() / 1)).time_since_epoch().count()};
}

std::int64_t periodLength(RatePeriod period) noexcept
{
    static constexpr std::array<std::int64_t, 6> lengths{1, 60, 3600, 86400, 2592000, 31536000};
    return lengths[static_cast<std::size_t>(period)];
}

RateCounters::RateCounters()
    : m_seed(QRandomGenerator::system()->generate64())
    , m_slots(new Slot[slotCount])
{
}

std::uint64_t RateCounters::fingerprintOf(std::string_view key, RatePeriod period) const noexcept
{
    // Keyed, so that nobody can choose identifiers that collide.
    const std::uint64_t hash =
        qHashBits(key.data(), key.size(), m_seed + static_cast<std::uint64_t>(period) * 0x9e3779b97f4a7c15U);
    return (hash & ~std::uint64_t(7)) | static_cast<std::uint64_t>(period) | (std::uint64_t(1) << 63U);
}

RateCounters::Slot *RateCounters::slotFor(std::uint64_t fingerprint, std::int64_t nowSeconds, bool &claimed) noexcept
{
    const std::size_t home = (fingerprint >> 3U) % slotCount;
    Slot *reusable = nullptr;
    std::uint64_t reusableFingerprint = 0;
    for (std::size_t i = 0; i < probes; ++i) {
        Slot &slot = m_slots[(home + i) % slotCount];
        const std::uint64_t found = slot.fingerprint.load(std::memory_order_acquire);
        if (found == fingerprint)
            return &slot;
        const bool free = found == 0;
        // One whole window must lie between: nobody is still counting in it.
        const bool passed = !free && windowOf(slot.state.load(std::memory_order_relaxed)) + 1 <
                                         windowAt(periodOf(found), nowSeconds).number;
        if (!reusable && (free || passed)) {
            reusable = &slot;
            reusableFingerprint = found;
        }
        if (free)
            break;
    }
    if (!reusable ||
        !reusable->fingerprint.compare_exchange_strong(reusableFingerprint, fingerprint, std::memory_order_acq_rel))
        return reusable && reusableFingerprint == fingerprint ? reusable : nullptr;
    claimed = true;
    return reusable;
}

std::uint32_t RateCounters::countIn(const Slot &slot, std::uint32_t window) noexcept
{
    const std::uint64_t state = slot.state.load(std::memory_order_relaxed);
    return windowOf(state) == window ? countOf(state) : 0;
}

std::uint32_t RateCounters::increment(Slot &slot, std::uint32_t window) noexcept
{
    std::uint64_t state = slot.state.load(std::memory_order_relaxed);
    for (;;) {
        const std::uint64_t next = windowOf(state) == window ? state + 1 : makeState(window, 1);
        if (slot.state.compare_exchange_weak(state, next, std::memory_order_relaxed))
            return countOf(next) - 1;
    }
}

void RateCounters::decrement(Slot &slot, std::uint32_t window) noexcept
{
    std::uint64_t state = slot.state.load(std::memory_order_relaxed);
    while (windowOf(state) == window && countOf(state) > 0 &&
           !slot.state.compare_exchange_weak(state, state - 1, std::memory_order_relaxed)) {
    }
}

bool RateCounters::hit(const Query &query, const Labeller &labeller, std::span<std::uint32_t> usage)
{
    std::array<Slot *, maxWindows> places{};
    std::array<std::uint32_t, maxWindows> numbers{};
    bool allowed = true;
    for (std::size_t i = 0; i < query.windows.size(); ++i) {
        const RateWindow &window = query.windows[i];
        const std::uint64_t fingerprint = fingerprintOf(query.key, window.period);
        bool claimed = false;
        places[i] = slotFor(fingerprint, query.nowSeconds, claimed);
        if (claimed)
            remember(fingerprint, labeller, window);
        numbers[i] = windowAt(window.period, query.nowSeconds).number;
        usage[i] = places[i] ? countIn(*places[i], numbers[i]) : 0; // a full table limits nobody
        allowed = allowed && usage[i] < window.limit;
    }
    for (std::size_t i = 0; allowed && i < query.windows.size(); ++i) {
        if (!places[i])
            continue;
        usage[i] = increment(*places[i], numbers[i]);
        if (usage[i] < query.windows[i].limit)
            continue;
        // Another worker took the last place since: take back what was counted.
        allowed = false;
        for (std::size_t undo = 0; undo <= i; ++undo) {
            if (places[undo])
                decrement(*places[undo], numbers[undo]);
        }
    }
    return allowed;
}

void RateCounters::remember(std::uint64_t fingerprint, const Labeller &labeller, RateWindow window)
{
    Label label = labeller.labelFor(window);
    const std::lock_guard lock(m_labelMutex);
    if (m_labels.size() >= slotCount)
        m_labels.clear(); // labels of buckets long gone; those still counting are shown again when they next begin
    m_labels.insert_or_assign(fingerprint, std::move(label));
}

std::vector<RateCounters::Bucket> RateCounters::buckets(std::int64_t nowSeconds) const
{
    std::vector<Bucket> result;
    const std::lock_guard lock(m_labelMutex);
    for (std::size_t i = 0; i < slotCount; ++i) {
        const std::uint64_t fingerprint = m_slots[i].fingerprint.load(std::memory_order_acquire);
        if (fingerprint == 0)
            continue;
        const WindowPlace place = windowAt(periodOf(fingerprint), nowSeconds);
        const std::uint32_t count = countIn(m_slots[i], place.number);
        const auto label = m_labels.find(fingerprint);
        if (count > 0 && label != m_labels.end())
            result.push_back({fingerprint, label->second, count, place.start});
    }
    return result;
}

void RateCounters::reset(std::uint64_t id) noexcept
{
    for (std::size_t i = 0; i < slotCount; ++i) {
        if (m_slots[i].fingerprint.load(std::memory_order_acquire) == id)
            m_slots[i].state.store(0, std::memory_order_relaxed);
    }
}

void RateCounters::resetAll() noexcept
{
    for (std::size_t i = 0; i < slotCount; ++i)
        m_slots[i].state.store(0, std::memory_order_relaxed);
}

} // namespace gatehouse
