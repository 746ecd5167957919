// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/traffic/latency_buckets.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace gatehouse {

namespace {

constexpr double smallest = 0.01; // ms
constexpr double growth = 1.12;

} // namespace

std::size_t LatencyBuckets::bucketOf(float ms) noexcept
{
    if (ms <= smallest)
        return 0;
    const auto bucket = static_cast<std::size_t>(std::log(static_cast<double>(ms) / smallest) / std::log(growth)) + 1;
    return std::min(bucket, buckets - 1);
}

void LatencyBuckets::add(const LatencyBuckets &other) noexcept
{
    std::transform(m_counts.begin(), m_counts.end(), other.m_counts.begin(), m_counts.begin(), std::plus<>());
}

std::uint64_t LatencyBuckets::total() const noexcept
{
    return std::accumulate(m_counts.begin(), m_counts.end(), std::uint64_t(0));
}

double LatencyBuckets::quantile(double share) const noexcept
{
    const auto wanted = static_cast<std::uint64_t>(std::ceil(share * static_cast<double>(total())));
    std::uint64_t seen = 0;
    for (std::size_t i = 0; i < buckets; ++i) {
        seen += m_counts[i];
        if (wanted > 0 && seen >= wanted)
            return smallest * std::pow(growth, static_cast<double>(i) - 0.5);
    }
    return 0;
}

} // namespace gatehouse
