// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/proxy/body_flow.h"

#include "core/http/trailers.h"

#include <algorithm>

namespace gatehouse {

void BodyFlow::begin(http::Framing framing, std::uint64_t length, bool chunked) noexcept
{
    m_out.clear();
    m_decoder.reset();
    m_trailers.clear();
    m_framing = framing;
    m_remaining = length;
    m_sent = m_bodySize = m_limit = 0;
    m_chunkedOut = chunked;
    m_mayRead = false;
    m_received = framing == http::Framing::None || (framing == http::Framing::Length && length == 0);
}

void BodyFlow::continueBody(const http::ChunkedDecoder &decoder, std::string_view beginning)
{
    m_decoder = decoder;
    if (m_framing == http::Framing::Length)
        m_remaining -= beginning.size();
    passOn(beginning);
}

BodyFlow::State BodyFlow::pump(Buffer &received, Buffer &block, net::StreamSocket &source, net::StreamSocket &sink)
{
    for (;;) {
        Buffer &from = received.hasData() ? received : block;
        if (!m_received && from.hasData() && !take(from))
            return State::SourceBroken;
        switch (m_out.flush(sink, m_sent)) {
        case OutQueue::Flush::Blocked:
            return State::WantsSink;
        case OutQueue::Flush::Failed:
            return State::SinkFailed;
        case OutQueue::Flush::Done:
            break;
        }
        if (m_received)
            return State::Done;
        if (received.hasData() || block.hasData())
            continue;
        if (!m_mayRead && !source.hasPending())
            return State::WantsSource;
        switch (fill(block, source)) {
        case net::IoResult::State::Ok:
            continue;
        case net::IoResult::State::WouldBlock:
            m_mayRead = false;
            return State::WantsSource;
        case net::IoResult::State::Closed:
            if (m_framing != http::Framing::UntilClose)
                return State::SourceCut;
            endBody();
            continue;
        case net::IoResult::State::Failed:
            return State::SourceCut;
        }
    }
}

net::IoResult::State BodyFlow::fill(Buffer &block, net::StreamSocket &source)
{
    block.rewind();
    // Never beyond the end of a body of known length: what follows is another message.
    const std::size_t wanted = m_framing == http::Framing::Length
                                   ? static_cast<std::size_t>(std::min<std::uint64_t>(block.room(), m_remaining))
                                   : block.room();
    const net::IoResult result = source.read(block.space(), wanted);
    block.end += result.bytes;
    // A read that did not fill the block emptied the socket: no need to ask again and be told "would block".
    if (result.bytes < wanted && !source.hasPending())
        m_mayRead = false;
    return result.state;
}

bool BodyFlow::take(Buffer &buffer)
{
    switch (m_framing) {
    case http::Framing::Chunked:
        return takeChunked(buffer);
    case http::Framing::UntilClose:
        passOn(buffer.view());
        buffer.consume(buffer.view().size());
        return true;
    case http::Framing::Length: {
        const auto size = static_cast<std::size_t>(std::min<std::uint64_t>(buffer.view().size(), m_remaining));
        passOn(buffer.view().substr(0, size));
        buffer.consume(size);
        m_remaining -= size;
        if (m_remaining == 0)
            endBody();
        return true;
    }
    case http::Framing::None:
        break;
    }
    return true;
}

bool BodyFlow::takeChunked(Buffer &buffer)
{
    while (buffer.hasData() && m_out.hasRoom() && !m_received) {
        const http::ChunkedDecoder::Step step = m_decoder.next(buffer.view());
        buffer.consume(step.consumed);
        if (step.state == http::ChunkedDecoder::State::Failed)
            return false;
        passOn(step.data);
        if (isTooLong())
            return false;
        if (step.state == http::ChunkedDecoder::State::Done)
            endBody();
    }
    return true;
}

void BodyFlow::passOn(std::string_view data)
{
    m_bodySize += data.size();
    if (m_chunkedOut)
        m_out.pushChunk(data);
    else
        m_out.push(data);
}

void BodyFlow::endBody()
{
    m_received = true;
    if (!m_chunkedOut)
        return;
    http::removeForbiddenTrailers(m_trailers);
    if (m_trailers.empty()) {
        m_out.push(http::lastChunk);
        return;
    }
    m_out.push("0\r\n");
    m_out.push(m_trailers);
    m_out.push("\r\n");
}

} // namespace gatehouse
