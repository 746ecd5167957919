// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/proxy/client_connection.h"
#include "core/proxy/transaction.h"

namespace gatehouse {

void Transaction::fail(ProxyError error)
{
    const bool beforeAccess = !m_route;
    if (beforeAccess) {
        m_pipeline.begin(m_snapshot->globalChain);
        m_pipeline.skipRequestPhase(m_exchange);
    }
    if (closesConnection(error))
        m_keepAlive = false;
    reply(toReply(error), beforeAccess ? "router" : "proxy", isServerPage(error));
}

// Whether nothing of the request is left in the input. A body that has arrived whole is skipped here; one that has not
// would have to be waited for, so the connection is closed instead (RFC 9112 9.3).
bool Transaction::requestIsConsumed()
{
    const http::RequestHead &request = m_exchange.request;
    if (request.framing == http::Framing::None || m_exchange.overridesBody)
        return true;
    if (m_requestFlow.isReceived() && m_bytesSentToUpstream)
        return true;
    Buffer &input = m_client->input();
    input.begin = input.pin;
    if (request.framing != http::Framing::Length || m_bodyForgotten || request.contentLength > input.view().size())
        return false;
    input.consume(static_cast<std::size_t>(request.contentLength));
    m_exchange.outcome.requestSize += request.contentLength;
    return true;
}

void Transaction::reply(const Reply &answer, std::string_view decidedBy, bool serverPage)
{
    dropUpstream();
    const bool consumed = requestIsConsumed();
    m_stage = Stage::Replying;
    m_exchange.timings.responseStart = instant();
    m_exchange.outcome.status = answer.status;
    m_exchange.outcome.decidedBy = decidedBy;
    runResponsePhase();
    m_keepAlive = m_keepAlive && consumed && m_client->mayStayOpen();
    const LocalMessage message = makeLocalMessage(m_exchange, answer, {m_keepAlive, serverPage, m_worker.httpDate()});
    m_exchange.outcome.sentHead = message.head;
    beginResponse(http::Framing::None, 0, false);
    m_responseFlow.pushHead(message.head);
    m_responseFlow.pushHead(message.body);
    pumpReply();
}

void Transaction::pumpReply()
{
    m_responseWaits = m_responseFlow.pump(m_responseBlock, m_responseBlock, m_client->socket(), m_client->socket());
    switch (m_responseWaits) {
    case BodyFlow::State::Done:
        m_exchange.outcome.bytesSent = m_responseFlow.bytesSent();
        finish(true);
        break;
    case BodyFlow::State::WantsSink:
        m_client->socket().watch(net::Interest::Write);
        waitForReader();
        break;
    default:
        abortResponse();
        break;
    }
}

} // namespace gatehouse
