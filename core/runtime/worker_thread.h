// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/thread_ptr.h"
#include "core/proxy/worker.h"

#include <QObject>

#include <memory>
#include <vector>

namespace gatehouse {

// A worker on the thread it lives on. Thread: control. Destroying it ends the worker's connections and waits for the
// thread.
class WorkerThread : public QObject
{
    Q_OBJECT
public:
    explicit WorkerThread(WorkerSetup setup);
    ~WorkerThread() override;

    void start();

    [[nodiscard]] std::uint32_t index() const noexcept { return m_index; }

    // For connections and offerSnapshot().
    [[nodiscard]] Worker &worker() noexcept { return *m_worker; }

    void takeSnapshot() { call(&Worker::takeSnapshot); }

    void listen(std::vector<WorkerListener> listeners);
    [[nodiscard]] std::vector<WorkerListener> giveListeners();

    void stopListening() { call(&Worker::stopListening); }

    void drain() { post(&Worker::drain); }

    void retire() { post(&Worker::retire); }

    [[nodiscard]] bool isDrained() const noexcept { return m_isDrained; }

signals:
    void drained();

private:
    using Step = void (Worker::*)();

    void post(Step step);
    void call(Step step); // waits until it is done

    std::uint32_t m_index;
    ThreadPtr m_thread;
    std::unique_ptr<Worker> m_worker;
    bool m_isDrained = false;
};

} // namespace gatehouse
