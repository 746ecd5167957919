// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/worker_pool.h"

#include "core/net/poller.h"

#include <QAbstractEventDispatcher>

namespace gatehouse {

WorkerPool::WorkerPool(const Services &services, QObject *parent)
    : QObject(parent)
    , m_services(services)
{
}

WorkerPool::~WorkerPool()
{
    for (const auto &worker : m_workers)
        QMetaObject::invokeMethod(worker.get(), &Worker::stop, Qt::BlockingQueuedConnection);
    m_threads.clear(); // ends the threads; the workers have nothing left that needs one
    m_workers.clear();
}

void WorkerPool::start(std::vector<std::vector<WorkerListener>> listeners, const SnapshotPtr &snapshot)
{
    for (std::size_t i = 0; i < listeners.size(); ++i) {
        m_feeds.push_back(std::make_unique<TrafficFeed>());
        WorkerSetup setup;
        setup.index = static_cast<std::uint32_t>(i);
        setup.settings = &m_services.settings;
        setup.counters = &m_services.counters.shard(i);
        setup.logs = m_services.logs.addSink();
        setup.traffic = m_feeds.back().get();
        setup.names = m_services.watch;
        setup.snapshot = ownPointer(snapshot);
        setup.listeners = std::move(listeners[i]);

        ThreadPtr thread(new QThread);
        thread->setObjectName(QStringLiteral("worker-%1").arg(i));
        if (auto dispatcher = net::makeWorkerDispatcher())
            thread->setEventDispatcher(dispatcher.release());
        auto worker = std::make_unique<Worker>(std::move(setup));
        worker->moveToThread(thread.get());
        if (m_services.watch) // not by way of the control thread, which may be busy
            connect(m_services.watch, &UpstreamWatch::answered, worker.get(), &Worker::wakeWaiting);
        connect(worker.get(), &Worker::drained, this, &WorkerPool::onWorkerDrained);
        thread->start();
        QMetaObject::invokeMethod(worker.get(), &Worker::start, Qt::BlockingQueuedConnection);
        m_threads.push_back(std::move(thread));
        m_workers.push_back(std::move(worker));
    }
}

// Each worker gets a pointer with a count of its own, so that requests on different workers never touch the same
// counter; and the last one to let go does not free a large configuration in the middle of a request: that happens
// on the control thread.
SnapshotPtr WorkerPool::ownPointer(const SnapshotPtr &snapshot)
{
    return {snapshot.get(), [this, owner = snapshot](const Snapshot *) mutable {
                QMetaObject::invokeMethod(
                    this, [last = std::move(owner)] {}, Qt::QueuedConnection);
            }};
}

// Every worker has it before the first one uses it.
void WorkerPool::publish(const SnapshotPtr &next)
{
    for (const auto &worker : m_workers)
        worker->offerSnapshot(ownPointer(next));
    for (const auto &worker : m_workers)
        QMetaObject::invokeMethod(worker.get(), &Worker::takeSnapshot);
}

void WorkerPool::drain()
{
    m_drainedWorkers = 0;
    // Nobody listens any more when the first connection ends: its client would come again.
    for (const auto &worker : m_workers)
        QMetaObject::invokeMethod(worker.get(), &Worker::stopListening, Qt::BlockingQueuedConnection);
    for (const auto &worker : m_workers)
        QMetaObject::invokeMethod(worker.get(), &Worker::drain);
}

void WorkerPool::onWorkerDrained()
{
    if (++m_drainedWorkers == m_workers.size())
        emit drained();
}

void WorkerPool::setTrafficWatched(bool watched)
{
    for (const auto &feed : m_feeds)
        feed->setWatched(watched);
}

std::uint64_t WorkerPool::droppedTraffic() const
{
    std::uint64_t sum = 0;
    for (const auto &feed : m_feeds)
        sum += feed->dropped();
    return sum;
}

} // namespace gatehouse
