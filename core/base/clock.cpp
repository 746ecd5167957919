// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/clock.h"

namespace gatehouse {

WallTime SystemClock::now() const noexcept
{
    return std::chrono::system_clock::now();
}

} // namespace gatehouse
