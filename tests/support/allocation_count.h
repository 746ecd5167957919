// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>

namespace gatehouse {

// Memory allocations of the calling thread since it began. Only a program with allocation_count.cpp among its own
// sources counts.
[[nodiscard]] std::size_t allocationCount() noexcept;

// False where the allocator cannot be listened to (sanitizers, other C libraries).
[[nodiscard]] bool countsAllocations() noexcept;

} // namespace gatehouse
