// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/balancing/probe.h"
#include "core/balancing/upstream_directory.h"

#include <deque>
#include <memory>
#include <string>
#include <vector>

namespace gatehouse {

// Probes the targets of one upstream, the healthy ones and the unhealthy ones each in their own interval; the first
// probe comes after one interval.
// Thread: balancing.
class ActiveChecker
{
public:
    ActiveChecker(net::Poller &poller, UpstreamPtr upstream, std::shared_ptr<const UpstreamSettings> settings);
    ~ActiveChecker();

    // Whether the configuration asks for probes.
    [[nodiscard]] static bool isWanted(const UpstreamSettings &settings) noexcept;

private:
    enum class Group : std::uint8_t { Healthy, Unhealthy };
    class Clock;
    struct Job;

    void probeGroup(Group group);
    void startNext();
    [[nodiscard]] ProbeRequest requestFor(const Peer &peer) const;
    void ended(Job &job, const Probe::Result &result);
    void removeEnded();

    net::Poller &m_poller;
    UpstreamPtr m_upstream;
    std::shared_ptr<const UpstreamSettings> m_settings;
    std::shared_ptr<const ProbeTlsContext> m_tls; // for https
    std::deque<std::unique_ptr<Job>> m_waiting;
    std::vector<std::unique_ptr<Job>> m_running;
    std::vector<std::unique_ptr<Job>> m_ended; // their probes may still be on the stack
    std::unique_ptr<Clock> m_healthyClock;
    std::unique_ptr<Clock> m_unhealthyClock;
};

} // namespace gatehouse
