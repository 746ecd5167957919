// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/pages.h"
#include "core/http/request_parser.h"
#include "core/http/response_parser.h"
#include "core/proxy/body_flow.h"
#include "core/proxy/hash_key.h"
#include "core/proxy/local_reply.h"
#include "core/proxy/pipeline.h"
#include "core/proxy/response_head.h"
#include "core/proxy/upstream_connection.h"
#include "core/proxy/worker_context.h"

#include <chrono>
#include <memory>
#include <string>

namespace gatehouse {

class ClientConnection;

// One request and its response: walks the line of stations from the first byte of the head to the log. It is told when
// sockets are ready and goes on as far as it can; it never waits.
//
//   transaction.cpp           receiving the head, routing, access phase, end
//   transaction_body.cpp      a request body that is needed whole
//   transaction_upstream.cpp  choosing a target, connecting, trying again
//   transaction_relay.cpp     both bodies, the upstream's answer
//   transaction_tunnel.cpp    bytes both ways after 101
//   transaction_reply.cpp     answers of the gateway itself
//   transaction_trace.cpp     what happened, for whoever asks
//
// Thread: worker. Pooled by the WorkerContext: begin() when a request starts, and the connection gives it back.
class Transaction final : private UpstreamUser, private net::Timer
{
public:
    explicit Transaction(WorkerContext &worker);
    ~Transaction() override;

    static void *operator new(std::size_t size) { return allocatePages(size); }

    static void operator delete(void *place, std::size_t size) noexcept { freePages(place, size); }

    void begin(ClientConnection &client);
    void onBufferedInput(); // the input already holds bytes of this request
    void onClientReadable();
    void onClientWritable();
    // Before it goes back to the pool: nothing of this request stays.
    void reset();

private:
    enum class Stage : std::uint8_t {
        Head,      // receiving the request head
        WholeBody, // receiving a body that a plugin must see
        Plugin,    // a plugin waits for something
        Resolving, // a host name is being looked up
        Connecting,
        Exchanging, // request and response are on their way
        Tunnel,     // after 101: bytes both ways
        Replying,   // an answer of our own is being sent
        Ended,
    };

    // transaction.cpp
    void readHead();
    void parseHead();
    void onHeadParsed();
    void route();
    void startAccessPhase();
    void runAccessPhase();
    void onVerdict(const Verdict &verdict);
    void finish(bool reusable);
    void logAndCount();
    [[nodiscard]] bool isWatched() const noexcept;
    void publishRecord();
    void clientIsGone();
    [[nodiscard]] std::int64_t instant() const noexcept;
    void waitForClient(std::chrono::milliseconds patience);
    void waitForUpstream(std::chrono::milliseconds patience);
    void expired() override;

    // transaction_body.cpp
    [[nodiscard]] bool buffersBody() noexcept;
    void collectBody();
    void readWholeBody();
    bool takeWholeBody();
    void useWholeBody();
    void streamLongBody();
    void waitForWholeBody();
    void waitForBody(std::chrono::milliseconds patience);
    [[nodiscard]] bool bodyIsTooSlow();
    [[nodiscard]] std::uint64_t bodyReceived() const noexcept;
    void failBody(ProxyError error);

    // transaction_upstream.cpp
    void forward();
    void tryNextTarget();
    void beginTry();
    void choosePeer();
    void waitForName();
    void failWithoutPeer();
    void connect(const net::Address &address);
    [[nodiscard]] UpstreamPeer peerAt(const net::Address &address) const noexcept;
    void proceedConnecting();
    void onConnected();
    void sendRequest();
    void reportTlsProblem() const;
    void onTryFailed(ProxyError error);
    [[nodiscard]] bool mayTryAgain() const noexcept;
    void recordTry(const net::Address &address);
    void reportFailedTry(ProxyError error);
    void reportOutcome();
    void dropUpstream();

