// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/balancing/upstream_watch.h"
#include "core/base/thread_ptr.h"
#include "core/proxy/worker.h"
#include "core/runtime/log_writer.h"

#include <QObject>

#include <memory>
#include <vector>

namespace gatehouse {

// The worker threads of the proxy: starts them, each with its own listening descriptors, gives each a new snapshot.
// Thread: control.
class WorkerPool : public QObject
{
    Q_OBJECT
public:
    struct Services {
        const ProxySettings &settings;
        TrafficCounters &counters;
        LogWriter &logs;
        UpstreamWatch *watch = nullptr; // outlives the workers
    };

    explicit WorkerPool(const Services &services, QObject *parent = nullptr);
    ~WorkerPool() override; // ends every connection

    // One worker for each set of listeners.
    void start(std::vector<std::vector<WorkerListener>> listeners, const SnapshotPtr &snapshot);
    void publish(const SnapshotPtr &next);
    void drain(); // drained() follows

    [[nodiscard]] int size() const noexcept { return static_cast<int>(m_workers.size()); }

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
    void onWorkerDrained();

    Services m_services;
    std::vector<std::unique_ptr<TrafficFeed>> m_feeds;
    std::vector<ThreadPtr> m_threads;
    std::vector<std::unique_ptr<Worker>> m_workers; // each lives on its thread
    std::size_t m_drainedWorkers = 0;
};

} // namespace gatehouse
