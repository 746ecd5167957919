// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string_view>

namespace gatehouse {

// Memory allocations of the calling thread since it began. Only a program with allocation_count.cpp among its own
// sources counts.
[[nodiscard]] std::size_t allocationCount() noexcept;

// The same of the thread of that name, which must be running; 0 when it has not allocated yet.
[[nodiscard]] std::size_t allocationCountOf(std::string_view threadName) noexcept;

// False where the allocator cannot be listened to (sanitizers, other C libraries).
[[nodiscard]] bool countsAllocations() noexcept;

} // namespace gatehouse
