// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/balancing/active_checker.h"

#include <algorithm>
#include <utility>

namespace gatehouse {

class ActiveChecker::Clock final : private net::Timer
{
public:
    Clock(ActiveChecker &checker, Group group, std::chrono::milliseconds interval)
        : m_checker(checker)
        , m_group(group)
        , m_interval(interval)
    {
        m_checker.m_poller.arm(*this, m_interval);
    }

private:
    void expired() override
    {
        m_checker.m_poller.arm(*this, m_interval);
        m_checker.probeGroup(m_group);
    }

    ActiveChecker &m_checker;
    Group m_group;
    std::chrono::milliseconds m_interval;
};

struct ActiveChecker::Job {
    Upstream::PeerListPtr list;
    const Peer *peer;
    std::unique_ptr<Probe> probe;
};

bool ActiveChecker::isWanted(const UpstreamSettings &settings) noexcept
{
    const ActiveCheck &check = settings.active;
    return check.type != ProbeType::None && (check.healthyInterval.count() > 0 || check.unhealthyInterval.count() > 0);
}

ActiveChecker::ActiveChecker(net::Poller &poller,
                             UpstreamPtr upstream,
                             std::shared_ptr<const UpstreamSettings> settings)
    : m_poller(poller)
    , m_upstream(std::move(upstream))
    , m_settings(std::move(settings))
{
    const ActiveCheck &check = m_settings->active;
    if (check.type == ProbeType::Https)
        m_tls = std::make_shared<ProbeTlsContext>(
            check.verifiesCertificate ? ProbeTlsContext::Verify::Yes : ProbeTlsContext::Verify::No, check.identity);
    if (check.healthyInterval.count() > 0)
        m_healthyClock = std::make_unique<Clock>(*this, Group::Healthy, check.healthyInterval);
    if (check.unhealthyInterval.count() > 0)
        m_unhealthyClock = std::make_unique<Clock>(*this, Group::Unhealthy, check.unhealthyInterval);
}

ActiveChecker::~ActiveChecker() = default;

// A target whose last probe has not ended is not probed a second time.
void ActiveChecker::probeGroup(Group group)
{
    removeEnded();
    const Upstream::PeerListPtr list = m_upstream->peers();
    for (const Peer &peer : list->peers) {
        const auto isForPeer = [&peer](const auto &job) { return job->peer->health == peer.health; };
        if (peer.weight == 0 || peer.health->isHealthy() != (group == Group::Healthy) ||
            std::any_of(m_waiting.begin(), m_waiting.end(), isForPeer) ||
            std::any_of(m_running.begin(), m_running.end(), isForPeer))
            continue;
        m_waiting.push_back(std::make_unique<Job>(Job{list, &peer, nullptr}));
    }
    startNext();
}

void ActiveChecker::startNext()
{
    while (!m_waiting.empty() && m_running.size() < m_settings->active.concurrency) {
        Job &job = *m_running.emplace_back(std::move(m_waiting.front()));
        m_waiting.pop_front();
        job.probe = std::make_unique<Probe>(m_poller, requestFor(*job.peer),
                                            [this, &job](const Probe::Result &result) { ended(job, result); });
        job.probe->start();
    }
}

ProbeRequest ActiveChecker::requestFor(const Peer &peer) const
{
    const ActiveCheck &check = m_settings->active;
    ProbeRequest request;
    request.address = peer.address();
    request.timeout = check.timeout;
    request.tls = m_tls;
    request.onlyConnects = check.type == ProbeType::Tcp;
    request.serverName = check.serverName.empty() ? peer.host : check.serverName;
    request.text = "GET " + check.path + " HTTP/1.0\r\n";
    for (const std::string &line : check.headers)
        request.text += line + "\r\n";
    request.text += "Host: " + (m_settings->hostHeader.empty() ? peer.host : m_settings->hostHeader) + "\r\n\r\n";
    return request;
}

void ActiveChecker::ended(Job &job, const Probe::Result &result)
{
    switch (result.kind) {
    case Probe::Result::Kind::Connected:
        m_upstream->report(*job.list, *job.peer, CheckKind::Active, HealthReport::Success);
        break;
    case Probe::Result::Kind::Answered:
        m_upstream->reportStatus(*job.list, *job.peer, CheckKind::Active, result.status);
        break;
    case Probe::Result::Kind::TcpFailure:
        m_upstream->report(*job.list, *job.peer, CheckKind::Active, HealthReport::TcpFailure);
        break;
    case Probe::Result::Kind::Timeout:
        m_upstream->report(*job.list, *job.peer, CheckKind::Active, HealthReport::Timeout);
        break;
    }
    const auto found =
        std::find_if(m_running.begin(), m_running.end(), [&job](const auto &one) { return one.get() == &job; });
    m_ended.push_back(std::move(*found));
    m_running.erase(found);
    startNext();
}

void ActiveChecker::removeEnded()
{
    m_ended.clear();
}

} // namespace gatehouse
