// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/proxy/request_ids.h"

#include <QRandomGenerator>

#include <bit>

namespace gatehouse {

RequestIds::RequestIds()
{
    for (std::uint64_t &word : m_state)
        word = QRandomGenerator::system()->generate64();
}

std::uint64_t RequestIds::random() noexcept
{
    const std::uint64_t result = std::rotl(m_state[1] * 5, 7) * 9;
    const std::uint64_t shifted = m_state[1] << 17;
    m_state[2] ^= m_state[0];
    m_state[3] ^= m_state[1];
    m_state[1] ^= m_state[2];
    m_state[0] ^= m_state[3];
    m_state[2] ^= shifted;
    m_state[3] = std::rotl(m_state[3], 45);
    return result;
}

void RequestIds::next(char *out) noexcept
{
    static constexpr char digits[] = "0123456789abcdef";
    for (int half = 0; half < 2; ++half) {
        std::uint64_t bits = random();
        for (int i = 0; i < 16; ++i) {
            *out++ = digits[bits & 15U];
            bits >>= 4U;
        }
    }
}

} // namespace gatehouse
