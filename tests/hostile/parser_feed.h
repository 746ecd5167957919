// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/http/chunked_decoder.h"
#include "core/http/request_parser.h"
#include "core/http/response_parser.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

// Runs a parser over a message, at once or in steps, and writes everything it found as text, so that two ways of
// feeding can be compared. Knows no Qt: the fuzz drivers use it too. Thread: any.
namespace gatehouse::hostile {

inline std::string describe(const http::FieldList &fields)
{
    std::string text;
    for (const http::Field &field : fields) {
        text.append(field.name).append("=").append(field.value).append(field.nominated ? "(nominated)\n" : "\n");
        text.append(std::to_string(static_cast<int>(field.id))).append("\n");
    }
    return text;
}

inline std::string describe(const http::RequestHead &head)
{
    std::string text;
    for (const std::string_view part : {head.method, head.target, head.path, head.query, head.host, head.upgrade})
        text.append(part).append("\n");
    for (const bool flag :
         {head.hasHost, head.keepAlive, head.expectContinue, head.connectionUpgrade, head.acceptsTrailers})
        text.append(flag ? "1" : "0");
    text.append(" 1.").append(std::to_string(head.minorVersion));
    text.append(" framing ").append(std::to_string(static_cast<int>(head.framing)));
    return text.append(" ").append(std::to_string(head.contentLength)).append("\n").append(describe(head.fields));
}

inline std::string describe(const http::ResponseHead &head)
{
    std::string text = std::to_string(head.status);
    text.append(" ").append(head.reason).append(head.keepAlive ? " keep" : " close");
    text.append(" 1.").append(std::to_string(head.minorVersion));
    text.append(" framing ").append(std::to_string(static_cast<int>(head.framing)));
    return text.append(" ").append(std::to_string(head.contentLength)).append("\n").append(describe(head.fields));
}

inline std::string describeFailure(const http::ParseFailure &failure)
{
    return "failed " + std::to_string(failure.status) + " " + failure.reason;
}

// Calls `parse` with prefixes of the message that grow by `step` octets, each in a buffer of exactly its size, so that
// stale views and reads beyond the end show under the address sanitizer.
template <class Parse>
http::ParseStatus feed(std::string_view message, std::size_t step, std::vector<char> &buffer, Parse parse)
{
    http::ParseStatus status = http::ParseStatus::NeedMore;
    for (std::size_t size = 0; size < message.size() && status == http::ParseStatus::NeedMore;) {
        size = std::min(message.size(), size + step);
        buffer = std::vector<char>(message.begin(), message.begin() + static_cast<std::ptrdiff_t>(size));
        status = parse(std::string_view(buffer.data(), buffer.size()));
    }
    return status;
}

inline std::string feedRequest(std::string_view message, std::size_t step, const http::Limits &limits = {})
{
    http::RequestParser parser(limits);
    http::RequestHead head;
    std::vector<char> buffer;
    const http::ParseStatus status =
        feed(message, step, buffer, [&](std::string_view received) { return parser.parse(received, head); });
    if (status == http::ParseStatus::NeedMore)
        return "incomplete";
    if (status == http::ParseStatus::Failed)
        return describeFailure(parser.failure());
    return "size " + std::to_string(parser.headSize()) + "\n" + describe(head);
}

inline std::string feedResponse(std::string_view message, std::size_t step, bool requestWasHead = false)
{
    http::ResponseParser parser(http::Limits::forResponses());
    http::ResponseHead head;
    std::vector<char> buffer;
    const http::ParseStatus status = feed(
        message, step, buffer, [&](std::string_view received) { return parser.parse(received, head, requestWasHead); });
    if (status == http::ParseStatus::NeedMore)
        return "incomplete";
    if (status == http::ParseStatus::Failed)
        return describeFailure(parser.failure());
    return "size " + std::to_string(parser.headSize()) + "\n" + describe(head);
}

inline std::string feedChunked(std::string_view body, std::size_t step, const http::Limits &limits = {})
{
    using State = http::ChunkedDecoder::State;
    http::ChunkedDecoder decoder(limits);
    std::string data;
    std::size_t consumed = 0;
    for (std::size_t size = 0; size < body.size();) {
        size = std::min(body.size(), size + step);
        for (State state = State::Data; state == State::Data;) {
            const std::vector<char> piece(body.begin() + static_cast<std::ptrdiff_t>(consumed),
                                          body.begin() + static_cast<std::ptrdiff_t>(size));
            const http::ChunkedDecoder::Step result = decoder.next({piece.data(), piece.size()});
            consumed += result.consumed;
            data.append(result.data);
            state = result.state;
            if (state == State::Failed)
                return describeFailure(decoder.failure());
            if (state == State::Done)
                return "size " + std::to_string(consumed) + "\n" + data;
        }
    }
    return "incomplete";
}

} // namespace gatehouse::hostile
