// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/worker_thread.h"

#include "core/net/poller.h"

#include <QAbstractEventDispatcher>

namespace gatehouse {

WorkerThread::WorkerThread(WorkerSetup setup)
    : m_index(setup.index)
    , m_thread(new LoopThread)
    , m_worker(std::make_unique<Worker>(withReport(std::move(setup))))
{
    m_thread->setObjectName(QStringLiteral("worker-%1").arg(m_index));
    if (auto dispatcher = net::makeWorkerDispatcher())
        m_thread->setEventDispatcher(dispatcher.release());
    m_worker->moveToThread(m_thread.get());
}

WorkerThread::~WorkerThread()
{
    if (m_watch)
        m_watch->removeWaiter(*m_worker);
    if (m_thread->isRunning())
        finish(&Worker::stop);
    m_thread.reset(); // ends the thread; the worker has nothing left that needs one
}

WorkerSetup WorkerThread::withReport(WorkerSetup setup)
{
    setup.onDrained = [this] {
        post([this] {
            m_isDrained = true;
            emit drained();
        });
    };
    return setup;
}

void WorkerThread::start()
{
    m_thread->begin();
    finish(&Worker::start);
}

// Not by way of the control thread, which may be busy.
void WorkerThread::wakeAfter(UpstreamWatch &watch)
{
    m_watch = &watch;
    watch.addWaiter(*m_worker, [worker = m_worker.get()] { worker->wakeWaiting(); });
}

void WorkerThread::listen(std::vector<WorkerListener> listeners)
{
    m_worker->call([this, &listeners] { m_worker->listen(std::move(listeners)); });
}

std::vector<WorkerListener> WorkerThread::giveListeners()
{
    std::vector<WorkerListener> given;
    m_worker->call([this, &given] { given = m_worker->giveListeners(); });
    return given;
}

void WorkerThread::begin(Step step)
{
    m_worker->post([worker = m_worker.get(), step] { (worker->*step)(); });
}

void WorkerThread::finish(Step step)
{
    m_worker->call([worker = m_worker.get(), step] { (worker->*step)(); });
}

} // namespace gatehouse
