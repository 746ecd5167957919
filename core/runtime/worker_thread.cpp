// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/worker_thread.h"

#include "core/net/poller.h"

#include <QAbstractEventDispatcher>

namespace gatehouse {

WorkerThread::WorkerThread(WorkerSetup setup)
    : m_index(setup.index)
    , m_thread(new QThread)
    , m_worker(std::make_unique<Worker>(std::move(setup)))
{
    m_thread->setObjectName(QStringLiteral("worker-%1").arg(m_index));
    if (auto dispatcher = net::makeWorkerDispatcher())
        m_thread->setEventDispatcher(dispatcher.release());
    m_worker->moveToThread(m_thread.get());
    connect(m_worker.get(), &Worker::drained, this, [this] {
        m_isDrained = true;
        emit drained();
    });
}

WorkerThread::~WorkerThread()
{
    if (m_thread->isRunning())
        call(&Worker::stop);
    m_thread.reset(); // ends the thread; the worker has nothing left that needs one
}

void WorkerThread::start()
{
    m_thread->start();
    call(&Worker::start);
}

void WorkerThread::listen(std::vector<WorkerListener> listeners)
{
    QMetaObject::invokeMethod(m_worker.get(), [worker = m_worker.get(), taken = std::move(listeners)]() mutable {
        worker->listen(std::move(taken));
    });
}

std::vector<WorkerListener> WorkerThread::giveListeners()
{
    std::vector<WorkerListener> given;
    QMetaObject::invokeMethod(
        m_worker.get(), [&given, worker = m_worker.get()] { given = worker->giveListeners(); },
        Qt::BlockingQueuedConnection);
    return given;
}

void WorkerThread::post(Step step)
{
    QMetaObject::invokeMethod(m_worker.get(), step, Qt::QueuedConnection);
}

void WorkerThread::call(Step step)
{
    QMetaObject::invokeMethod(m_worker.get(), step, Qt::BlockingQueuedConnection);
}

} // namespace gatehouse
