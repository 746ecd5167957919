// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/snapshot/snapshot.h"

#include <QJsonObject>
#include <QStringList>

#include <string>
#include <unordered_map>

namespace gatehouse {

class Config;

// The upstreams of a configuration, and what each service's host stands for.
// Thread: control. Lives while a snapshot is compiled.
class BalancerPlans
{
public:
    BalancerPlans(const Config &config, UpstreamDirectory &directory, Snapshot &snapshot, QStringList &warnings);

    // The upstream of the host's name when there is one; the port of the service does not count then.
    [[nodiscard]] BalancerPlan planFor(const QJsonObject &service);

private:
    [[nodiscard]] ConfiguredUpstream added(UpstreamSettings settings);
    void warnOf(const UpstreamSettings &settings, const QJsonObject &upstream);

    UpstreamDirectory &m_directory;
    Snapshot &m_snapshot;
    QStringList &m_warnings;
    std::unordered_map<std::string, ConfiguredUpstream> m_byName; // of the entity, or "host:port"
};

} // namespace gatehouse
