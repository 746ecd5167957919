// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/worker_pool.h"

#include <QTimer>

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

// As many listeners as workers on each port, plain and TLS.
Result<> addSiblings(std::vector<WorkerListener> &listeners, std::size_t count)
{
    std::array<std::size_t, 2> known{};
    std::array<std::size_t, 2> first{};
    for (std::size_t i = 0; i < listeners.size(); ++i) {
        if (known[listeners[i].tls]++ == 0)
            first[listeners[i].tls] = i;
    }
    for (const bool tls : {false, true}) {
        for (std::size_t i = known[tls]; i != 0 && i < count; ++i) {
            Result<net::ListenSocket> sibling = listeners[first[tls]].socket.sibling();
            if (!sibling)
                return Error{ErrorKind::Io, u"Cannot listen once more: %1."_s.arg(sibling.error().message)};
            listeners.push_back({std::move(*sibling), tls, static_cast<std::uint32_t>(i)});
        }
    }
    return {};
}

} // namespace

WorkerPool::WorkerPool(const Services &services, QObject *parent)
    : ThreadMember(parent)
    , m_services(services)
{
}

WorkerPool::~WorkerPool() = default;

Result<> WorkerPool::start(int count, std::vector<WorkerListener> listeners, const SnapshotPtr &snapshot)
{
    const auto wanted = static_cast<std::size_t>(std::max(count, 1));
    Result<> result;
    if (wanted + m_retiring.size() > TrafficCounters::maxWorkers)
        result = Error{ErrorKind::Invalid, u"There are at most %1 workers."_s.arg(TrafficCounters::maxWorkers)};
    else
        result = addSiblings(listeners, wanted);
    while (result && m_workers.size() < wanted)
        add(snapshot);
    while (result && m_workers.size() > wanted)
        retireLast();
    deal(std::move(listeners));
    return result;
}

Result<> WorkerPool::resize(int count, const SnapshotPtr &snapshot)
{
    std::vector<WorkerListener> listeners;
    for (const auto &worker : m_workers)
        std::ranges::move(worker->giveListeners(), std::back_inserter(listeners));
    for (const WorkerListener &listener : listeners) {
        if (listener.number == 0)
            listener.socket.shareAmong(static_cast<std::uint32_t>(std::max(count, 1)));
    }
    return start(count, std::move(listeners), snapshot);
}

void WorkerPool::add(const SnapshotPtr &snapshot)
{
    WorkerSetup setup;
    setup.index = freeNumber();
    setup.settings = &m_services.settings;
    setup.counters = &m_services.counters.shard(setup.index);
    setup.logs = m_services.logs.sink(setup.index);
    setup.traffic = &feed(setup.index);
    setup.names = m_services.watch;
    setup.snapshot = ownPointer(snapshot);
    auto worker = std::make_unique<WorkerThread>(std::move(setup));
    if (m_services.watch)
        worker->wakeAfter(*m_services.watch);
    // Queued: it may be destroyed for it.
    connect(worker.get(), &WorkerThread::drained, this, &WorkerPool::onDrained, Qt::QueuedConnection);
    worker->start();
    m_workers.push_back(std::move(worker));
}

// Counters, log ring and feed have one writer each: nobody gets the number of a worker that still runs.
std::uint32_t WorkerPool::freeNumber() const
{
    const std::vector<WorkerThread *> taken = all();
    std::uint32_t number = 0;
    while (std::ranges::find(taken, number, &WorkerThread::index) != taken.end())
        ++number;
    return number;
}

TrafficFeed &WorkerPool::feed(std::size_t worker)
{
    while (m_feeds.size() <= worker) {
        m_feeds.push_back(std::make_unique<TrafficFeed>());
        m_feeds.back()->setWatched(m_isWatched);
    }
    return *m_feeds[worker];
}

std::vector<WorkerThread *> WorkerPool::all() const
{
    std::vector<WorkerThread *> workers;
    for (const auto *group : {&m_workers, &m_retiring}) {
        for (const auto &worker : *group)
            workers.push_back(worker.get());
    }
    return workers;
}

void WorkerPool::retireLast()
{
    WorkerThread *worker = m_workers.back().get();
    m_retiring.push_back(std::move(m_workers.back()));
    m_workers.pop_back();
    worker->retire();
    QTimer::singleShot(m_services.drainTimeout, worker, [this, worker] { endAfterTimeout(worker); });
}

void WorkerPool::endAfterTimeout(WorkerThread *worker)
{
    worker->drain(); // idle connections are closed, not reset
    std::erase_if(m_retiring, [worker](const auto &retiring) { return retiring.get() == worker; });
    onDrained();
}

// In turn; with more listeners than workers some have several, and the rest gets no new connections.
void WorkerPool::deal(std::vector<WorkerListener> listeners)
{
    if (m_workers.empty())
        return;
    std::vector<std::vector<WorkerListener>> shares(m_workers.size());
    for (WorkerListener &listener : listeners)
        shares[listener.number % shares.size()].push_back(std::move(listener));
    for (std::size_t i = 0; i < shares.size(); ++i)
        m_workers[i]->listen(std::move(shares[i]));
}

// Each worker gets a pointer with a count of its own, so that requests on different workers never touch the same
// counter; and the last one to let go does not free a large configuration in the middle of a request: that happens
// on the control thread.
SnapshotPtr WorkerPool::ownPointer(const SnapshotPtr &snapshot)
{
    return {snapshot.get(), [this, owner = snapshot](const Snapshot *) mutable { post([last = std::move(owner)] {}); }};
}

// Every worker has it before the first one uses it, and all of them use it before this returns: whoever is told that a
// change is made finds it made.
void WorkerPool::publish(const SnapshotPtr &next)
{
    for (WorkerThread *worker : all())
        worker->offerSnapshot(ownPointer(next));
    for (WorkerThread *worker : all())
        worker->takeSnapshot();
}

void WorkerPool::drain()
{
    m_isDraining = true;
    // Nobody listens any more when the first connection ends: its client would come again.
    for (const auto &worker : m_workers)
        worker->stopListening();
    for (WorkerThread *worker : all())
        worker->drain();
}

void WorkerPool::onDrained()
{
    const auto isDrained = [](const auto &worker) { return worker->isDrained(); };
    std::erase_if(m_retiring, isDrained);
    if (m_isDraining && m_retiring.empty() && std::ranges::all_of(m_workers, isDrained)) {
        m_isDraining = false;
        emit drained();
    }
}

void WorkerPool::setTrafficWatched(bool watched)
{
    m_isWatched = watched;
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
