// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/http/limits.h"
#include "core/http/line_scanner.h"
#include "core/http/message.h"

namespace gatehouse::http {

// Reads one response head of an upstream, interim ones (1xx) included, as strictly as RequestParser reads requests;
// whatever fails here is a 502 for the client. Never allocates.
// Thread: any, one at a time. Lives as long as its upstream connection; reset() before each head.
class ResponseParser
{
public:
    explicit ResponseParser(const Limits &limits) noexcept
        : m_limits(limits)
    {
    }

    void reset() noexcept;
    // `buffer` holds every octet since the head began; it may have moved and grown since the last call. The views in
    // `head` are right for the buffer of the call that returned Done. Answers to HEAD have no body.
    ParseStatus parse(std::string_view buffer, ResponseHead &head, bool requestWasHead) noexcept;

    // Octets of the head with its last CRLF, after Done.
    [[nodiscard]] std::size_t headSize() const noexcept { return m_lines.lineStart(); }

    [[nodiscard]] ParseFailure failure() const noexcept { return m_failure; }

private:
    enum class Part : std::uint8_t { StatusLine, Fields };

    ParseStatus fail(const char *reason) noexcept;
    void rebase(std::string_view buffer, ResponseHead &head) noexcept;
    [[nodiscard]] std::size_t lineLimit() const noexcept;
    bool takeStatusLine(std::string_view line, ResponseHead &head) noexcept;
    bool takeField(std::string_view line, ResponseHead &head) noexcept;
    bool takeContentLength(std::string_view value, ResponseHead &head) noexcept;
    bool takeTransferEncoding(std::string_view value, const ResponseHead &head) noexcept;
    ParseStatus finish(ResponseHead &head, bool requestWasHead) noexcept;

    const Limits m_limits;
    LineScanner m_lines;
    std::string_view m_buffer; // of the last call: where the views in the head point to
    ParseFailure m_failure;
    Part m_part = Part::StatusLine;
    bool m_failed = false;
    bool m_done = false;
    bool m_hasContentLength = false;
    bool m_chunked = false;
};

} // namespace gatehouse::http
