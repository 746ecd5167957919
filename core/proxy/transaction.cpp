// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/proxy/transaction.h"

#include "core/plugins/request_trace.h"
#include "core/proxy/client_connection.h"
#include "core/proxy/forward_head.h"
#include "core/routing/path_normalizer.h"

#include <utility>

namespace gatehouse {

namespace {

ProxyError errorFor(int status) noexcept
{
    switch (status) {
    case 413:
        return ProxyError::BodyTooLarge;
    case 414:
        return ProxyError::UriTooLong;
    case 417:
        return ProxyError::ExpectationFailed;
    case 431:
        return ProxyError::HeadTooLarge;
    case 501:
        return ProxyError::UnknownEncoding;
    case 505:
        return ProxyError::UnsupportedVersion;
    default:
        return ProxyError::BadRequest;
    }
}

} // namespace

Transaction::Transaction(WorkerContext &worker)
    : m_worker(worker)
    , m_requestParser(worker.settings.requestLimits)
    , m_responseParser(worker.settings.responseLimits)
    , m_wholeBodyDecoder(worker.settings.requestLimits)
    , m_requestFlow(worker.settings.requestLimits)
    , m_responseFlow(worker.settings.responseLimits)
{
}

Transaction::~Transaction()
{
    reset();
}

void Transaction::begin(ClientConnection &client)
{
    m_client = &client;
    m_stage = Stage::Head;
    m_snapshot = m_worker.snapshot;
    m_requestParser.reset();
    m_requestFlow.begin(http::Framing::None, 0, false);
    m_responseFlow.begin(http::Framing::None, 0, false);
    m_exchange.clientIp = client.clientIp();
    m_exchange.listenPort = client.listenPort();
    m_exchange.timings.start = m_worker.poller.now();
    m_exchange.timings.startWall = m_worker.poller.nowWall();
    char *id = m_exchange.arena.allocate(RequestIds::length);
    m_worker.requestIds.next(id);
    m_exchange.requestId = {id, RequestIds::length};
    client.socket().watch(net::Interest::Read); // the request before may have left it unwatched
    waitForClient(m_worker.settings.headTimeout);
}

void Transaction::reset()
{
    net::Poller::disarm(*this);
    dropUpstream();
    m_worker.buffers.give(m_requestBlock);
    m_worker.buffers.give(m_responseBlock);
    if (m_wholeBody.capacity() > BufferPool::large)
        m_wholeBody = {}; // a rare one must not stay for as long as the worker lives
    m_wholeBody.clear();
    m_exchange.reset();
    m_trace.reset();
    m_snapshot.reset();
    m_route = nullptr;
    m_client = nullptr;
    m_target = nullptr;
    m_lease.reset();
    m_hashCaptures = {};
    m_hashKey = {};
    ++m_generation;
    m_interimResponses = 0;
    m_unsentInterim = {};
    m_waitedForBody = m_waitedForReader = 0;
    m_stage = Stage::Ended;
    m_accessPassed = m_continueSent = m_streamsLongBody = m_reused = m_requestSent = m_bytesSentToUpstream =
        m_bodyForgotten = m_responseStarted = false;
    m_keepAlive = true;
    m_requestWaits = m_responseWaits = BodyFlow::State::WantsSource;
}

bool Transaction::isWatched() const noexcept
{
    return m_worker.traffic && m_worker.traffic->isWatched();
}

// Watched traffic is timed to the microsecond; otherwise the loop's time, which costs nothing, is exact enough.
std::int64_t Transaction::instant() const noexcept
{
    return m_trace || isWatched() ? net::Poller::instant() : m_worker.poller.now();
}

void Transaction::waitForClient(std::chrono::milliseconds patience)
{
    m_waitsForClient = true;
    m_worker.poller.arm(*this, patience);
}

void Transaction::waitForUpstream(std::chrono::milliseconds patience)
{
    m_waitsForClient = false;
    m_worker.poller.arm(*this, patience);
}

void Transaction::onBufferedInput()
{
    parseHead();
}

void Transaction::onClientReadable()
{
    switch (m_stage) {
    case Stage::Head:
        readHead();
        return;
    case Stage::WholeBody:
        readWholeBody();
        return;
    case Stage::Tunnel:
        onTunnelEvent(m_client->socket(), m_requestFlow, m_requestWaits);
        return;
    case Stage::Exchanging:
        if (!m_requestFlow.isReceived() && m_requestWaits == BodyFlow::State::WantsSource) {
            if (bodyIsTooSlow()) {
                failBody(ProxyError::RequestTimeout);
                return;
            }
            m_requestFlow.allowRead();
            pumpRequest();
            return;
        }
        break;
    default:
        break;
    }
    // Nothing is wanted of the client now: a next request or its FIN may wait, a lost connection ends the request.
    if (m_client->socket().takeError() != 0)
        clientIsGone();
    else
        m_client->socket().watch(m_responseWaits == BodyFlow::State::WantsSink ? net::Interest::Write
                                                                               : net::Interest::None);
}

void Transaction::onClientWritable()
{
    if (m_responseWaits == BodyFlow::State::WantsSink)
        m_waitedForReader += m_worker.poller.now() - m_waitsForReaderSince;
    if (m_stage == Stage::Replying)
        pumpReply();
    else if (m_stage == Stage::Exchanging)
        pumpResponse();
    else if (m_stage == Stage::Tunnel)
        pumpTunnel();
}

void Transaction::readHead()
{
    Buffer &input = m_client->input();
    const net::IoResult result = m_client->socket().read(input.space(), input.room());
    if (result.state == net::IoResult::State::WouldBlock)
        return;
    if (result.state != net::IoResult::State::Ok) {
        m_stage = Stage::Ended; // closed before a whole head: there is nobody to answer
        m_client->onClosedByClient();
        return;
    }
    input.end += result.bytes;
    parseHead();
    if (m_stage == Stage::Head && m_client && m_client->socket().hasPending())
        readHead(); // the rest of a TLS record: at most a few rounds, the head's limit ends them
}

void Transaction::parseHead()
{
    Buffer &input = m_client->input();
    switch (m_requestParser.parse(input.view(), m_exchange.request)) {
    case http::ParseStatus::NeedMore:
        if (input.room() == 0)
            m_worker.buffers.enlarge(input); // the parser's limit is below the large size
        return;
    case http::ParseStatus::Failed:
        if (!m_requestParser.hasRequestLine())
            m_exchange.request.method = m_exchange.request.target = m_exchange.request.path = {};
        m_exchange.request.fields.clear();
        m_exchange.request.framing = http::Framing::None;
        fail(errorFor(m_requestParser.failure().status));
        return;
    case http::ParseStatus::Done:
        input.begin += m_requestParser.headSize();
        input.pin = input.begin;
        m_exchange.outcome.requestSize = m_requestParser.headSize();
        onHeadParsed();
        return;
    }
}

void Transaction::onHeadParsed()
{
    if (const net::TlsSession *tls = m_client->socket().tls()) {
        m_exchange.tls = true;
        m_exchange.serverName = tls->serverName();
        m_exchange.tlsVersion = tls->version();
        m_exchange.tlsCipher = tls->cipher();
    }
    const std::string_view method = m_exchange.request.method;
    m_keepAlive = m_exchange.request.keepAlive;
    TrafficShard::add(m_worker.counters.requests, 1);
    beginTrace();
    const std::uint64_t bodyLimit = m_worker.settings.bodyLimit;
    if (bodyLimit != 0 && m_exchange.request.contentLength > bodyLimit)
        fail(ProxyError::BodyTooLarge);
    else if (m_client->isPlainOnTlsPort() || method == "CONNECT" || m_exchange.request.target == "*")
        fail(ProxyError::BadRequest); // without a path to route by as Kong answers
    else if (method == "TRACE")
        fail(ProxyError::MethodNotAllowed);
    else
        route();
}

void Transaction::route()
{
    const http::RequestHead &request = m_exchange.request;
    m_exchange.normalizedPath = routing::normalizePath(request.path, m_exchange.arena.allocate(request.path.size()));
    routing::RouteQuery query;
    query.method = request.method;
    query.host = request.host;
    query.path = m_exchange.normalizedPath;
    query.fields = &request.fields;
    query.tls = m_exchange.tls;
    query.sni = m_exchange.serverName;
    query.listenPort = m_exchange.listenPort;
    if (m_trace)
        traceRoutes(query);
    routing::RouteMatch match;
    if (!m_snapshot->router->match(query, m_worker.matchScratch, match)) {
        fail(ProxyError::NoRoute);
        return;
    }
    m_route = &m_snapshot->routes[match.rule];
    m_exchange.route = &m_route->facts;
    m_exchange.service = m_route->service ? &m_route->service->facts : nullptr;
    m_exchange.matchedPrefix = match.matchedPath;
    if (m_route->service && m_route->service->balancer->settings)
        m_hashCaptures.take(*m_route->service->balancer->settings, match.captures);
    if (m_route->service) // made early: logs name it also for requests that are turned away
        m_exchange.outcome.upstreamTarget = makeUpstreamTarget(m_exchange, *m_route);
    if (m_route->httpsOnly && !m_exchange.tls) {
        m_pipeline.begin(m_snapshot->globalChain);
        m_pipeline.skipRequestPhase(m_exchange);
        reply(httpsRequired(m_exchange, *m_route), "router", false);
        return;
    }
    startAccessPhase();
}

void Transaction::startAccessPhase()
{
    m_pipeline.begin(*m_route->chain);
    const bool whole = m_route->chain->bodyNeed == BodyNeed::Whole && m_exchange.request.framing != http::Framing::None;
    if (!whole) {
        runAccessPhase();
        return;
    }
    collectBody();
}

void Transaction::runAccessPhase()
{
    // The generation tells whether this request is still the one that waited when a plugin calls back.
    const Resume resume = [this, generation = m_generation](Verdict verdict) {
        if (m_generation != generation || m_stage != Stage::Plugin)
            return;
        m_stage = Stage::Head;
        const Resume again = [](Verdict) {};
        onVerdict(m_pipeline.resumeRequestPhase(m_exchange, m_worker.services(), again, verdict));
    };
    onVerdict(m_pipeline.runRequestPhase(m_exchange, m_worker.services(), resume));
}

void Transaction::onVerdict(const Verdict &verdict)
{
    switch (verdict.kind()) {
    case Verdict::Kind::Next:
        m_accessPassed = true;
        forward();
        break;
    case Verdict::Kind::Reply:
        reply(verdict.answer(), m_pipeline.decidedBy(), false);
        break;
    case Verdict::Kind::Wait:
        m_stage = Stage::Plugin;
        break;
    }
}

void Transaction::clientIsGone()
{
    m_exchange.outcome.status = 499; // nginx's word for it in logs; nobody receives it
    m_exchange.outcome.decidedBy = "client";
    logAndCount();
    m_client->abort();
}

void Transaction::finish(bool reusable)
{
    logAndCount();
    ClientConnection &client = *m_client;
    // Bytes behind a chunked body belong to the next request.
    if (m_requestBlock.isTaken() && m_requestBlock.hasData() && !client.input().hasData()) {
        Buffer &input = client.input();
        std::swap(input, m_requestBlock);
    }
    // A client that asked for the end sends nothing more (RFC 9112 9.6), so there is nothing to wait for.
    const bool isLast = reusable && !m_exchange.request.keepAlive;
    client.onTransactionEnd(reusable && m_keepAlive ? AfterAnswer::NextRequest
                            : isLast                ? AfterAnswer::Close
                                                    : AfterAnswer::Linger); // *this is back in the pool now
}

void Transaction::logAndCount()
{
    m_stage = Stage::Ended;
    net::Poller::disarm(*this);
    Outcome &outcome = m_exchange.outcome;
    m_exchange.timings.end = instant();
    reportOutcome();
    outcome.requestSize += bodyReceived();
    const auto statusClass = static_cast<std::size_t>(outcome.status == 499 ? 0 : outcome.status / 100);
    TrafficShard::add(m_worker.counters.byStatusClass[statusClass < 6 ? statusClass : 0], 1);
    if (m_pipeline.hasPlugins())
        m_pipeline.runLogPhase(m_exchange, m_worker.services());
    if (isWatched())
        publishRecord();
}

void Transaction::expired()
{
    if (m_stage == Stage::Tunnel) {
        endTunnel();
        return;
    }
    if (m_stage == Stage::WholeBody && m_accessPassed && m_worker.poller.now() >= m_collectsUntil) {
        streamLongBody();
        return;
    }
    if (m_responseStarted || m_stage == Stage::Replying) {
        abortResponse();
        return;
    }
    if (m_waitsForClient)
        fail(ProxyError::RequestTimeout);
    else
        onTryFailed(ProxyError::UpstreamTimeout);
}

} // namespace gatehouse
