// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/proxy/client_connection.h"
#include "core/proxy/transaction.h"

#include <algorithm>

namespace gatehouse {

// With request_buffering the upstream is asked when the body is here, so that a slow client does not hold it, a cut
// request does not reach it, and another try can be made; and a chunked body gets a length. What has come with its head
// is sent from where it is, and a long body as it arrives. An expectation asks for the upstream's opinion first (RFC
// 9110 10.1.1).
bool Transaction::buffersBody() noexcept
{
    const http::RequestHead &request = m_exchange.request;
    if (!m_route->requestBuffering || m_exchange.overridesBody || m_streamsLongBody)
        return false;
    const std::size_t here = m_client->input().view().size();
    if (request.expectContinue && here == 0)
        return false;
    if (request.framing == http::Framing::Chunked)
        return true;
    return request.framing == http::Framing::Length && request.contentLength > here &&
           request.contentLength <= m_worker.settings.bufferedBodyLimit;
}

// The body is needed whole: by a plugin before the access phase, or by request_buffering.
void Transaction::collectBody()
{
    m_stage = Stage::WholeBody;
    m_wholeBodyDecoder.reset();
    m_collectsUntil = m_worker.poller.now() + std::chrono::nanoseconds(m_worker.settings.bufferedBodyTime).count();
    if (takeWholeBody())
        return;
    sendContinue();
    waitForWholeBody();
}

void Transaction::waitForWholeBody()
{
    const std::chrono::nanoseconds left(m_collectsUntil - m_worker.poller.now());
    const auto patience = m_worker.settings.bodyTimeout;
    constexpr std::chrono::milliseconds atOnce{1};
    const auto soon = std::max(atOnce, std::chrono::ceil<std::chrono::milliseconds>(left));
    waitForBody(m_accessPassed ? std::min(soon, patience) : patience);
}

void Transaction::waitForBody(std::chrono::milliseconds patience)
{
    m_waitsForBodySince = m_worker.poller.now();
    waitForClient(patience);
}

// A client that sends a little now and then holds a connection, and one of the upstream, for as long as it likes: its
// body must reach a rate. Only the time spent waiting for the client counts; a route without request_buffering is
// meant for bodies that come as they are made.
bool Transaction::bodyIsTooSlow()
{
    const ProxySettings &settings = m_worker.settings;
    m_waitedForBody += m_worker.poller.now() - m_waitsForBodySince;
    m_waitsForBodySince = m_worker.poller.now();
    if (settings.bodyRate == 0 || !m_route->requestBuffering ||
        m_waitedForBody <= std::chrono::nanoseconds(settings.bodyRateGrace).count())
        return false;
    constexpr std::int64_t second = 1'000'000'000;
    const auto seconds = static_cast<std::uint64_t>(m_waitedForBody / second);
    return bodyReceived() < seconds * settings.bodyRate;
}

// What was collected is part of what flows once it does.
std::uint64_t Transaction::bodyReceived() const noexcept
{
    return std::max<std::uint64_t>(m_requestFlow.bodySize(), m_wholeBody.size());
}

void Transaction::failBody(ProxyError error)
{
    m_responseStarted ? abortResponse() : fail(error);
}

void Transaction::readWholeBody()
{
    if (!m_requestBlock.isTaken())
        takeRequestBlock();
    m_requestBlock.rewind();
    const net::IoResult result = m_client->socket().read(m_requestBlock.space(), m_requestBlock.room());
    if (result.state == net::IoResult::State::WouldBlock)
        return;
    if (result.state != net::IoResult::State::Ok) {
        clientIsGone();
        return;
    }
    m_requestBlock.end += result.bytes;
    if (bodyIsTooSlow()) {
        failBody(ProxyError::RequestTimeout);
        return;
    }
    waitForWholeBody();
    takeWholeBody();
}

// Moves what has arrived of the body to m_wholeBody; true when the request went on or failed.
bool Transaction::takeWholeBody()
{
    Buffer &from = m_client->input().hasData() ? m_client->input() : m_requestBlock;
    bool complete = false;
    if (m_exchange.request.framing == http::Framing::Length) {
        const std::uint64_t missing = m_exchange.request.contentLength - m_wholeBody.size();
        const auto size = static_cast<std::size_t>(std::min<std::uint64_t>(missing, from.view().size()));
        m_wholeBody.append(from.view().substr(0, size));
        from.consume(size);
        complete = missing == size;
    } else {
        http::ChunkedDecoder::Step step;
        do {
            step = m_wholeBodyDecoder.next(from.view());
            from.consume(step.consumed);
            m_wholeBody.append(step.data);
        } while (step.state == http::ChunkedDecoder::State::Data && from.hasData());
        if (step.state == http::ChunkedDecoder::State::Failed) {
            fail(ProxyError::BadRequest);
            return true;
        }
        complete = step.state == http::ChunkedDecoder::State::Done;
    }
    if (m_worker.settings.bodyLimit != 0 && m_wholeBody.size() > m_worker.settings.bodyLimit) {
        fail(ProxyError::BodyTooLarge);
        return true;
    }
    const std::size_t limit = m_accessPassed ? m_worker.settings.bufferedBodyLimit : m_worker.settings.wholeBodyLimit;
    if (!complete && (m_exchange.request.contentLength > limit || m_wholeBody.size() > limit)) {
        m_accessPassed ? streamLongBody() : fail(ProxyError::BodyTooLarge);
        return true;
    }
    if (complete)
        useWholeBody();
    return complete;
}

void Transaction::useWholeBody()
{
    m_exchange.body = m_wholeBody;
    m_exchange.bodyOverride = m_wholeBody; // sent on as received, with its length, unless a plugin replaces it
    m_exchange.overridesBody = true;
    m_accessPassed ? forward() : runAccessPhase();
}

// Too long to be kept, or too slow: what has come is sent on, the rest as it arrives.
void Transaction::streamLongBody()
{
    m_streamsLongBody = true;
    forward();
}

} // namespace gatehouse