    // transaction_relay.cpp
    void onUpstreamReadable() override;
    void onUpstreamWritable() override;
    void pumpRequest();
    void takeRequestBlock();
    void readResponseHead();
    void makeRoomForResponse();
    void onResponseHead();
    void pumpResponse();
    void onResponseSent();
    void abortResponse();
    void watchSockets();
    void sendContinue();
    void passInterim();
    void beginResponse(http::Framing framing, std::uint64_t length, bool chunked);
    void waitForReader();
    [[nodiscard]] bool readerIsTooSlow() const noexcept;

    // transaction_tunnel.cpp
    [[nodiscard]] bool mayStartTunnel() const noexcept;
    void startTunnel();
    void pumpTunnel();
    void onTunnelEvent(net::StreamSocket &socket, BodyFlow &flow, BodyFlow::State waits);
    void endTunnel();

    // transaction_reply.cpp
    void fail(ProxyError error);
    void reply(const Reply &answer, std::string_view decidedBy, bool serverPage);
    void pumpReply();
    [[nodiscard]] bool requestIsConsumed();

    // transaction_trace.cpp
    void beginTrace();
    void traceRoutes(const routing::RouteQuery &query);
    void runResponsePhase();

    WorkerContext &m_worker;
    ClientConnection *m_client = nullptr;
    SnapshotPtr m_snapshot; // pins the configuration this request started with
    const RoutePlan *m_route = nullptr;
    Exchange m_exchange;
    Pipeline m_pipeline;
    http::RequestParser m_requestParser;
    http::ResponseParser m_responseParser;
    http::ChunkedDecoder m_wholeBodyDecoder;
    http::ResponseHead m_response;
    BodyFlow m_requestFlow;
    BodyFlow m_responseFlow;
    Buffer m_requestBlock; // for request bodies that do not fit behind the head
    Buffer m_responseBlock;
    std::string m_wholeBody;
    std::unique_ptr<RequestTrace> m_trace;
    std::unique_ptr<UpstreamConnection> m_upstream;
    const TargetPlan *m_target = nullptr;
    PeerLease m_lease; // what m_target belongs to, when it is a peer of an upstream
    HashCaptures m_hashCaptures;
    std::string_view m_hashKey;
    std::int64_t m_tryStart = 0;     // ns, steady
    std::int64_t m_tryStartWall = 0; // ns since the Unix epoch
    net::Address m_targetAddress;
    std::uint64_t m_generation = 0;       // tells answers that arrive late for an earlier request
    std::int64_t m_collectsUntil = 0;     // ns, steady; then a body that is collected for its length is streamed
    std::int64_t m_waitsForBodySince = 0; // ns, steady
    std::int64_t m_waitedForBody = 0;     // ns, for the client alone
    std::int64_t m_waitsForReaderSince = 0;
    std::int64_t m_waitedForReader = 0; // ns, for the client to take more of the answer
    std::uint64_t m_sentBeforeWaiting = 0;
    std::string_view m_unsentInterim; // the rest of an interim answer: it goes before everything else
    int m_triesLeft = 0;
    int m_interimResponses = 0;
    Stage m_stage = Stage::Ended;
    bool m_accessPassed = false;    // every plugin agreed
    bool m_continueSent = false;    // 100, to a client that waits with its body
    bool m_streamsLongBody = false; // m_wholeBody is the beginning of a body that is not kept whole
    bool m_waitsForClient = true;   // whose silence the timer measures
    bool m_reused = false;          // the upstream connection has served before
    bool m_requestSent = false;     // all of it
    bool m_bytesSentToUpstream = false;
    bool m_upstreamSpoke = false;   // in this try
    bool m_bodyForgotten = false;   // body bytes were dropped: the request cannot be sent again
    bool m_responseStarted = false; // bytes of it went to the client
    BodyFlow::State m_requestWaits = BodyFlow::State::WantsSource; // why each body does not go on
    BodyFlow::State m_responseWaits = BodyFlow::State::WantsSource;
    bool m_keepAlive = true; // towards the client, as announced
};

} // namespace gatehouse
