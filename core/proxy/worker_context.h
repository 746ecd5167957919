// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/balancing/worker_balancers.h"
#include "core/base/warning_budget.h"
#include "core/counters/traffic_counters.h"
#include "core/http/limits.h"
#include "core/net/poller.h"
#include "core/plugins/log_sink.h"
#include "core/proxy/buffer_pool.h"
#include "core/proxy/connection_gate.h"
#include "core/proxy/request_ids.h"
#include "core/proxy/traffic_feed.h"
#include "core/proxy/upstream_pool.h"
#include "core/snapshot/snapshot.h"

#include <array>
#include <chrono>
#include <memory>
#include <string_view>
#include <vector>

namespace gatehouse {

class Transaction;

// What an operator may set of the proxy. Sizes and times as Kong and its nginx have them, where they have them.
struct ProxySettings {
    http::Limits requestLimits;
    http::Limits responseLimits = http::Limits::forResponses();
    std::chrono::milliseconds headTimeout{10000};     // for the whole request head
    std::chrono::milliseconds bodyTimeout{60000};     // between two parts of a request body
    std::chrono::milliseconds sendTimeout{60000};     // between two parts of a response the client takes
    std::chrono::milliseconds idleTimeout{75000};     // of a kept connection
    std::chrono::milliseconds lingerTimeout{5000};    // of silence while reading away what a refused client still sends
    std::chrono::milliseconds lingerTime{30000};      // in all
    std::size_t lingerLimit = 64 * 1024 * 1024;       // bytes
    std::size_t bufferedBodyLimit = 1024 * 1024;      // bytes; longer bodies are streamed
    std::chrono::milliseconds bufferedBodyTime{1000}; // and those that take longer than this to arrive
    std::uint64_t bodyLimit = 0;                      // bytes of a request body, 413 beyond; 0: none
    std::uint32_t bodyRate = 240;                     // bytes a second that a body must reach; 0: any
    std::chrono::milliseconds bodyRateGrace{5000};    // of waiting for the client, before that is asked
    std::size_t wholeBodyLimit = 8 * 1024 * 1024;     // bytes; of bodies that plugins read, 413 beyond
    std::uint32_t sendRate = 240;                     // bytes a second that a client must take; 0: any
    std::chrono::milliseconds sendRateGrace{30000};   // of waiting for it, before that is asked
    std::uint32_t requestsPerConnection = 10000;
    std::uint32_t connectionsPerWorker = 16384; // open at once; further ones wait
    std::uint32_t connectionsPerAddress = 0;    // per worker; further ones are closed; 0: any number
    std::uint32_t handshakesPerSecond = 2000;   // TLS, per worker; further connections wait; 0: any number
    std::uint32_t descriptorReserve = 64;       // that client and upstream connections leave to others
    bool redactsKeys = true;                    // in logs: what key-auth and jwt read
    UpstreamKeepalive upstreamKeepalive;
};

// Everything that belongs to one worker thread and that the stations of a request share.
// Thread: worker. Lives as long as its Worker, outlives all connections.
struct WorkerContext final : private net::Timer {
    // `names` may be null: then host names are never resolved.
    WorkerContext(net::Poller &poller, TrafficShard &counters, const ProxySettings &settings, NameService *names);
    ~WorkerContext() override;

    [[nodiscard]] Transaction *takeTransaction();
    void giveTransaction(Transaction *transaction);

    // "Sun, 06 Nov 1994 08:49:37 GMT", made once per second (RFC 9110 5.6.7).
    [[nodiscard]] std::string_view httpDate();

    // The hooks' view of this worker at this moment.
    [[nodiscard]] WorkerServices services() const noexcept
    {
        return {poller.nowWall(), index, logs, settings.redactsKeys};
    }

    net::Poller &poller;
    TrafficShard &counters;
    const ProxySettings &settings;
    std::uint32_t index = 0;
    SnapshotPtr snapshot;
    LogSink *logs = nullptr;
    TrafficFeed *traffic = nullptr;
    ConnectionGate gate;
    BufferPool buffers;
    UpstreamPool upstreams;
    WorkerBalancers balancers;
    RequestIds requestIds;
    routing::MatchScratch matchScratch;
    WarningBudget warnings; // of what an upstream can cause with every request
    bool draining = false;  // answers say Connection: close

private:
    void expired() override; // gives back what the last burst needed
    void watchSurplus();

    FreeList<std::unique_ptr<Transaction>> m_freeTransactions;
    std::size_t m_dateSize = 0;
    std::int64_t m_dateSecond = 0;
    std::array<char, 32> m_date{};
};

} // namespace gatehouse
