// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/proxy/balancer.h"

namespace gatehouse {

const TargetPlan *chooseTarget(const BalancerPlan &balancer, WorkerContext &worker)
{
    if (balancer.wheel.empty())
        return nullptr;
    if (balancer.wheel.size() == 1)
        return &balancer.targets[balancer.wheel.front()];
    std::uint32_t &position = worker.balancerPosition(balancer.index);
    position = position + 1 < balancer.wheel.size() ? position + 1 : 0;
    return &balancer.targets[balancer.wheel[position]];
}

} // namespace gatehouse
