// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/balancing.h"

#include <QAbstractEventDispatcher>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

// Where a target stands among those of its upstream; their number when it does not.
std::size_t indexOf(const UpstreamSettings &settings, const QString &targetId)
{
    const auto found =
        std::find_if(settings.targets.begin(), settings.targets.end(),
                     [id = targetId.toStdString()](const UpstreamTarget &target) { return target.id == id; });
    return static_cast<std::size_t>(found - settings.targets.begin());
}

QString addressOf(const Peer &peer)
{
    return QString::fromStdString(peer.ip) + u':' + QString::number(peer.port());
}

HealthState stateOf(const PeerList &list, const Peer &peer)
{
    if (!list.settings->isChecked)
        return HealthState::Off;
    return peer.health->isHealthy() ? HealthState::Healthy : HealthState::Unhealthy;
}

// Healthy when any of its addresses is (kong/api/routes/upstreams.lua).
HealthState together(const QList<AddressHealth> &addresses)
{
    if (addresses.isEmpty())
        return HealthState::DnsError;
    for (const AddressHealth &address : addresses) {
        if (address.state == HealthState::Healthy)
            return HealthState::Healthy;
    }
    return addresses.first().state;
}

// What the target's name was found as: a record type, or why it was not found.
QString sourceOf(const net::DnsAnswerPtr &answer)
{
    if (!answer)
        return u"A"_s;
    if (answer->outcome != net::DnsAnswer::Outcome::Found)
        return QString::fromStdString(answer->error);
    switch (answer->type) {
    case net::DnsType::Srv:
        return u"SRV"_s;
    case net::DnsType::Aaaa:
        return u"AAAA"_s;
    case net::DnsType::A:
        break;
    }
    return u"A"_s;
}

} // namespace

Balancing::~Balancing()
{
    stop();
}

void Balancing::start(const net::ResolverSettings &settings)
{
    stop();
    m_thread.reset(new LoopThread);
    m_thread->setObjectName(u"balancing"_s);
    if (auto dispatcher = net::makeWorkerDispatcher())
        m_thread->setEventDispatcher(dispatcher.release());
    m_watch = std::make_unique<UpstreamWatch>(settings);
    m_watch->moveToThread(m_thread.get());
    m_thread->begin();
    m_watch->call([this] { m_watch->start(); });
}

void Balancing::stop()
{
    if (!m_thread)
        return;
    m_watch->call([this] { m_watch->stop(); });
    m_thread.reset();
    m_watch.reset();
}

void Balancing::adopt(const Snapshot &snapshot)
{
    m_directory.adopt(snapshot.upstreams);
    if (!m_watch)
        return;
    m_watch->post([watch = m_watch.get(), upstreams = snapshot.upstreams] { watch->adopt(upstreams); });
}

std::optional<TargetHealth> Balancing::find(const QString &upstreamId, const QString &targetId) const
{
    const UpstreamPtr upstream = m_directory.find(upstreamId.toStdString());
    if (!upstream)
        return std::nullopt;
    const Upstream::PeerListPtr list = upstream->peers();
    const std::size_t target = indexOf(*list->settings, targetId);
    if (target == list->settings->targets.size())
        return std::nullopt;
    TargetHealth health;
    health.dns = sourceOf(list->answers[target]);
    for (const Peer &peer : list->peers) {
        if (peer.target == target)
            health.addresses.append(
                {QString::fromStdString(peer.ip), peer.port(), static_cast<int>(peer.weight), stateOf(*list, peer)});
    }
    health.state = together(health.addresses);
    return health;
}

bool Balancing::mark(const QString &upstreamId, const QString &targetId, const QString &address, bool isHealthy)
{
    const UpstreamPtr upstream = m_directory.find(upstreamId.toStdString());
    if (!upstream)
        return false;
    const Upstream::PeerListPtr list = upstream->peers();
    if (!list->settings->isChecked)
        return false;
    const std::size_t target = indexOf(*list->settings, targetId);
    for (const Peer &peer : list->peers) {
        if (peer.target == target && (address.isEmpty() || addressOf(peer) == address))
            upstream->set(*list, peer, isHealthy);
    }
    return true; // also when there is no such address, as in Kong
}

} // namespace gatehouse
