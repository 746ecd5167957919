// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <functional>

namespace gatehouse {

// Calls `work(i)` once for every i below `count` and returns when all calls are done. Many indexes are shared out among
// as many threads as there are cores, the caller's among them; few stay on the caller's. The calls must not depend on
// each other, and what they share must be constant.
// Thread: any.
void forEachIndex(std::size_t count, const std::function<void(std::size_t)> &work);

} // namespace gatehouse
