// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/proxy/worker.h"

#include "core/proxy/transaction.h"

#include <QThread>

#include <unistd.h>

namespace gatehouse {

Worker::Worker(WorkerSetup setup)
    : m_setup(std::move(setup))
    , m_poller(nullptr, [](net::Poller *) {})
{
}

Worker::~Worker() = default;

void Worker::start()
{
    Q_ASSERT(QThread::currentThread() == thread());
    m_poller = net::pollerOfThisThread();
    m_context = std::make_unique<WorkerContext>(*m_poller, *m_setup.counters, *m_setup.settings, m_setup.names);
    m_context->index = m_setup.index;
    m_context->snapshot = std::move(m_setup.snapshot);
    m_context->logs = m_setup.logs;
    m_context->traffic = m_setup.traffic;
}

void Worker::listen(std::vector<WorkerListener> listeners)
{
    Q_ASSERT(QThread::currentThread() == thread());
    for (WorkerListener &listener : listeners) {
        const bool tls = listener.tls;
        m_acceptors.push_back(std::make_unique<Acceptor>(
            std::move(listener), *m_poller, [this](const AcceptedConnection &accepted) { adoptConnection(accepted); },
            [this, tls] { return m_context->gate.hasRoom(m_connections.size(), tls, m_poller->now()); }));
    }
}

std::vector<WorkerListener> Worker::giveListeners()
{
    Q_ASSERT(QThread::currentThread() == thread());
    std::vector<WorkerListener> listeners;
    for (const auto &acceptor : m_acceptors)
        listeners.push_back(acceptor->release());
    m_acceptors.clear();
    return listeners;
}

void Worker::adoptConnection(const AcceptedConnection &accepted)
{
    if (!m_context->gate.enter(accepted, m_poller->now())) {
        ::close(accepted.descriptor);
        return;
    }
    takeSnapshot();
    auto connection =
        std::make_unique<ClientConnection>(accepted, *m_context, static_cast<ClientConnectionOwner &>(*this));
    ClientConnection *key = connection.get();
    m_connections.emplace(key, std::move(connection));
    if (m_context->draining)
        key->drain();
}

void Worker::offerSnapshot(SnapshotPtr next)
{
    const std::lock_guard lock(m_offering);
    m_offered = std::move(next);
    m_isOffered.store(true, std::memory_order_release);
}

void Worker::takeSnapshot()
{
    Q_ASSERT(QThread::currentThread() == thread());
    if (!m_isOffered.load(std::memory_order_acquire))
        return;
    SnapshotPtr next;
    {
        const std::lock_guard lock(m_offering);
        next = std::move(m_offered);
        m_isOffered.store(false, std::memory_order_release);
    }
    m_context->snapshot = std::move(next);
    m_context->balancers.keepOnly(m_context->snapshot->upstreams);
}

void Worker::wakeWaiting()
{
    Q_ASSERT(QThread::currentThread() == thread());
    if (m_context)
        m_context->balancers.wake();
}

void Worker::stopListening()
{
    Q_ASSERT(QThread::currentThread() == thread());
    for (const auto &acceptor : m_acceptors)
        acceptor->acceptAll();
    m_acceptors.clear();
    m_context->draining = true;
}

void Worker::drain()
{
    Q_ASSERT(QThread::currentThread() == thread());
    m_context->draining = true;
    std::vector<ClientConnection *> open;
    for (const auto &entry : m_connections)
        open.push_back(entry.first);
    for (ClientConnection *connection : open)
        connection->drain();
    reportDrained();
}

void Worker::retire()
{
    Q_ASSERT(QThread::currentThread() == thread());
    m_context->draining = true;
    reportDrained();
}

void Worker::reportDrained()
{
    if (m_isDrained || !m_context || !m_context->draining || !m_connections.empty())
        return;
    m_isDrained = true;
    if (m_setup.onDrained)
        m_setup.onDrained();
}

void Worker::stop()
{
    Q_ASSERT(QThread::currentThread() == thread());
    m_acceptors.clear();
    m_context->draining = false; // nobody waits for onDrained any more
    std::vector<ClientConnection *> open;
    for (const auto &entry : m_connections)
        open.push_back(entry.first);
    for (ClientConnection *connection : open)
        connection->abort();
    m_closed.clear();
    m_context.reset();
}

void Worker::onConnectionClosed(ClientConnection &connection)
{
    const auto found = m_connections.find(&connection);
    if (found == m_connections.end())
        return;
    if (m_closed.empty())
        QMetaObject::invokeMethod(this, &Worker::destroyClosed, Qt::QueuedConnection);
    m_closed.push_back(std::move(found->second));
    m_connections.erase(found);
}

void Worker::destroyClosed()
{
    m_closed.clear();
    reportDrained();
}

} // namespace gatehouse
