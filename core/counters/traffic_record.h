// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace gatehouse {

// Text of at most N - 1 bytes inside a record; longer text is cut, visibly ending in "...".
template <std::size_t N>
class ShortText
{
    static_assert(N <= 256);

public:
    void assign(std::string_view text) noexcept
    {
        const bool cut = text.size() > N - 1;
        m_size = static_cast<std::uint8_t>(cut ? N - 1 : text.size());
        text.copy(m_text.data(), m_size);
        if (cut)
            std::memcpy(m_text.data() + N - 4, "...", 3);
    }

    [[nodiscard]] std::string_view view() const noexcept { return {m_text.data(), m_size}; }

private:
    std::array<char, N - 1> m_text;
    std::uint8_t m_size = 0;
};

// One finished request as the traffic view shows it; copied whole through a worker's ring.
struct TrafficRecord {
    std::int64_t startedAt = 0; // ms since the Unix epoch
    float totalMs = 0;
    float gatewayMs = 0;
    float upstreamMs = -1; // -1: no upstream was asked
    std::uint32_t responseSize = 0;
    std::uint16_t status = 0;
    std::uint64_t revision = 0; // of the configuration that served it
    ShortText<12> method;
    ShortText<160> path;
    ShortText<64> route;
    ShortText<64> service;
    ShortText<64> consumer;
    ShortText<32> decidedBy;
    ShortText<48> client;
};

} // namespace gatehouse
