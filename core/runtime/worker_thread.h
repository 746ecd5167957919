// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/balancing/upstream_watch.h"
#include "core/base/thread_member.h"
#include "core/base/thread_ptr.h"
#include "core/proxy/worker.h"

#include <memory>
#include <utility>
#include <vector>

namespace gatehouse {

// A worker on the thread it lives on. Thread: control. Destroying it ends the worker's connections and waits for the
// thread.
class WorkerThread : public ThreadMember
{
    Q_OBJECT
public:
    explicit WorkerThread(WorkerSetup setup);
    ~WorkerThread() override;

    void start();
    // Requests that wait for a host name look again after each answer.
    void wakeAfter(UpstreamWatch &watch);

    [[nodiscard]] std::uint32_t index() const noexcept { return m_index; }

    void offerSnapshot(SnapshotPtr next) { m_worker->offerSnapshot(std::move(next)); }

    void takeSnapshot() { finish(&Worker::takeSnapshot); }

    void listen(std::vector<WorkerListener> listeners);
    [[nodiscard]] std::vector<WorkerListener> giveListeners();

    void stopListening() { finish(&Worker::stopListening); }

    void drain() { begin(&Worker::drain); }

    void retire() { begin(&Worker::retire); }

    [[nodiscard]] bool isDrained() const noexcept { return m_isDrained; }

signals:
    void drained();

private:
    using Step = void (Worker::*)();

    [[nodiscard]] WorkerSetup withReport(WorkerSetup setup);
    void begin(Step step);
    void finish(Step step); // waits until it is done

    std::uint32_t m_index;
    UpstreamWatch *m_watch = nullptr; // outlives this; null: none
    ThreadPtr m_thread;
    std::unique_ptr<Worker> m_worker;
    bool m_isDrained = false;
};

} // namespace gatehouse
