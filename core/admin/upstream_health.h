// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

#include <optional>

namespace gatehouse {

enum class HealthState { Healthy, Unhealthy, Off, DnsError };

struct AddressHealth {
    QString ip;
    int port = 0;
    int weight = 0;
    HealthState state = HealthState::Off;
};

// One target as the balancer sees it: the addresses its name has now.
struct TargetHealth {
    HealthState state = HealthState::Off;
    QList<AddressHealth> addresses = {};
    QString dns = {}; // record type its name was found as, or why it was not
};

// What the balancers know, and a way to tell them; the runtime implements it.
// Thread: control. Lives longer than the AdminApi.
class UpstreamHealth
{
public:
    virtual ~UpstreamHealth() = default;

    // Nothing when no balancer has been built for the upstream yet.
    [[nodiscard]] virtual std::optional<TargetHealth> find(const QString &upstreamId,
                                                           const QString &targetId) const = 0;
    // `address` is "ip:port", or empty for all addresses of the target. False when there is nothing to mark.
    virtual bool mark(const QString &upstreamId, const QString &targetId, const QString &address, bool isHealthy) = 0;
};

} // namespace gatehouse
