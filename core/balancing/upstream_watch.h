// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/balancing/active_checker.h"
#include "core/balancing/worker_balancers.h"
#include "core/base/thread_member.h"
#include "core/net/resolver.h"

#include <memory>
#include <mutex>
#include <unordered_map>
#include <vector>

namespace gatehouse {

// Looks after all upstreams beside the requests: looks up the names of their targets, again when they expire, and
// probes the targets. Names of services are looked up when a worker asks.
// Thread: balancing; made elsewhere, moved to its thread, then start() is called there. lookUp() may be called from
// anywhere between start() and stop(), the others through the thread's event loop.
class UpstreamWatch : public ThreadMember, public NameService
{
    Q_OBJECT
public:
    explicit UpstreamWatch(net::ResolverSettings settings);
    ~UpstreamWatch() override;

    void start();
    void adopt(const std::vector<ConfiguredUpstream> &upstreams);
    // Ends everything. After this only destruction is allowed.
    void stop();

    void lookUp(const UpstreamPtr &upstream) override;

    // The member runs the task after each answer until it is removed, which must be before its thread ends. Thread:
    // any.
    void addWaiter(ThreadMember &member, Task task);
    void removeWaiter(const ThreadMember &member);

private:
    class Watched;

    struct Waiter {
        ThreadMember *member;
        Task task;
    };

    void tellWaiters();
    void lookUpNow(const UpstreamPtr &upstream);

    net::ResolverSettings m_settings;
    std::unique_ptr<net::Poller, void (*)(net::Poller *)> m_poller;
    std::unordered_map<std::uint64_t, std::shared_ptr<Watched>> m_watched; // by the upstream's number
    std::unique_ptr<net::Resolver> m_resolver;
    std::mutex m_telling; // taken once for each answer
    std::vector<Waiter> m_waiters;
};

} // namespace gatehouse
