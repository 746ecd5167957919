// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace gatehouse {

// Lets a few messages pass in each second, so that a peer which fails every request does not fill the disk.
// Thread: its owner's.
class WarningBudget
{
public:
    // `now`: nanoseconds, steady.
    [[nodiscard]] bool allows(std::int64_t now) noexcept
    {
        const std::int64_t second = now / 1'000'000'000;
        if (second != m_second) {
            m_second = second;
            m_left = perSecond;
        }
        return m_left > 0 && m_left-- > 0;
    }

private:
    static constexpr int perSecond = 3;

    std::int64_t m_second = -1;
    int m_left = 0;
};

} // namespace gatehouse
