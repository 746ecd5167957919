// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/proxy/balancer.h"
#include "core/proxy/client_connection.h"
#include "core/proxy/forward_head.h"
#include "core/proxy/transaction.h"

namespace gatehouse {

namespace {

// Requests that may reach an upstream twice (RFC 9110 9.2.2, and nginx's proxy_next_upstream without non_idempotent).
bool isIdempotent(std::string_view method) noexcept
{
    return method != "POST" && method != "LOCK" && method != "PATCH";
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
    const bool buffers = m_route->requestBuffering && m_exchange.request.framing == http::Framing::Chunked;
    if (buffers && !m_exchange.overridesBody && !m_streamsLongBody) {
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
    const TargetPlan *target = chooseTarget(*m_route->service->balancer, m_worker);
    if (!target) {
        fail(ProxyError::NoTarget);
        return;
    }
    m_target = target;
    if (target->address)
        connect(*target->address);
    else
        resolve(*target);
}

void Transaction::resolve(const TargetPlan &target)
{
    if (const auto *known = m_worker.resolver.known(target.host, m_worker.poller.now())) {
        onResolved(*known);
        return;
    }
    m_stage = Stage::Resolving;
    net::Poller::disarm(*this);
    m_worker.resolver.ask(target.host, m_worker.poller.now(),
                          [this, generation = m_generation](const net::Resolver::Addresses &addresses) {
                              if (m_generation == generation && m_stage == Stage::Resolving)
                                  onResolved(addresses);
                          });
}

void Transaction::onResolved(const net::Resolver::Addresses &addresses)
{
    if (addresses.empty()) {
        fail(ProxyError::NameResolution);
        return;
    }
    net::Address address = addresses[m_exchange.tryCount % addresses.size()];
    address.setPort(m_target->port);
    connect(address);
}

void Transaction::connect(const net::Address &address)
{
    recordTry(address);
    m_targetAddress = address;
    m_upstream = m_worker.upstreams.take(address);
    m_reused = m_upstream != nullptr;
    if (m_reused) {
        m_upstream->setUser(this);
        onConnected();
        return;
    }
    m_upstream = std::make_unique<UpstreamConnection>(m_worker.upstreams);
    m_upstream->setUser(this);
    if (!m_upstream->connect(address, m_worker.poller)) {
        onTryFailed(ProxyError::UpstreamInvalid);
        return;
    }
    m_stage = Stage::Connecting;
    waitForUpstream(m_route->service->connectTimeout);
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
    record.balancerStartWall = m_worker.poller.nowWall();
}

void Transaction::onConnected()
{
    m_stage = Stage::Exchanging;
    m_requestSent = m_bytesSentToUpstream = false;
    m_requestWaits = m_responseWaits = BodyFlow::State::WantsSource;
    m_responseParser.reset();
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
        m_requestFlow.pushHead(head);
        if (m_streamsLongBody)
            m_requestFlow.continueChunked(m_wholeBodyDecoder, m_wholeBody);
        else
            input.begin = input.pin; // an earlier try may have taken the body from here
        if (request.expectContinue && !input.hasData() && !m_streamsLongBody)
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

void Transaction::onTryFailed(ProxyError error)
{
    // A kept connection that the upstream closed in the meantime is no failure of the upstream: one more try is free.
    if (m_reused && error == ProxyError::UpstreamInvalid && m_triesLeft <= 0)
        m_triesLeft = 1;
    const bool again = mayTryAgain();
    if (m_exchange.tryCount > 0) {
        UpstreamTry &record = m_exchange.tries[m_exchange.tryCount - 1];
        record.failureCode = error == ProxyError::UpstreamTimeout ? 504 : 502;
        record.last = !again;
    }
    dropUpstream();
    if (again)
        tryNextTarget();
    else
        fail(error);
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
