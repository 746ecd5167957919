// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>

namespace gatehouse {

using WallTime = std::chrono::system_clock::time_point;

// Where the program takes the time of day from, so that tests can set it.
// Thread: any (implementations are safe to read from every thread). Lives as long as the program.
class Clock
{
public:
    virtual ~Clock() = default;
    [[nodiscard]] virtual WallTime now() const noexcept = 0;
};

class SystemClock final : public Clock
{
public:
    [[nodiscard]] WallTime now() const noexcept override;
};

} // namespace gatehouse
