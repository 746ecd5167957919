// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>

namespace gatehouse {

// Request ids: 32 lower-case hexadecimal digits. Unique, not secret: a fast generator (xoshiro256**) that starts from
// the system's random numbers. Thread: worker, one each.
class RequestIds
{
public:
    static constexpr std::size_t length = 32;

    RequestIds();
    void next(char *out) noexcept;

private:
    std::uint64_t random() noexcept;

    std::array<std::uint64_t, 4> m_state;
};

} // namespace gatehouse
