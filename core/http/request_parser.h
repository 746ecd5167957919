// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/http/limits.h"
#include "core/http/line_scanner.h"
#include "core/http/message.h"

namespace gatehouse::http {

struct ConnectionOptions;

// Reads one request head, strictly: what RFC 9112 leaves to the recipient is refused, so that no server behind can
// read another message than the gateway did. Never allocates.
// Thread: any, one at a time. Lives as long as its connection; reset() before each message.
class RequestParser
{
public:
    explicit RequestParser(const Limits &limits) noexcept
        : m_limits(limits)
    {
    }

    void reset() noexcept;
    // `buffer` holds every octet since the message began; it may have moved and grown since the last call. The views
    // in `head` are right for the buffer of the call that returned Done. A head is filled by one parser at a time.
    ParseStatus parse(std::string_view buffer, RequestHead &head) noexcept;

    // Octets of the head with its last CRLF, after Done; the body begins there.
    [[nodiscard]] std::size_t headSize() const noexcept { return m_lines.lineStart(); }

    // Whether the request line has been read: before that, `head` tells nothing about a request that failed.
    [[nodiscard]] bool hasRequestLine() const noexcept { return m_part == Part::Fields; }

    [[nodiscard]] ParseFailure failure() const noexcept { return m_failure; }

private:
    enum class Part : std::uint8_t { RequestLine, Fields };

    ParseStatus fail(int status, const char *reason) noexcept;
    ParseStatus failLine(LineScanner::Outcome outcome) noexcept;
    void rebase(std::string_view buffer, RequestHead &head) noexcept;
    [[nodiscard]] std::size_t lineLimit() const noexcept;
    bool takeLine(std::string_view line, RequestHead &head) noexcept;
    bool takeRequestLine(std::string_view line, RequestHead &head) noexcept;
    bool takeVersion(std::string_view version, RequestHead &head) noexcept;
    bool takeTarget(RequestHead &head) noexcept;
    bool takeField(std::string_view line, RequestHead &head) noexcept;
    bool takeMeaning(const Field &field, RequestHead &head) noexcept;
    bool takeHost(std::string_view value, RequestHead &head) noexcept;
    bool takeContentLength(std::string_view value, RequestHead &head) noexcept;
    bool takeTransferEncoding(std::string_view value, RequestHead &head) noexcept;
    ParseStatus finish(RequestHead &head) noexcept;
    void decidePersistence(const ConnectionOptions &options, RequestHead &head) noexcept;

    const Limits m_limits;
    LineScanner m_lines;
    std::string_view m_buffer; // of the last call: where the views in the head point to
    ParseFailure m_failure;
    Part m_part = Part::RequestLine;
    bool m_failed = false;
    bool m_done = false;
    bool m_skippedEmptyLine = false;
    bool m_hasAuthority = false; // of an absolute-form target
    bool m_hasContentLength = false;
    bool m_foreignCoding = false; // Transfer-Encoding with more than "chunked"
    bool m_chunkedLast = false;
    bool m_hasTransferEncoding = false;
};

} // namespace gatehouse::http
