// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/proxy/client_connection.h"
#include "core/proxy/transaction.h"

#include <algorithm>

namespace gatehouse {

// The body is needed whole: by a plugin before the access phase, or because a chunked one is to reach the upstream with
// its length (request_buffering).
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
    return m_requestFlow.bodySize() + m_wholeBody.size() < seconds * settings.bodyRate;
}

void Transaction::failBody(ProxyError error)
{
    m_responseStarted ? abortResponse() : fail(error);
}

void Transaction::readWholeBody()
{
    if (!m_requestBlock.isTaken())
        m_worker.buffers.take(m_requestBlock, BufferPool::regular);
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

// Too long to be kept for its length's sake, or too slow: what has come is sent on as the first chunk, the rest as it
// arrives.
void Transaction::streamLongBody()
{
    m_streamsLongBody = true;
    forward();
}

} // namespace gatehouse
