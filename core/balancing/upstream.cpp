// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/balancing/upstream.h"

#include "core/base/logging.h"

#include <algorithm>
#include <limits>

namespace gatehouse {

namespace {

std::atomic<std::uint64_t> upstreamsMade{0};

const HealthLimits &limitsOf(const PeerList &list, CheckKind kind) noexcept
{
    return kind == CheckKind::Active ? list.settings->active.limits : list.settings->passive;
}

std::uint8_t limitFor(const HealthLimits &limits, HealthReport report) noexcept
{
    switch (report) {
    case HealthReport::Success:
        return limits.successes;
    case HealthReport::TcpFailure:
        return limits.tcpFailures;
    case HealthReport::HttpFailure:
        return limits.httpFailures;
    case HealthReport::Timeout:
        break;
    }
    return limits.timeouts;
}

bool isSame(const PeerList &a, const PeerList &b)
{
    const auto isAlike = [](const net::DnsAnswerPtr &one, const net::DnsAnswerPtr &other) {
        return one == other || (one && other && one->outcome == other->outcome && one->error == other->error);
    };
    return a.settings == b.settings && a.isWaiting == b.isWaiting && spreadsAlike(a, b) &&
           std::equal(a.answers.begin(), a.answers.end(), b.answers.begin(), b.answers.end(), isAlike);
}

} // namespace

bool isUpstreamHealthy(const PeerList &list) noexcept
{
    std::uint64_t available = 0;
    for (const Peer &peer : list.peers)
        available += peer.health->isHealthy() ? peer.weight : 0;
    return list.totalWeight > 0 &&
           static_cast<double>(available) * 100 > list.settings->threshold * static_cast<double>(list.totalWeight);
}

Upstream::Upstream()
    : m_number(++upstreamsMade)
    , m_settings(std::make_shared<UpstreamSettings>())
    , m_peers(std::make_shared<PeerList>(PeerList{m_settings, {}, {}, false, 0}))
{
}

void Upstream::configure(std::shared_ptr<const UpstreamSettings> settings)
{
    const std::lock_guard lock(m_mutex);
    m_settings = std::move(settings);
    rebuild();
}

void Upstream::setAnswer(const std::string &host, const net::DnsAnswerPtr &answer)
{
    const std::lock_guard lock(m_mutex);
    m_answers[host] = answer;
    rebuild();
}

// The workers' state hangs on the list: it is only replaced when something in it is another one.
void Upstream::rebuild()
{
    std::erase_if(m_answers, [this](const auto &entry) {
        return std::none_of(m_settings->targets.begin(), m_settings->targets.end(),
                            [&entry](const UpstreamTarget &target) { return target.host == entry.first; });
    });
    std::int64_t validUntil = std::numeric_limits<std::int64_t>::max();
    for (const auto &entry : m_answers)
        validUntil = std::min(validUntil, entry.second->validUntil);
    auto next = std::make_shared<PeerList>(makePeerList(m_settings, m_answers, m_health));
    m_validUntil.store(next->isWaiting ? 0 : validUntil, std::memory_order_relaxed);
    if (isSame(*next, *m_peers))
        return;
    m_peers = std::move(next);
    m_revision.fetch_add(1, std::memory_order_release);
}

Upstream::PeerListPtr Upstream::peers() const
{
    const std::lock_guard lock(m_mutex);
    return m_peers;
}

void Upstream::reportStatus(const PeerList &list, const Peer &peer, CheckKind kind, int status)
{
    const HealthLimits &limits = limitsOf(list, kind);
    const auto index = static_cast<std::size_t>(status);
    if (index >= limits.good.size())
        return;
    if (limits.good[index])
        report(list, peer, kind, HealthReport::Success);
    else if (limits.bad[index] || status == 0)
        report(list, peer, kind, HealthReport::HttpFailure);
}

void Upstream::report(const PeerList &list, const Peer &peer, CheckKind kind, HealthReport report)
{
    if (!list.settings->isChecked)
        return;
    announce(list, peer, peer.health->report(report, limitFor(limitsOf(list, kind), report)));
}

void Upstream::set(const PeerList &list, const Peer &peer, bool isHealthy)
{
    announce(list, peer, peer.health->set(isHealthy));
}

void Upstream::announce(const PeerList &list, const Peer &peer, PeerHealth::Change change)
{
    if (change == PeerHealth::Change::None)
        return;
    m_healthRevision.fetch_add(1, std::memory_order_release);
    const bool healthy = change == PeerHealth::Change::BecameHealthy;
    qCWarning(lcProxy, "Upstream %s: target %s (%s:%d) is %s now; the upstream is %s.", list.settings->name.c_str(),
              peer.host.c_str(), peer.ip.c_str(), int(peer.port()), healthy ? "healthy" : "unhealthy",
              isUpstreamHealthy(list) ? "healthy" : "unhealthy");
}

} // namespace gatehouse
