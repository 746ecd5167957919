// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace gatehouse {

// How often each time was seen, in buckets of which each is 12 % wider than the one before, from 0.01 ms: constant
// memory, and a quantile within 6 %. Thread: any (value).
class LatencyBuckets
{
public:
    void add(float ms) noexcept { ++m_counts[bucketOf(ms)]; }

    void add(const LatencyBuckets &other) noexcept;

    [[nodiscard]] std::uint64_t total() const noexcept;
    // The time, in ms, that a share of all is not slower than; 0 when there is none.
    [[nodiscard]] double quantile(double share) const noexcept;

private:
    static constexpr std::size_t buckets = 160;

    [[nodiscard]] static std::size_t bucketOf(float ms) noexcept;

    std::array<std::uint32_t, buckets> m_counts{};
};

} // namespace gatehouse
