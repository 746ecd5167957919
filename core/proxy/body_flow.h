// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/http/chunked_decoder.h"
#include "core/proxy/buffer_pool.h"
#include "core/proxy/out_queue.h"

#include <cstdint>
#include <string>

namespace gatehouse {

// One message on its way from one socket to another: the head that was made for it, then the body as it arrives, taken
// out of the framing it came in and put into the framing it goes out with. Holds at most one buffer of it: the source
// is not read before the sink has taken what was read (that is the back-pressure).
// Thread: worker. Lives in a Transaction, reused.
class BodyFlow
{
public:
    enum class State : std::uint8_t {
        WantsSource,  // call again when the source is readable
        WantsSink,    // call again when the sink is writable
        Done,         // everything was sent
        SourceCut,    // the source ended before the body did
        SourceBroken, // the framing of the source is wrong
        SinkFailed,
    };

    explicit BodyFlow(const http::Limits &limits)
        : m_decoder(limits)
    {
    }

    // A body in `framing` follows; `chunked`: it is sent on in chunks.
    void begin(http::Framing framing, std::uint64_t length, bool chunked) noexcept;

    // Its trailers are sent on behind the last chunk, but for those that are forbidden there; after begin().
    void passTrailers() noexcept { m_decoder.collectTrailers(m_trailers); }

    // The beginning of the body was taken elsewhere, out of its chunks by `decoder`: it goes out first, and what
    // follows is taken from there on.
    void continueBody(const http::ChunkedDecoder &decoder, std::string_view beginning);

    // More octets than this make the source broken; after begin(). 0: no limit.
    void limitBody(std::uint64_t octets) noexcept { m_limit = octets; }

    [[nodiscard]] bool isTooLong() const noexcept { return m_limit != 0 && m_bodySize > m_limit; }

    void pushHead(std::string_view head) noexcept { m_out.push(head); }

    // Goes on as far as possible without waiting. Bytes already in `received` come first; more is read into `block`
    // (the same buffer for both is usual).
    State pump(Buffer &received, Buffer &block, net::StreamSocket &source, net::StreamSocket &sink);

    // Sends what was taken before the source broke, as far as the sink takes it now: what comes next is an abort.
    void sendLast(net::StreamSocket &sink) { m_out.flush(sink, m_sent); }

    // The source became readable: pump() may read again.
    void allowRead() noexcept { m_mayRead = true; }

    [[nodiscard]] bool isReceived() const noexcept { return m_received; } // the body's end was seen

    [[nodiscard]] std::uint64_t bytesSent() const noexcept { return m_sent; }

    [[nodiscard]] std::uint64_t bodySize() const noexcept { return m_bodySize; }

private:
    bool take(Buffer &buffer);
    bool takeChunked(Buffer &buffer);
    void passOn(std::string_view data);
    void endBody();
    net::IoResult::State fill(Buffer &block, net::StreamSocket &source);

    OutQueue m_out;
    http::ChunkedDecoder m_decoder;
    std::string m_trailers;
    std::uint64_t m_limit = 0;
    std::uint64_t m_remaining = 0;
    std::uint64_t m_sent = 0;
    std::uint64_t m_bodySize = 0;
    http::Framing m_framing = http::Framing::None;
    bool m_chunkedOut = false;
    bool m_received = false;
    bool m_mayRead = false;
};

} // namespace gatehouse
