// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/thread_member.h"
#include "core/proxy/acceptor.h"
#include "core/proxy/client_connection.h"
#include "core/proxy/worker_context.h"

#include <atomic>
#include <functional>
#include <memory>
#include <mutex>
#include <unordered_map>
#include <vector>

namespace gatehouse {

// What a worker is told about itself when it starts.
struct WorkerSetup {
    std::uint32_t index = 0;
    const ProxySettings *settings = nullptr;
    TrafficShard *counters = nullptr;
    LogSink *logs = nullptr;
    TrafficFeed *traffic = nullptr;
    NameService *names = nullptr;
    SnapshotPtr snapshot;
    std::function<void()> onDrained; // called once, on the worker's thread
};

// Station 2: one thread's share of the proxy: its connections, its upstream pool, its snapshot pointer.
// Thread: worker; made elsewhere, moved to its thread, then start() is called there. The other public functions are
// given to it as tasks, never called directly from another thread.
class Worker : public ThreadMember, private ClientConnectionOwner
{
    Q_OBJECT
public:
    explicit Worker(WorkerSetup setup);
    ~Worker() override;

    void start();
    // Accepts from these as well.
    void listen(std::vector<WorkerListener> listeners);
    // Accepts from nowhere any more; what waits to be accepted is for whoever gets the result.
    [[nodiscard]] std::vector<WorkerListener> giveListeners();
    // A configuration for the next request; requests under way keep theirs. Thread: any, between start() and stop().
    void offerSnapshot(SnapshotPtr next);
    // Uses what was offered last: called when the worker is told of it, and before a connection is accepted, so that
    // whoever connects after meeting a configuration on one worker meets it on every other.
    void takeSnapshot();
    // A host name has been looked up: requests that wait for one look again.
    void wakeWaiting();
    // What waits to be accepted is accepted; nothing is after that, and answers say so to their clients.
    void stopListening();
    // Idle connections end now, busy ones with their answer; onDrained follows when none is left.
    void drain();
    // Every connection ends with its next answer, so that no client sends a request to a closed one; onDrained follows.
    void retire();
    // Ends everything. After this only destruction is allowed.
    void stop();

private:
    void adoptConnection(const AcceptedConnection &accepted);
    void onConnectionClosed(ClientConnection &connection) override;
    void destroyClosed();
    void reportDrained();

    WorkerSetup m_setup;
    std::unique_ptr<net::Poller, void (*)(net::Poller *)> m_poller;
    std::unique_ptr<WorkerContext> m_context;
    std::vector<std::unique_ptr<Acceptor>> m_acceptors;
    std::unordered_map<ClientConnection *, std::unique_ptr<ClientConnection>> m_connections;
    std::vector<std::unique_ptr<ClientConnection>> m_closed; // destroyed from the event loop
    std::mutex m_offering;                                   // taken twice for each configuration
    SnapshotPtr m_offered;
    std::atomic<bool> m_isOffered = false;
    bool m_isDrained = false;
};

} // namespace gatehouse
