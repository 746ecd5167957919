// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/thread_ptr.h"
#include "core/proxy/worker.h"
#include "core/runtime/log_writer.h"

#include <QObject>

#include <memory>
#include <mutex>
#include <vector>

namespace gatehouse {

// The worker threads of the proxy: starts them, deals accepted connections out to them, gives each a new snapshot.
// Thread: control; handOver() may be called from the accept thread between start() and destruction.
class WorkerPool : public QObject
{
    Q_OBJECT
public:
    struct Services {
        const ProxySettings &settings;
        TrafficCounters &counters;
        LogWriter &logs;
    };

    explicit WorkerPool(const Services &services, QObject *parent = nullptr);
    ~WorkerPool() override; // ends every connection

    void start(int workers, const SnapshotPtr &snapshot);
    void publish(const SnapshotPtr &next);
    // Round robin: connections live long and cost alike.
    void handOver(const AcceptedConnection &accepted);
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
    std::size_t m_next = 0;                         // worker for the next connection; accept thread only
    // Held while all workers are told of a snapshot, so that whoever connects after seeing it on one worker meets it on
    // every other; taken once per connection, never per request.
    std::mutex m_publishing;
    std::size_t m_drainedWorkers = 0;
};

} // namespace gatehouse
