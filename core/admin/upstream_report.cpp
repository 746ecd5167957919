// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/admin/upstream_report.h"

#include <algorithm>

namespace gatehouse {
namespace {

using namespace Qt::StringLiterals;

QString stateName(HealthState state)
{
    switch (state) {
    case HealthState::Healthy:
        return u"HEALTHY"_s;
    case HealthState::Unhealthy:
        return u"UNHEALTHY"_s;
    case HealthState::DnsError:
        return u"DNS_ERROR"_s;
    case HealthState::Off:
        break;
    }
    return u"HEALTHCHECKS_OFF"_s;
}

bool isUsable(const AddressHealth &address)
{
    return address.state != HealthState::Unhealthy;
}

QJsonObject weightsOf(const TargetHealth &health)
{
    int available = 0;
    int unavailable = 0;
    for (const AddressHealth &address : health.addresses) {
        (isUsable(address) ? available : unavailable) += address.weight;
    }
    return {{u"total"_s, available + unavailable}, {u"available"_s, available}, {u"unavailable"_s, unavailable}};
}

QJsonObject hostData(const QJsonObject &target, const TargetHealth &health)
{
    const QString text = target.value("target"_L1).toString();
    const qsizetype colon = text.lastIndexOf(u':');
    const QString host = text.first(colon);
    QJsonArray addresses;
    for (const AddressHealth &address : health.addresses) {
        addresses.append(QJsonObject{{u"ip"_s, address.ip},
                                     {u"port"_s, address.port},
                                     {u"weight"_s, address.weight},
                                     {u"health"_s, stateName(address.state)}});
    }
    return {{u"host"_s, host},
            {u"port"_s, text.sliced(colon + 1).toInt()},
            {u"dns"_s, health.dns.isEmpty() ? u"unknown"_s : health.dns},
            {u"nodeWeight"_s, target.value("weight"_L1)},
            {u"weight"_s, weightsOf(health)},
            {u"addresses"_s, addresses}};
}

bool hasThreshold(const QJsonObject &checks, const QString &kind, const QString &field)
{
    return checks.value(kind).toObject().value(field).toInt() > 0;
}

} // namespace

UpstreamReport::UpstreamReport(const QJsonObject &upstream,
                               const QList<QJsonObject> &targets,
                               const UpstreamHealth *health)
    : m_upstream(upstream)
    , m_targets(targets)
    , m_health(health)
{
}

// Active checks run when they have an interval, passive ones when they have a threshold.
bool UpstreamReport::isChecked() const
{
    const QJsonObject checks = m_upstream.value("healthchecks"_L1).toObject();
    const QJsonObject active = checks.value("active"_L1).toObject();
    const QJsonObject passive = checks.value("passive"_L1).toObject();
    const auto interval = [&active](const QString &kind) {
        return active.value(kind).toObject().value("interval"_L1).toDouble() > 0;
    };
    const bool isPassive = hasThreshold(passive, u"unhealthy"_s, u"tcp_failures"_s) ||
                           hasThreshold(passive, u"unhealthy"_s, u"timeouts"_s) ||
                           hasThreshold(passive, u"unhealthy"_s, u"http_failures"_s);
    return interval(u"healthy"_s) || interval(u"unhealthy"_s) || isPassive;
}

TargetHealth UpstreamReport::healthOf(const QJsonObject &target) const
{
    const auto known = m_health ? m_health->find(m_upstream.value("id"_L1).toString(), target.value("id"_L1).toString())
                                : std::nullopt;
    TargetHealth health = known.value_or(TargetHealth());
    if (!isChecked() || target.value("weight"_L1).toInt() == 0) {
        health.state = health.state == HealthState::DnsError ? HealthState::DnsError : HealthState::Off;
    }
    return health;
}

QJsonArray UpstreamReport::targets() const
{
    QJsonArray list;
    for (const QJsonObject &target : m_targets) {
        const TargetHealth health = healthOf(target);
        QJsonObject row = target;
        row.insert(u"health"_s, stateName(health.state));
        row.insert(u"data"_s, hostData(target, health));
        list.append(row);
    }
    return list;
}

QJsonObject UpstreamReport::balancer() const
{
    QJsonArray hosts;
    int available = 0;
    int unavailable = 0;
    for (const QJsonObject &target : m_targets) {
        const QJsonObject host = hostData(target, healthOf(target));
        available += host.value("weight"_L1)["available"_L1].toInt();
        unavailable += host.value("weight"_L1)["unavailable"_L1].toInt();
        hosts.append(host);
    }
    const double threshold = m_upstream.value("healthchecks"_L1)["threshold"_L1].toDouble();
    const int total = available + unavailable;
    const bool isHealthy = total > 0 && available > 0 && available * 100.0 / total > threshold;
    const QString state = isHealthy ? u"HEALTHY"_s : u"UNHEALTHY"_s;
    const QJsonObject weights{{u"total"_s, total}, {u"available"_s, available}, {u"unavailable"_s, unavailable}};
    return {{u"id"_s, m_upstream.value("id"_L1)},
            {u"health"_s, isChecked() ? state : u"HEALTHCHECKS_OFF"_s},
            {u"balancer_health"_s, state},
            {u"details"_s, QJsonObject{{u"healthy"_s, isHealthy}, {u"weight"_s, weights}, {u"hosts"_s, hosts}}}};
}

} // namespace gatehouse
