// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"

namespace gatehouse {

// A clock that stands still until it is told to move. Thread: the one that advances it.
class ManualClock final : public Clock
{
public:
    explicit ManualClock(std::chrono::seconds sinceEpoch = std::chrono::seconds(1700000000))
        : m_now(sinceEpoch)
    {
    }

    [[nodiscard]] WallTime now() const noexcept override { return m_now; }

    void advance(std::chrono::milliseconds step) { m_now += step; }

private:
    WallTime m_now;
};

} // namespace gatehouse
