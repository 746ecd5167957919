// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/balancing/upstream_watch.h"
#include "core/base/thread_member.h"
#include "core/runtime/log_writer.h"
#include "core/runtime/worker_thread.h"

#include <chrono>
#include <memory>
#include <vector>

namespace gatehouse {

// The worker threads of the proxy: starts and ends them while the others run, deals the listening descriptors out among
// them, gives each a new snapshot. A descriptor once opened stays open until the pool drains: closing one would reset
// the connections that are on their way to it. Thread: control.
class WorkerPool : public ThreadMember
{
    Q_OBJECT
public:
    struct Services {
        const ProxySettings &settings;
        TrafficCounters &counters;
        LogWriter &logs;
        UpstreamWatch *watch = nullptr;            // outlives the workers
        std::chrono::milliseconds drainTimeout{0}; // of a worker that is not needed any more
    };

    explicit WorkerPool(const Services &services, QObject *parent = nullptr);
    ~WorkerPool() override; // ends every connection

    // So many workers on these ports, one listener each. Fails when the system refuses descriptors (ErrorKind::Io) or
    // there are too many (ErrorKind::Invalid); workers that run already go on then.
    Result<> start(int count, std::vector<WorkerListener> listeners, const SnapshotPtr &snapshot);
    // Changes their number between start() and drain(). Those too many accept nothing more and end with the last of
    // their connections, whose answers say Connection: close, at the latest after drainTimeout. Fails as start() does.
    Result<> resize(int count, const SnapshotPtr &snapshot);
    void publish(const SnapshotPtr &next);
    void drain(); // drained() follows

    [[nodiscard]] int size() const noexcept { return static_cast<int>(m_workers.size()); }

    // Those that accept nothing more and still have connections.
    [[nodiscard]] int retiring() const noexcept { return static_cast<int>(m_retiring.size()); }

    // Reads what the workers' traffic feeds hold; only while watched.
    void setTrafficWatched(bool watched);

    template <class Take>
    void drainTraffic(Take take)
    {
        for (const auto &feed : m_feeds)
            feed->drain(take);
    }

    [[nodiscard]] std::uint64_t droppedTraffic() const;

signals:
    void drained();

private:
    [[nodiscard]] SnapshotPtr ownPointer(const SnapshotPtr &snapshot);
    [[nodiscard]] std::vector<WorkerThread *> all() const;
    [[nodiscard]] std::uint32_t freeNumber() const;
    [[nodiscard]] TrafficFeed &feed(std::size_t worker);
    void add(const SnapshotPtr &snapshot);
    void retireLast();
    void endAfterTimeout(WorkerThread *worker);
    void deal(std::vector<WorkerListener> listeners);
    void onDrained();

    Services m_services;
    std::vector<std::unique_ptr<TrafficFeed>> m_feeds; // by the number of the worker
    std::vector<std::unique_ptr<WorkerThread>> m_workers;
    std::vector<std::unique_ptr<WorkerThread>> m_retiring;
    bool m_isWatched = false;
    bool m_isDraining = false;
};

} // namespace gatehouse
