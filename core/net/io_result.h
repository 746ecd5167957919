// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>

namespace gatehouse::net {

// What a read or write came to.
struct IoResult {
    enum class State : std::uint8_t { Ok, WouldBlock, Closed, Failed };
    State state = State::Ok;
    std::size_t bytes = 0;
};

} // namespace gatehouse::net
