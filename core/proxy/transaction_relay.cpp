// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/proxy/client_connection.h"
#include "core/proxy/forward_head.h"
#include "core/proxy/transaction.h"

namespace gatehouse {

namespace {

constexpr int maxInterimResponses = 16; // an upstream that never comes to the point is broken

net::Interest interest(bool read, bool write) noexcept
{
    return static_cast<net::Interest>((read ? 1U : 0U) | (write ? 2U : 0U));
}

} // namespace

// Each socket is the source of one body and the sink of the other.
void Transaction::watchSockets()
{
    using State = BodyFlow::State;
    m_client->socket().watch(interest(m_requestWaits == State::WantsSource, m_responseWaits == State::WantsSink));
    if (m_upstream)
        m_upstream->socket().watch(interest(m_responseWaits == State::WantsSource, m_requestWaits == State::WantsSink));
}

// RFC 9110 10.1.1: once, and only to a client that has content to send.
void Transaction::sendContinue()
{
    const http::RequestHead &request = m_exchange.request;
    const bool hasContent = request.framing == http::Framing::Chunked || request.contentLength > 0;
    if (!request.expectContinue || !hasContent || m_continueSent)
        return;
    m_continueSent = true;
    std::uint64_t sent = 0;
    OutQueue queue;
    queue.push(continueHead);
    queue.flush(m_client->socket(), sent); // 25 bytes at the start of an answer: they fit, or the client is lost anyway
}

// RFC 9110 15.2: for who understands it. 100 is the gateway's own business, as it took the expectation away. A client
// that is slow to take one misses those behind it.
void Transaction::passInterim()
{
    if (m_response.status == 100 || m_exchange.request.minorVersion == 0 || !m_unsentInterim.empty())
        return;
    const std::string_view head = makeInterimHead(m_exchange, m_response);
    std::uint64_t sent = 0;
    OutQueue queue;
    queue.push(head);
    if (queue.flush(m_client->socket(), sent) == OutQueue::Flush::Blocked && sent > 0)
        m_unsentInterim = head.substr(static_cast<std::size_t>(sent));
}

void Transaction::beginResponse(http::Framing framing, std::uint64_t length, bool chunked)
{
    m_responseFlow.begin(framing, length, chunked);
    m_responseFlow.pushHead(m_unsentInterim);
}

void Transaction::onUpstreamWritable()
{
    if (m_stage == Stage::Connecting) {
        proceedConnecting();
        return;
    }
    m_stage == Stage::Tunnel ? pumpTunnel() : pumpRequest();
}

void Transaction::takeRequestBlock()
{
    const bool longBody = m_exchange.request.contentLength > BufferPool::regular;
    m_worker.buffers.take(m_requestBlock, longBody ? BufferPool::large : BufferPool::regular);
}

void Transaction::pumpRequest()
{
    Buffer &input = m_client->input();
    if (!m_requestFlow.isReceived() && !m_requestBlock.isTaken())
        takeRequestBlock();
    const std::size_t before = m_requestBlock.end;
    const BodyFlow::State state = m_requestFlow.pump(input, m_requestBlock, m_client->socket(), m_upstream->socket());
    m_bytesSentToUpstream = m_bytesSentToUpstream || m_requestFlow.bytesSent() > 0;
    m_bodyForgotten = m_bodyForgotten || m_requestBlock.end != before;
    m_requestWaits = state;
    switch (state) {
    case BodyFlow::State::Done:
        m_requestSent = true;
        if (m_responseWaits == BodyFlow::State::WantsSink)
            break;
        m_upstream->socket().watch(net::Interest::Read);
        waitForUpstream(m_route->service->readTimeout);
        break;
    case BodyFlow::State::WantsSource:
        watchSockets();
        waitForBody(m_worker.settings.bodyTimeout);
        break;
    case BodyFlow::State::WantsSink:
        watchSockets();
        waitForUpstream(m_route->service->writeTimeout);
        break;
    case BodyFlow::State::SourceCut:
        clientIsGone();
        break;
    case BodyFlow::State::SourceBroken:
        failBody(m_requestFlow.isTooLong() ? ProxyError::BodyTooLarge : ProxyError::BadRequest);
        break;
    case BodyFlow::State::SinkFailed:
        // It may have answered before it stopped listening: what it said, or its silence, comes as readable.
        watchSockets();
        waitForUpstream(m_route->service->readTimeout);
        break;
    }
}

void Transaction::onUpstreamReadable()
{
    if (m_stage == Stage::Connecting) { // before TLS has begun, only an error is reported as readable
        m_upstream->isSecuring() ? proceedConnecting() : onTryFailed(ProxyError::UpstreamInvalid);
        return;
    }
    if (m_stage == Stage::Tunnel) {
        onTunnelEvent(m_upstream->socket(), m_responseFlow, m_responseWaits);
        return;
    }
    if (m_responseWaits == BodyFlow::State::WantsSink) { // it was lost; what it sent before is still to be passed on
        m_upstream->socket().ignore();
        return;
    }
    m_responseFlow.allowRead();
    if (m_responseStarted)
        pumpResponse();
    else
        readResponseHead();
}

void Transaction::readResponseHead()
{
    if (!m_responseBlock.isTaken())
        m_worker.buffers.take(m_responseBlock, BufferPool::regular);
    const net::IoResult result = m_upstream->socket().read(m_responseBlock.space(), m_responseBlock.room());
    if (result.state == net::IoResult::State::WouldBlock)
        return;
    if (result.state != net::IoResult::State::Ok) {
        onTryFailed(ProxyError::UpstreamInvalid);
        return;
    }
    m_responseBlock.end += result.bytes;
    m_upstreamSpoke = true;
    const bool head = m_exchange.request.method == "HEAD";
    for (;;) {
        switch (m_responseParser.parse(m_responseBlock.view(), m_response, head)) {
        case http::ParseStatus::NeedMore:
            if (m_responseBlock.room() == 0)
                makeRoomForResponse();
            if (m_upstream->socket().hasPending()) // it will not become readable for what TLS has read already
                readResponseHead();
            return;
        case http::ParseStatus::Failed:
            m_triesLeft = 0; // the upstream did answer, if badly: asking again would repeat the request
            onTryFailed(ProxyError::UpstreamInvalid);
            return;
        case http::ParseStatus::Done:
            break;
        }
        m_responseBlock.consume(m_responseParser.headSize());
        if (m_response.status >= 200 || m_response.status == 101)
            break;
        if (++m_interimResponses > maxInterimResponses) {
            m_triesLeft = 0;
            onTryFailed(ProxyError::UpstreamInvalid);
            return;
        }
        passInterim();
        m_responseParser.reset();
    }
    onResponseHead();
}

// Interim answers that were dealt with may fill the block.
void Transaction::makeRoomForResponse()
{
    if (m_responseBlock.begin > 0)
        m_responseBlock.moveToFront();
    else
        m_worker.buffers.enlarge(m_responseBlock); // the parser's limit is below the large size
}

void Transaction::onResponseHead()
{
    m_exchange.timings.upstreamHead = instant();
    m_exchange.timings.responseStart = m_exchange.timings.upstreamHead;
    if (m_response.status == 101) {
        startTunnel();
        return;
    }
    Outcome &outcome = m_exchange.outcome;
    outcome.status = outcome.upstreamStatus = m_response.status;
    outcome.fromUpstream = true;
    outcome.decidedBy = "upstream";
    runResponsePhase();

    // A request body that is still arriving cannot be told from the next request once the answer is complete.
    const bool stays = m_client->mayStayOpen() && m_requestFlow.isReceived();
    ClientFraming framing = clientFraming(m_exchange.request, m_response);
    framing.keepAlive = m_keepAlive = framing.keepAlive && stays;
    outcome.sentHead = makeClientHead(m_exchange, m_response, framing, m_worker.httpDate());
    beginResponse(m_response.framing, m_response.contentLength, framing.framing == http::Framing::Chunked);
    if (framing.trailers)
        m_responseFlow.passTrailers();
    m_responseFlow.pushHead(outcome.sentHead);
    const bool streams = m_response.framing == http::Framing::Length ? m_response.contentLength > BufferPool::regular
                                                                     : m_response.framing != http::Framing::None;
    if (streams && m_responseBlock.capacity == BufferPool::regular)
        m_worker.buffers.enlarge(m_responseBlock); // the views in m_response end here
    m_responseStarted = true;
    pumpResponse();
}

void Transaction::pumpResponse()
{
    const BodyFlow::State state =
        m_responseFlow.pump(m_responseBlock, m_responseBlock, m_upstream->socket(), m_client->socket());
    m_responseWaits = state;
    switch (state) {
    case BodyFlow::State::Done:
        onResponseSent();
        break;
    case BodyFlow::State::WantsSource:
        watchSockets();
        waitForUpstream(m_route->service->readTimeout);
        break;
    case BodyFlow::State::WantsSink:
        watchSockets();
        waitForReader();
        break;
    case BodyFlow::State::SourceBroken:
        m_responseFlow.sendLast(m_client->socket());
        abortResponse();
        break;
    case BodyFlow::State::SourceCut:
    case BodyFlow::State::SinkFailed:
        abortResponse();
        break;
    }
}

// A client that takes a little now and then holds a buffer and a connection of the upstream for as long as it likes: it
// must take its answer at a rate. What it took before it made the gateway wait does not count; the kernel took that.
void Transaction::waitForReader()
{
    if (m_waitedForReader == 0)
        m_sentBeforeWaiting = m_responseFlow.bytesSent();
    m_waitsForReaderSince = m_worker.poller.now();
    if (readerIsTooSlow())
        abortResponse();
    else
        waitForClient(m_worker.settings.sendTimeout);
}

bool Transaction::readerIsTooSlow() const noexcept
{
    const ProxySettings &settings = m_worker.settings;
    if (m_waitedForReader <= std::chrono::nanoseconds(settings.sendRateGrace).count())
        return false;
    constexpr std::int64_t second = 1'000'000'000;
    const auto seconds = static_cast<std::uint64_t>(m_waitedForReader / second);
    return m_responseFlow.bytesSent() - m_sentBeforeWaiting < seconds * settings.sendRate;
}

void Transaction::onResponseSent()
{
    m_exchange.outcome.bytesSent = m_responseFlow.bytesSent();
    // Bytes behind the answer are nobody's (RFC 9112 9.2): such a connection, or one that still owes the upstream a
    // part of the request, is not used again.
    const bool clean = m_requestSent && m_response.keepAlive && !m_responseBlock.hasData() &&
                       m_response.framing != http::Framing::UntilClose;
    if (clean) {
        m_upstream->setUser(nullptr);
        m_worker.upstreams.give(std::move(m_upstream));
    } else {
        dropUpstream();
    }
    finish(m_requestFlow.isReceived()); // what the upstream did not want of it is forgotten
}

// The client must see that the answer is not whole: no last chunk, no full length, and a reset.
void Transaction::abortResponse()
{
    m_exchange.outcome.bytesSent = m_responseFlow.bytesSent();
    logAndCount();
    m_client->abort();
}

} // namespace gatehouse
