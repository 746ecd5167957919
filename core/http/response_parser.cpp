// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/response_parser.h"

#include "core/http/field_line.h"
#include "core/http/octets.h"
#include "core/http/rebase.h"

#include <algorithm>

namespace gatehouse::http {

namespace {

void clear(ResponseHead &head) noexcept
{
    head.status = 0;
    head.reason = {};
    head.fields.clear();
    head.contentLength = 0;
    head.framing = Framing::None;
    head.minorVersion = 1;
    head.keepAlive = true;
}

// RFC 9112 6.3 (1)
bool hasNoBody(int status, bool requestWasHead) noexcept
{
    return requestWasHead || status < 200 || status == 204 || status == 304;
}

} // namespace

void ResponseParser::reset() noexcept
{
    m_lines.reset();
    m_buffer = {};
    m_failure = {};
    m_part = Part::StatusLine;
    m_failed = m_done = m_hasContentLength = m_chunked = false;
}

ParseStatus ResponseParser::fail(const char *reason) noexcept
{
    m_failed = true;
    m_failure = {502, reason};
    return ParseStatus::Failed;
}

void ResponseParser::rebase(std::string_view buffer, ResponseHead &head) noexcept
{
    const Rebase move(m_buffer, buffer);
    m_buffer = buffer;
    if (!move.isNeeded() || m_part == Part::StatusLine)
        return;
    move.apply(head.reason);
    move.apply(head.fields);
}

std::size_t ResponseParser::lineLimit() const noexcept
{
    // Room for the CRLF of this line and for the empty line.
    const std::size_t used = std::min(m_limits.head, m_lines.lineStart() + 4);
    return std::min(m_limits.fieldLine, m_limits.head - used);
}

ParseStatus ResponseParser::parse(std::string_view buffer, ResponseHead &head, bool requestWasHead) noexcept
{
    if (m_failed)
        return ParseStatus::Failed;
    rebase(buffer, head);
    while (!m_done) {
        const LineScanner::Outcome outcome = m_lines.scan(buffer, lineLimit());
        if (outcome == LineScanner::Outcome::NeedMore)
            return ParseStatus::NeedMore;
        if (outcome == LineScanner::Outcome::TooLong)
            return fail("response head too large");
        if (outcome == LineScanner::Outcome::BadOctet)
            return fail("control character, or a line end that is not CRLF");
        const std::string_view line = m_lines.line(buffer);
        m_lines.advance();
        if (m_part == Part::StatusLine ? !takeStatusLine(line, head) : !line.empty() && !takeField(line, head))
            return ParseStatus::Failed;
        if (line.empty())
            return finish(head, requestWasHead);
    }
    return ParseStatus::Done;
}

bool ResponseParser::takeStatusLine(std::string_view line, ResponseHead &head) noexcept
{
    clear(head);
    const bool wellFormed = line.size() >= 12 && line.substr(0, 7) == "HTTP/1." && octets::is(line[7], octets::digit) &&
                            line[8] == ' ' && octets::allOf(line.substr(9, 3), octets::digit) && line[9] != '0';
    if (!wellFormed || (line.size() > 12 && line[12] != ' ')) { // many servers leave out the SP of an empty reason
        fail("malformed status line");
        return false;
    }
    head.minorVersion = line[7] == '0' ? 0 : 1;
    head.status = (line[9] - '0') * 100 + (line[10] - '0') * 10 + (line[11] - '0');
    head.reason = line.size() > 13 ? line.substr(13) : std::string_view();
    m_part = Part::Fields;
    return true;
}

bool ResponseParser::takeField(std::string_view line, ResponseHead &head) noexcept
{
    Field field;
    if (const char *const problem = parseFieldLine(line, field); problem != nullptr) {
        fail(problem);
        return false;
    }
    if (head.fields.size() >= m_limits.fields || !head.fields.push(field)) {
        fail("too many fields");
        return false;
    }
    if (field.id == FieldId::ContentLength)
        return takeContentLength(field.value, head);
    if (field.id == FieldId::TransferEncoding)
        return takeTransferEncoding(field.value, head);
    return true;
}

bool ResponseParser::takeContentLength(std::string_view value, ResponseHead &head) noexcept
{
    const std::optional<std::uint64_t> length = parseContentLength(value);
    if (m_hasContentLength || !length) {
        fail(m_hasContentLength ? "more than one Content-Length" : "invalid Content-Length");
        return false;
    }
    m_hasContentLength = true;
    head.contentLength = *length;
    return true;
}

bool ResponseParser::takeTransferEncoding(std::string_view value, const ResponseHead &head) noexcept
{
    if (head.minorVersion == 0 || m_chunked || !equalsIgnoreCase(value, "chunked")) {
        fail("Transfer-Encoding is not one \"chunked\" of HTTP/1.1"); // RFC 9112 6.1
        return false;
    }
    m_chunked = true;
    return true;
}

ParseStatus ResponseParser::finish(ResponseHead &head, bool requestWasHead) noexcept
{
    if (m_chunked && m_hasContentLength)
        return fail("both Transfer-Encoding and Content-Length"); // RFC 9112 6.3: response splitting
    if (hasNoBody(head.status, requestWasHead))
        head.framing = Framing::None;
    else if (m_chunked)
        head.framing = Framing::Chunked;
    else
        head.framing = m_hasContentLength ? Framing::Length : Framing::UntilClose;

    const ConnectionOptions options = readConnection(head.fields, m_limits);
    if (options.tooMany)
        return fail("too many Connection options");
    head.keepAlive = !options.close && head.framing != Framing::UntilClose &&
                     (head.minorVersion == 1 || options.keepAlive); // RFC 9112 9.3
    m_done = true;
    return ParseStatus::Done;
}

} // namespace gatehouse::http
