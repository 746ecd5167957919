// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/admin/login_guard.h"

namespace gatehouse {

bool LoginGuard::isLocked(const QHostAddress &address, Time now) const
{
    const auto found = m_failures.constFind(address);
    return found != m_failures.constEnd() && found->count >= tries && now - found->since < window;
}

void LoginGuard::countFailure(const QHostAddress &address, Time now)
{
    if (m_failures.size() >= mostAddresses && !m_failures.contains(address))
        m_failures.clear();
    Failures &failures = m_failures[address];
    if (failures.count == 0 || now - failures.since >= window)
        failures = {now, 0};
    ++failures.count;
}

} // namespace gatehouse
