// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/admin/upstream_health.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QList>

namespace gatehouse {

// What /upstreams/{u}/health prints about one upstream (kong/api/routes/upstreams.lua, kong/runloop/balancer).
// Thread: control. Lives for the request.
class UpstreamReport
{
public:
    UpstreamReport(const QJsonObject &upstream, const QList<QJsonObject> &targets, const UpstreamHealth *health);

    [[nodiscard]] QJsonArray targets() const;
    [[nodiscard]] QJsonObject balancer() const; // ?balancer_health=1

private:
    [[nodiscard]] TargetHealth healthOf(const QJsonObject &target) const;
    [[nodiscard]] bool isChecked() const;

    QJsonObject m_upstream;
    QList<QJsonObject> m_targets;
    const UpstreamHealth *m_health;
};

} // namespace gatehouse
