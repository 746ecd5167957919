// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>

namespace gatehouse {

// XXH32 with seed 0 (xxHash specification, part "XXH32 algorithm description"): what Kong places keys on the ring by.
[[nodiscard]] std::uint32_t xxHash32(std::string_view text) noexcept;

} // namespace gatehouse
