// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/request_parser.h"

#include "core/http/field_line.h"
#include "core/http/host.h"
#include "core/http/octets.h"
#include "core/http/rebase.h"
#include "core/http/target.h"

#include <algorithm>

namespace gatehouse::http {

namespace {

void clear(RequestHead &head) noexcept
{
    head.method = head.target = head.path = head.query = head.host = head.upgrade = {};
    head.fields.clear();
    head.contentLength = 0;
    head.framing = Framing::None;
    head.minorVersion = 1;
    head.keepAlive = true;
    head.hasHost = head.expectContinue = head.connectionUpgrade = head.acceptsTrailers = false;
}

bool listsTrailers(std::string_view list) noexcept
{
    while (!list.empty()) {
        if (equalsIgnoreCase(octets::takeElement(list), "trailers"))
            return true;
    }
    return false;
}

} // namespace

void RequestParser::reset() noexcept
{
    m_lines.reset();
    m_buffer = {};
    m_failure = {};
    m_part = Part::RequestLine;
    m_failed = m_done = m_skippedEmptyLine = m_hasAuthority = m_hasContentLength = false;
    m_foreignCoding = m_chunkedLast = m_hasTransferEncoding = false;
}

ParseStatus RequestParser::fail(int status, const char *reason) noexcept
{
    m_failed = true;
    m_failure = {status, reason};
    return ParseStatus::Failed;
}

ParseStatus RequestParser::failLine(LineScanner::Outcome outcome) noexcept
{
    if (outcome == LineScanner::Outcome::BadOctet)
        return fail(400, "control character, or a line end that is not CRLF");
    return m_part == Part::RequestLine ? fail(414, "request line too long") : fail(431, "fields too large");
}

void RequestParser::rebase(std::string_view buffer, RequestHead &head) noexcept
{
    const Rebase move(m_buffer, buffer);
    m_buffer = buffer;
    if (!move.isNeeded() || m_part == Part::RequestLine)
        return;
    for (std::string_view *view : {&head.method, &head.target, &head.path, &head.query, &head.host, &head.upgrade})
        move.apply(*view);
    move.apply(head.fields);
}

std::size_t RequestParser::lineLimit() const noexcept
{
    // Room for the CRLF of this line and for the empty line.
    const std::size_t used = std::min(m_limits.head, m_lines.lineStart() + 4);
    return std::min(m_part == Part::RequestLine ? m_limits.requestLine : m_limits.fieldLine, m_limits.head - used);
}

ParseStatus RequestParser::parse(std::string_view buffer, RequestHead &head) noexcept
{
    if (m_failed)
        return ParseStatus::Failed;
    rebase(buffer, head);
    while (!m_done) {
        const LineScanner::Outcome outcome = m_lines.scan(buffer, lineLimit());
        if (outcome == LineScanner::Outcome::NeedMore)
            return ParseStatus::NeedMore;
        if (outcome != LineScanner::Outcome::Line)
            return failLine(outcome);
        const std::string_view line = m_lines.line(buffer);
        m_lines.advance();
        if (line.empty() && m_part == Part::Fields)
            return finish(head);
        if (!takeLine(line, head))
            return ParseStatus::Failed;
    }
    return ParseStatus::Done;
}

bool RequestParser::takeLine(std::string_view line, RequestHead &head) noexcept
{
    if (m_part == Part::Fields)
        return takeField(line, head);
    if (!line.empty())
        return takeRequestLine(line, head);
    if (m_skippedEmptyLine) {
        fail(400, "empty lines before the request line");
        return false;
    }
    m_skippedEmptyLine = true; // RFC 9112 2.2: left behind by old clients after a body
    return true;
}

bool RequestParser::takeRequestLine(std::string_view line, RequestHead &head) noexcept
{
    clear(head);
    const std::size_t methodEnd = line.find(' ');
    const std::size_t targetEnd = methodEnd == std::string_view::npos ? methodEnd : line.find(' ', methodEnd + 1);
    if (targetEnd == std::string_view::npos || targetEnd == methodEnd + 1) {
        fail(400, "request line without method, target and version");
        return false;
    }
    head.method = line.substr(0, methodEnd);
    head.target = line.substr(methodEnd + 1, targetEnd - methodEnd - 1);
    if (!octets::allOf(head.method, octets::token)) {
        fail(400, "method is not a token");
        return false;
    }
    if (!takeVersion(line.substr(targetEnd + 1), head) || !takeTarget(head))
        return false;
    m_part = Part::Fields;
    return true;
}

bool RequestParser::takeVersion(std::string_view version, RequestHead &head) noexcept
{
    const bool wellFormed = version.size() == 8 && version.substr(0, 5) == "HTTP/" &&
                            octets::is(version[5], octets::digit) && version[6] == '.' &&
                            octets::is(version[7], octets::digit);
    if (!wellFormed) {
        fail(400, "malformed HTTP version");
        return false;
    }
    if (version[5] != '1' || version[7] > '1') {
        fail(505, "HTTP version not supported");
        return false;
    }
    head.minorVersion = static_cast<std::uint8_t>(version[7] - '0');
    return true;
}

bool RequestParser::takeTarget(RequestHead &head) noexcept
{
    Target target;
    const char *const problem = head.target.find('\t') == std::string_view::npos
                                    ? parseTarget(head.target, head.method, target)
                                    : "tab in target";
    if (problem != nullptr) {
        fail(400, problem);
        return false;
    }
    head.path = target.path.empty() ? std::string_view("/") : target.path; // RFC 9110 4.2.3
    head.query = target.query;
    head.host = target.authority;
    m_hasAuthority = !target.authority.empty();
    return true;
}

bool RequestParser::takeField(std::string_view line, RequestHead &head) noexcept
{
    Field field;
    if (const char *const problem = parseFieldLine(line, field); problem != nullptr) {
        fail(400, problem);
        return false;
    }
    if (head.fields.size() >= m_limits.fields || !head.fields.push(field)) {
        fail(431, "too many fields");
        return false;
    }
    return field.id == FieldId::Other || takeMeaning(field, head);
}

bool RequestParser::takeMeaning(const Field &field, RequestHead &head) noexcept
{
    switch (field.id) {
    case FieldId::Host:
        return takeHost(field.value, head);
    case FieldId::ContentLength:
        return takeContentLength(field.value, head);
    case FieldId::TransferEncoding:
        return takeTransferEncoding(field.value, head);
    case FieldId::Expect:
        head.expectContinue = equalsIgnoreCase(field.value, "100-continue");
        if (!head.expectContinue)
            fail(417, "unknown expectation"); // RFC 9110 10.1.1
        return head.expectContinue;
    case FieldId::Te:
        head.acceptsTrailers = head.acceptsTrailers || listsTrailers(field.value);
        return true;
    case FieldId::Upgrade:
        if (head.upgrade.empty())
            head.upgrade = field.value;
        return true;
    default:
        return true;
    }
}

bool RequestParser::takeHost(std::string_view value, RequestHead &head) noexcept
{
    if (head.hasHost || !isHost(value)) {
        fail(400, head.hasHost ? "more than one Host" : "invalid Host"); // RFC 9112 3.2
        return false;
    }
    head.hasHost = true;
    if (!m_hasAuthority)
        head.host = value;
    return true;
}

bool RequestParser::takeContentLength(std::string_view value, RequestHead &head) noexcept
{
    const std::optional<std::uint64_t> length = parseContentLength(value);
    if (m_hasContentLength || !length) {
        fail(400, m_hasContentLength ? "more than one Content-Length" : "invalid Content-Length");
        return false;
    }
    m_hasContentLength = true;
    head.contentLength = *length;
    return true;
}

bool RequestParser::takeTransferEncoding(std::string_view value, RequestHead &head) noexcept
{
    if (head.minorVersion == 0) {
        fail(400, "Transfer-Encoding in HTTP/1.0"); // RFC 9112 6.1
        return false;
    }
    m_hasTransferEncoding = true;
    bool wellFormed = !value.empty() && value.back() != ',';
    for (std::string_view list = value; wellFormed && !list.empty();) {
        const std::string_view coding = octets::takeElement(list);
        wellFormed = !m_chunkedLast && !coding.empty() && octets::is(coding.front(), octets::token);
        m_chunkedLast = equalsIgnoreCase(coding, "chunked");
        m_foreignCoding = m_foreignCoding || !m_chunkedLast;
    }
    if (!wellFormed)
        fail(400, "malformed Transfer-Encoding, or a coding after chunked");
    return wellFormed;
}

ParseStatus RequestParser::finish(RequestHead &head) noexcept
{
    if (!head.hasHost && head.minorVersion == 1)
        return fail(400, "Host is missing");
    head.hasHost = head.hasHost || m_hasAuthority;
    if (m_hasTransferEncoding && m_hasContentLength)
        return fail(400, "both Transfer-Encoding and Content-Length"); // RFC 9112 6.3: smuggling
    if (m_hasTransferEncoding && !m_chunkedLast)
        return fail(400, "chunked is not the last transfer coding");
    if (m_foreignCoding)
        return fail(501, "transfer coding not implemented");
    if (m_hasTransferEncoding)
        head.framing = Framing::Chunked;
    else if (m_hasContentLength)
        head.framing = Framing::Length;

    const ConnectionOptions options = readConnection(head.fields, m_limits);
    if (options.tooMany)
        return fail(400, "too many Connection options");
    decidePersistence(options, head);
    m_done = true;
    return ParseStatus::Done;
}

void RequestParser::decidePersistence(const ConnectionOptions &options, RequestHead &head) noexcept
{
    head.keepAlive = !options.close && (head.minorVersion == 1 || options.keepAlive); // RFC 9112 9.3
    head.connectionUpgrade = options.upgrade;
    if (head.minorVersion == 0)
        head.expectContinue = false; // RFC 9110 10.1.1
}

} // namespace gatehouse::http
