// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/proxy/client_connection.h"
#include "core/proxy/forward_head.h"
#include "core/proxy/transaction.h"

namespace gatehouse {

namespace {

bool isBroken(BodyFlow::State state) noexcept
{
    return state == BodyFlow::State::SinkFailed || state == BodyFlow::State::SourceCut ||
           state == BodyFlow::State::SourceBroken;
}

} // namespace

// RFC 9110 7.8: only to the protocol that was asked for, and only when the whole request is out.
bool Transaction::mayStartTunnel() const noexcept
{
    const http::Field *const protocol = m_response.fields.find(http::FieldId::Upgrade);
    const bool isAnother = protocol && !http::equalsIgnoreCase(protocol->value, "websocket");
    return wantsWebSocket(m_exchange.request) && m_requestSent && !isAnother;
}

void Transaction::startTunnel()
{
    if (!mayStartTunnel()) {
        m_triesLeft = 0;
        onTryFailed(ProxyError::UpstreamInvalid);
        return;
    }
    m_exchange.outcome.status = m_exchange.outcome.upstreamStatus = 101;
    m_exchange.outcome.fromUpstream = true;
    m_exchange.outcome.decidedBy = "upstream";
    runResponsePhase();
    m_keepAlive = false;
    m_exchange.outcome.sentHead =
        makeClientHead(m_exchange, m_response, {http::Framing::None, true}, m_worker.httpDate());
    m_stage = Stage::Tunnel;
    m_responseStarted = true;
    m_requestFlow.begin(http::Framing::UntilClose, 0, false);
    beginResponse(http::Framing::UntilClose, 0, false);
    m_responseFlow.pushHead(m_exchange.outcome.sentHead);
    m_requestWaits = m_responseWaits = BodyFlow::State::WantsSource;
    m_worker.buffers.give(m_requestBlock); // the request that it served is out
    m_worker.buffers.take(m_requestBlock, BufferPool::regular);
    pumpTunnel(); // what the client sent behind its request is here already
}

// Either end may stop sending and still be sent to (RFC 6455 7.1.1 has the server close first).
void Transaction::pumpTunnel()
{
    using State = BodyFlow::State;
    net::StreamSocket &client = m_client->socket();
    net::StreamSocket &upstream = m_upstream->socket();
    if (m_responseWaits != State::Done) {
        m_responseWaits = m_responseFlow.pump(m_responseBlock, m_responseBlock, upstream, client);
        if (m_responseWaits == State::Done)
            client.shutdownWrite();
    }
    if (m_requestWaits != State::Done) {
        m_requestWaits = m_requestFlow.pump(m_client->input(), m_requestBlock, client, upstream);
        if (m_requestWaits == State::Done)
            upstream.shutdownWrite();
    }
    if (isBroken(m_requestWaits) || isBroken(m_responseWaits)) {
        abortResponse();
    } else if (m_requestWaits == State::Done && m_responseWaits == State::Done) {
        endTunnel();
    } else {
        watchSockets();
        const bool blocked = m_requestWaits == State::WantsSink || m_responseWaits == State::WantsSink;
        waitForUpstream(blocked ? m_route->service->writeTimeout : m_route->service->readTimeout);
    }
}

void Transaction::onTunnelEvent(net::StreamSocket &socket, BodyFlow &flow, BodyFlow::State waits)
{
    if (waits == BodyFlow::State::WantsSource) {
        flow.allowRead();
        pumpTunnel();
        return;
    }
    // Nothing is wanted of this end now: it is lost, or both of its directions ended while its bytes wait for the
    // other.
    if (socket.takeError() != 0)
        abortResponse();
    else
        socket.ignore();
}

void Transaction::endTunnel()
{
    m_exchange.outcome.bytesSent = m_responseFlow.bytesSent();
    dropUpstream();
    finish(false);
}

} // namespace gatehouse
