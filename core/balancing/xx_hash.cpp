// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/balancing/xx_hash.h"

#include <array>
#include <bit>

namespace gatehouse {

namespace {

// The five primes of the specification.
constexpr std::uint32_t p1 = 0x9E3779B1U;
constexpr std::uint32_t p2 = 0x85EBCA77U;
constexpr std::uint32_t p3 = 0xC2B2AE3DU;
constexpr std::uint32_t p4 = 0x27D4EB2FU;
constexpr std::uint32_t p5 = 0x165667B1U;

std::uint32_t littleEndian(std::string_view text) noexcept
{
    std::uint32_t value = 0;
    for (std::size_t i = 4; i-- > 0;)
        value = value << 8U | static_cast<unsigned char>(text[i]);
    return value;
}

std::uint32_t withStripes(std::string_view &rest) noexcept
{
    std::array<std::uint32_t, 4> lanes{p1 + p2, p2, 0, 0U - p1};
    while (rest.size() >= 16) {
        for (std::uint32_t &lane : lanes) {
            lane = std::rotl(lane + littleEndian(rest) * p2, 13) * p1;
            rest.remove_prefix(4);
        }
    }
    return std::rotl(lanes[0], 1) + std::rotl(lanes[1], 7) + std::rotl(lanes[2], 12) + std::rotl(lanes[3], 18);
}

} // namespace

std::uint32_t xxHash32(std::string_view text) noexcept
{
    std::string_view rest = text;
    std::uint32_t hash = text.size() >= 16 ? withStripes(rest) : p5;
    hash += static_cast<std::uint32_t>(text.size());
    for (; rest.size() >= 4; rest.remove_prefix(4))
        hash = std::rotl(hash + littleEndian(rest) * p3, 17) * p4;
    for (const char c : rest)
        hash = std::rotl(hash + static_cast<unsigned char>(c) * p5, 11) * p1;
    hash = (hash ^ (hash >> 15U)) * p2;
    hash = (hash ^ (hash >> 13U)) * p3;
    return hash ^ (hash >> 16U);
}

} // namespace gatehouse
