// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <mutex>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace gatehouse {

// Kong's calendar windows, all in UTC (kong/tools/timestamp.lua).
enum class RatePeriod : std::uint8_t { Second, Minute, Hour, Day, Month, Year };

struct RateWindow {
    RatePeriod period = RatePeriod::Minute;
    double limit = 0;
};

// Where a window stands at one moment.
struct WindowPlace {
    std::uint32_t number = 0; // the window's start, unique within its period
    std::int64_t start = 0;   // seconds since the Unix epoch
};

[[nodiscard]] WindowPlace windowAt(RatePeriod period, std::int64_t seconds) noexcept;
// Nominal length in seconds; a month has 30 days, a year 365 (kong/plugins/rate-limiting/expiration.lua).
[[nodiscard]] std::int64_t periodLength(RatePeriod period) noexcept;

// Counts per bucket and window, shared by all workers and kept across configuration changes. Fixed memory, no lock on
// the way of a request: a slot is found by a keyed hash, claimed by compare-exchange, and counts within the window
// whose number stands in it; a slot whose window has passed may be taken by another bucket.
// Thread: any. Lives as long as the program.
class RateCounters
{
public:
    static constexpr std::size_t slotCount = 1U << 17U; // 2 MiB
    static constexpr std::size_t maxWindows = 6;

    // What a bucket is, for people: made once, when a bucket first claims a slot.
    struct Label {
        std::string pluginId;
        std::string scope;      // e.g. "route payments", "global"
        std::string identifier; // e.g. "consumer mobile-app"
        RatePeriod period = RatePeriod::Minute;
        double limit = 0;
    };

    // Asked for a label only when a new bucket appears.
    class Labeller
    {
    public:
        virtual ~Labeller() = default;
        [[nodiscard]] virtual Label labelFor(RateWindow window) const = 0;
    };

    RateCounters();

    struct Query {
        std::string_view key; // names the bucket without its period (kong/plugins/rate-limiting/policies)
        std::span<const RateWindow> windows;
        std::int64_t nowSeconds = 0;
    };

    // Counts one request in every window, or in none when one of them is full; true when it may pass. `usage` receives
    // what each window had counted before this request.
    bool hit(const Query &query, const Labeller &labeller, std::span<std::uint32_t> usage);

    struct Bucket {
        std::uint64_t id = 0; // of the bucket and its window's period
        Label label;
        std::uint32_t count = 0;
        std::int64_t windowStart = 0;
    };

    // The buckets whose window is running, for display. Takes a lock that a request takes only when it makes a bucket.
    [[nodiscard]] std::vector<Bucket> buckets(std::int64_t nowSeconds) const;
    // The bucket begins at zero again; one that is gone is left alone.
    void reset(std::uint64_t id) noexcept;
    void resetAll() noexcept;

private:
    struct Slot {
        std::atomic<std::uint64_t> fingerprint = 0; // 0: free; bits 0..2 hold the period
        std::atomic<std::uint64_t> state = 0;       // window number << 32 | count
    };

    [[nodiscard]] std::uint64_t fingerprintOf(std::string_view key, RatePeriod period) const noexcept;
    Slot *slotFor(std::uint64_t fingerprint, std::int64_t nowSeconds, bool &claimed) noexcept;
    static std::uint32_t countIn(const Slot &slot, std::uint32_t window) noexcept;
    static std::uint32_t increment(Slot &slot, std::uint32_t window) noexcept;
    static void decrement(Slot &slot, std::uint32_t window) noexcept;
    void remember(std::uint64_t fingerprint, const Labeller &labeller, RateWindow window);

    std::uint64_t m_seed = 0;
    std::unique_ptr<Slot[]> m_slots;
    mutable std::mutex m_labelMutex; // only when a bucket is made or shown
    std::unordered_map<std::uint64_t, Label> m_labels;
};

} // namespace gatehouse
