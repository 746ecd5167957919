// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/balancing/balancer.h"

#include <functional>
#include <memory>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace gatehouse {

// Looks up the names of an upstream's targets, for all workers; they are told when an answer is there.
// Thread: any may ask.
class NameService
{
public:
    virtual ~NameService() = default;
    virtual void lookUp(const UpstreamPtr &upstream) = 0;
};

// The balancers of one worker, and the requests that wait for a name.
// Thread: worker. Lives in its WorkerContext.
class WorkerBalancers
{
public:
    explicit WorkerBalancers(NameService *names)
        : m_names(names)
    {
    }

    [[nodiscard]] Balancer &at(const UpstreamPtr &upstream);

    // Chooses as Balancer::choose does, and has names looked up that are needed or have become too old.
    [[nodiscard]] PeerChoice
    choose(const UpstreamPtr &upstream, PeerLease &lease, std::string_view key, std::int64_t now);

    // Calls once, when a name has been looked up: it need not be the one that is waited for.
    void wait(std::function<void()> callback) { m_waiting.push_back(std::move(callback)); }

    void wake();

    // Balancers of upstreams that are not among these are given up once no request uses them.
    void keepOnly(const std::vector<ConfiguredUpstream> &upstreams);

private:
    NameService *m_names;
    std::unordered_map<std::uint64_t, std::unique_ptr<Balancer>> m_balancers; // by the upstream's number
    std::vector<std::function<void()>> m_waiting;
};

} // namespace gatehouse
