// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/logging.h"
#include "core/proxy/client_connection.h"
#include "core/proxy/forward_head.h"
#include "core/proxy/transaction.h"

#include <algorithm>
#include <iterator>

namespace gatehouse {

namespace {

// Requests that may reach an upstream twice: methods that are registered as idempotent (RFC 9110 9.2.2, RFC 4918 9).
// One that nobody knows may do anything.
bool isIdempotent(std::string_view method) noexcept
{
    static constexpr std::string_view methods[] = {"GET",  "HEAD",   "PUT",    "DELETE",    "OPTIONS", "TRACE",
                                                   "COPY", "MKCOL",  "MOVE",   "PROPFIND",  "QUERY",   "UNLOCK",
                                                   "ACL",  "REPORT", "SEARCH", "PROPPATCH", "LINK",    "UNLINK"};
    return std::find(std::begin(methods), std::end(methods), method) != std::end(methods);
}

} // namespace

void Transaction::forward()
{
    if (!m_route->service) {
        fail(ProxyError::NoService);
        return;
    }
    if (!m_route->service->supported) {
        fail(ProxyError::UnsupportedUpstream);
        return;
    }
    if (maxForwards(m_exchange.request) == std::uint64_t{0}) { // RFC 9110 7.6.2: the gateway is the last to answer
        reply(emptyAnswer, "proxy", false);
        return;
    }
    if (buffersBody()) {
        collectBody();
        return;
    }
    if (m_exchange.overridesQuery)
        m_exchange.outcome.upstreamTarget = makeUpstreamTarget(m_exchange, *m_route);
    m_triesLeft = m_route->service->retries + 1;
    tryNextTarget();
}

void Transaction::tryNextTarget()
{
    --m_triesLeft;
    const BalancerPlan &balancer = *m_route->service->balancer;
    if (!balancer.upstream) {
        beginTry();
        m_target = &balancer.target;
        connect(*m_target->address);
        return;
    }
    if (balancer.settings->hashOn.source != HashSource::None && !m_hashKey.data())
        m_hashKey = hashKey(*balancer.settings, m_hashCaptures, m_exchange, m_worker.requestIds);
    choosePeer();
}

// A first look-up of the host's name belongs to the time before.
void Transaction::beginTry()
{
    m_tryStart = instant();
    m_tryStartWall = m_worker.poller.nowWall() + (m_tryStart - m_worker.poller.now());
}

void Transaction::choosePeer()
{
    beginTry();
    const BalancerPlan &balancer = *m_route->service->balancer;
    switch (m_worker.balancers.choose(balancer.upstream, m_lease, m_hashKey, m_worker.poller.now())) {
    case PeerChoice::Chosen:
        m_target = &m_lease.peer().plans[balancer.usesTls ? 1 : 0];
        connect(*m_target->address);
        break;
    case PeerChoice::Waits:
        waitForName();
        break;
    case PeerChoice::None:
        failWithoutPeer();
        break;
    }
}

void Transaction::waitForName()
{
    m_stage = Stage::Resolving;
    net::Poller::disarm(*this);
    m_worker.balancers.wait([this, generation = m_generation] {
        if (m_generation == generation && m_stage == Stage::Resolving)
            choosePeer();
    });
}

// Kong's words for each cause (kong/runloop/balancer/init.lua, kong/init.lua); in the middle of tries nginx speaks.
void Transaction::failWithoutPeer()
{
    if (m_exchange.outcome.proxied) {
        fail(ProxyError::NoTargetLeft);
        return;
    }
    const BalancerPlan &balancer = *m_route->service->balancer;
    const PeerList &list = m_worker.balancers.at(balancer.upstream).list();
    const net::DnsAnswerPtr answer = list.answers.empty() ? nullptr : list.answers.front();
    if (!balancer.settings->isHost || !answer) {
        fail(ProxyError::NoTarget);
        return;
    }
    if (answer->outcome != net::DnsAnswer::Outcome::Failed) {
        fail(ProxyError::NameResolution);
        return;
    }
    const std::string_view message = m_exchange.arena.concat(
        {"failed the initial dns/balancer resolve for '", balancer.settings->name, "' with: ", answer->error});
    reply({500, ReplyForm::Negotiated, message, {}, {}}, "proxy", false);
}

// A connection that was kept and lost in the meantime says nothing about the peer.
void Transaction::reportFailedTry(ProxyError error)
{
    if (!m_lease.isHeld() || m_reused)
        return;
    const bool isTimeout = error == ProxyError::UpstreamTimeout;
    m_route->service->balancer->upstream->report(m_lease.list(), m_lease.peer(), CheckKind::Passive,
                                                 isTimeout ? HealthReport::Timeout : HealthReport::TcpFailure);
}

// What the last try came to, as Kong's log phase tells its health checks: a failed one counts by the status the client
// got, an answer by its own (kong/runloop/handler.lua).
void Transaction::reportOutcome()
{
    if (!m_lease.isHeld())
        return;
    const Outcome &outcome = m_exchange.outcome;
    const int status = outcome.fromUpstream ? outcome.upstreamStatus : outcome.status;
    Upstream &upstream = *m_route->service->balancer->upstream;
    if (status == 504)
        upstream.report(m_lease.list(), m_lease.peer(), CheckKind::Passive, HealthReport::Timeout);
    else if (m_lease.list().settings->isChecked)
        upstream.reportStatus(m_lease.list(), m_lease.peer(), CheckKind::Passive, status);
    m_lease.measure(m_tryStart, m_worker.poller.now());
    m_lease.release();
}

void Transaction::connect(const net::Address &address)
{
    recordTry(address);
    m_targetAddress = address;
    const UpstreamPeer peer = peerAt(address);
    m_upstream = m_worker.upstreams.take(peer);
    m_reused = m_upstream != nullptr;
    if (m_reused) {
        m_upstream->setUser(this);
        onConnected();
        return;
    }
    m_upstream = std::make_unique<UpstreamConnection>(m_worker.upstreams);
    m_upstream->setUser(this);
    const bool begun = m_upstream->connect(peer, m_worker.poller);
    if (!begun || m_worker.gate.isReserved(m_upstream->socket().descriptor())) {
        onTryFailed(ProxyError::UpstreamInvalid);
        return;
    }
    m_stage = Stage::Connecting;
    waitForUpstream(m_route->service->connectTimeout);
}

UpstreamPeer Transaction::peerAt(const net::Address &address) const noexcept
{
    const ServicePlan &service = *m_route->service;
    if (!service.tls)
        return {address, nullptr, {}};
    return {address, &service.tls, upstreamServerName(upstreamHost(m_exchange, *m_route, *m_target))};
}

// The time-out of connecting covers the TLS handshake as well (nginx's proxy_connect_timeout).
void Transaction::proceedConnecting()
{
    switch (m_upstream->proceed()) {
    case UpstreamConnection::Progress::Pending:
        break;
    case UpstreamConnection::Progress::Done:
        m_upstream->socket().watch(net::Interest::Read);
        onConnected();
        break;
    case UpstreamConnection::Progress::Failed:
        onTryFailed(ProxyError::UpstreamInvalid);
        break;
    }
}

void Transaction::recordTry(const net::Address &address)
{
    m_exchange.outcome.proxied = true;
    m_exchange.timings.accessEnd = instant();
    if (m_exchange.tryCount == Exchange::maxTries)
        return;
    UpstreamTry &record = m_exchange.tries[m_exchange.tryCount++];
    char *ip = m_exchange.arena.allocate(INET6_ADDRSTRLEN);
    record = {};
    record.ip = {ip, address.writeIp(ip)};
    record.port = address.port();
    record.balancerStartWall = m_tryStartWall;
    record.balancerLatency = instant() - m_tryStart;
}

void Transaction::onConnected()
{
    m_stage = Stage::Exchanging;
    m_requestSent = m_bytesSentToUpstream = false;
    m_requestWaits = m_responseWaits = BodyFlow::State::WantsSource;
    m_responseParser.reset();
    m_responseBlock.begin = m_responseBlock.end = m_responseBlock.pin = 0; // an earlier try may have left half a head
    m_upstreamSpoke = false;
    sendRequest();
}

void Transaction::sendRequest()
{
    http::RequestHead &request = m_exchange.request;
    ++m_upstream->requests;
    const std::string_view head = makeUpstreamHead(m_exchange, *m_route, *m_target);
    if (m_exchange.overridesBody) {
        m_requestFlow.begin(http::Framing::None, 0, false);
        m_requestFlow.pushHead(head);
        m_requestFlow.pushHead(m_exchange.bodyOverride);
    } else {
        Buffer &input = m_client->input();
        m_requestFlow.begin(request.framing, request.contentLength, request.framing == http::Framing::Chunked);
        m_requestFlow.limitBody(m_worker.settings.bodyLimit);
        m_requestFlow.pushHead(head);
        if (m_streamsLongBody)
            m_requestFlow.continueBody(m_wholeBodyDecoder, m_wholeBody);
        else
            input.begin = input.pin; // an earlier try may have taken the body from here
        if (!input.hasData() && !m_streamsLongBody)
            sendContinue();
    }
    pumpRequest();
}

bool Transaction::mayTryAgain() const noexcept
{
    if (m_triesLeft <= 0 || m_bodyForgotten || m_responseStarted)
        return false;
    return !m_bytesSentToUpstream || isIdempotent(m_exchange.request.method);
}

void Transaction::reportTlsProblem() const
{
    const net::TlsSession *tls = m_upstream ? m_upstream->socket().tls() : nullptr;
    if (!tls || !tls->hasFailed() || !m_worker.warnings.allows(m_worker.poller.now()))
        return;
    const std::string problem = tls->problem();
    const std::string ip = m_targetAddress.ip();
    qCWarning(lcProxy, "TLS with upstream %s:%d as '%s' failed: %s", ip.c_str(), int(m_targetAddress.port()),
              m_upstream->key().name.c_str(), problem.c_str());
}

void Transaction::onTryFailed(ProxyError error)
{
    reportTlsProblem();
    // A kept connection that the upstream closed in the meantime is no failure of the upstream: one more try is free.
    if (m_reused && error == ProxyError::UpstreamInvalid && m_triesLeft <= 0 && !m_upstreamSpoke)
        m_triesLeft = 1;
    const bool again = mayTryAgain();
    if (m_exchange.tryCount > 0) {
        UpstreamTry &record = m_exchange.tries[m_exchange.tryCount - 1];
        record.failureCode = error == ProxyError::UpstreamTimeout ? 504 : 502;
        record.last = !again;
    }
    dropUpstream();
    if (!again) {
        fail(error);
        return;
    }
    reportFailedTry(error);
    tryNextTarget();
}

void Transaction::dropUpstream()
{
    if (!m_upstream)
        return;
    m_upstream->setUser(nullptr);
    m_upstream->socket().close();
    m_upstream.reset();
}

} // namespace gatehouse
