// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/proxy/worker_context.h"

namespace gatehouse {

// Station 9, first half: the target for the next try. Weighted round robin; the position is this worker's own.
// Null when the upstream has no target that may get traffic. Thread: worker.
[[nodiscard]] const TargetPlan *chooseTarget(const BalancerPlan &balancer, WorkerContext &worker);

} // namespace gatehouse
