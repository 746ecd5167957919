// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/chunked_decoder.h"

#include "core/http/octets.h"

#include <algorithm>

namespace gatehouse::http {

void ChunkedDecoder::reset() noexcept
{
    m_overhead = 0;
    m_remaining = 0;
    m_failure = {};
    m_trailers = nullptr;
    m_at = At::Size;
    m_digits = 0;
}

ChunkedDecoder::Step ChunkedDecoder::next(std::string_view input) noexcept
{
    std::size_t position = 0;
    while (m_at != At::Done && m_at != At::Failed) {
        if (position == input.size())
            return {State::NeedMore, position, {}};
        if (m_at != At::Data) {
            take(input[position++]);
            continue;
        }
        const auto size = static_cast<std::size_t>(std::min<std::uint64_t>(m_remaining, input.size() - position));
        m_remaining -= size;
        if (m_remaining == 0)
            m_at = At::DataCr;
        return {State::Data, position + size, input.substr(position, size)};
    }
    return {m_at == At::Done ? State::Done : State::Failed, position, {}};
}

bool ChunkedDecoder::fail(int status, const char *reason) noexcept
{
    m_at = At::Failed;
    m_failure = {status, reason};
    return false;
}

bool ChunkedDecoder::expect(char c, char expected, At next) noexcept
{
    if (c != expected)
        return fail(400, "CRLF expected in the chunked body");
    m_at = next;
    return true;
}

bool ChunkedDecoder::take(char c) noexcept
{
    switch (m_at) {
    case At::Size:
    case At::AfterSize:
        return takeSize(c);
    case At::SizeLf: {
        const bool last = m_remaining == 0;
        m_digits = 0;
        return expect(c, '\n', last ? At::TrailerStart : At::Data);
    }
    case At::DataCr:
        return expect(c, '\r', At::DataLf);
    case At::DataLf:
        return expect(c, '\n', At::Size);
    case At::TrailerLf:
        keepTrailer(c);
        return expect(c, '\n', At::TrailerStart);
    case At::LastLf:
        return expect(c, '\n', At::Done);
    case At::TrailerStart:
    case At::TrailerName:
    case At::TrailerValue:
        return takeTrailer(c);
    default:
        return countOverhead() && takeExtension(c);
    }
}

bool ChunkedDecoder::takeSize(char c) noexcept
{
    if (m_at == At::Size && octets::is(c, octets::hex)) {
        if (++m_digits > 16 || m_remaining > largestLength >> 4)
            return fail(400, "chunk size too large");
        m_remaining = m_remaining << 4 | octets::hexValue(c);
        return true;
    }
    if (m_digits == 0)
        return fail(400, "chunk size is not a hexadecimal number");
    if (octets::isBlank(c)) {
        m_at = At::AfterSize;
        return countOverhead();
    }
    if (c == ';') {
        m_at = At::ExtensionName;
        m_empty = true;
        return countOverhead();
    }
    if (m_at == At::AfterSize)
        return fail(400, "blank after the chunk size");
    return expect(c, '\r', At::SizeLf);
}

bool ChunkedDecoder::takeExtension(char c) noexcept
{
    switch (m_at) {
    case At::ExtensionName:
    case At::ExtensionValue: {
        const bool isValue = m_at == At::ExtensionValue;
        if (octets::is(c, octets::token)) {
            m_empty = false;
            return true;
        }
        if (m_empty && octets::isBlank(c))
            return true;
        if (m_empty && isValue && c == '"') {
            m_at = At::Quoted;
            return true;
        }
        return m_empty ? fail(400, "malformed chunk extension") : afterExtension(c, !isValue);
    }
    case At::AfterName:
        return afterExtension(c, true);
    case At::AfterValue:
        return afterExtension(c, false);
    default:
        return takeQuoted(c);
    }
}

bool ChunkedDecoder::afterExtension(char c, bool mayHaveValue) noexcept
{
    m_empty = true;
    if (octets::isBlank(c))
        m_at = mayHaveValue ? At::AfterName : At::AfterValue;
    else if (c == ';')
        m_at = At::ExtensionName;
    else if (c == '=' && mayHaveValue)
        m_at = At::ExtensionValue;
    else if (c == '\r')
        m_at = At::SizeLf;
    else
        return fail(400, "malformed chunk extension");
    return true;
}

bool ChunkedDecoder::takeQuoted(char c) noexcept
{
    if (octets::isControl(c) && c != '\t')
        return fail(400, "control character in a chunk extension");
    if (m_at == At::QuotedPair)
        m_at = At::Quoted;
    else if (c == '\\')
        m_at = At::QuotedPair;
    else if (c == '"')
        m_at = At::AfterValue;
    return true;
}

bool ChunkedDecoder::takeTrailer(char c) noexcept
{
    if (m_at == At::TrailerStart && c == '\r') {
        m_at = At::LastLf;
        return true;
    }
    if (!countOverhead())
        return false;
    keepTrailer(c);
    if (m_at == At::TrailerValue) {
        if (c == '\r')
            return expect(c, '\r', At::TrailerLf);
        return !octets::isControl(c) || c == '\t' || fail(400, "control character in a trailer");
    }
    if (octets::is(c, octets::token)) {
        m_at = At::TrailerName;
        return true;
    }
    if (m_at == At::TrailerStart || c != ':')
        return fail(400, "trailer name is not a token");
    m_at = At::TrailerValue;
    return true;
}

void ChunkedDecoder::keepTrailer(char c)
{
    if (m_trailers)
        m_trailers->push_back(c);
}

bool ChunkedDecoder::countOverhead() noexcept
{
    if (++m_overhead <= m_overheadLimit)
        return true;
    const bool trailer = m_at >= At::TrailerStart;
    return fail(trailer ? 431 : 400, trailer ? "trailers too large" : "chunk extensions too large");
}

std::size_t writeChunkHeader(char *out, std::size_t dataSize) noexcept
{
    std::size_t digits = 1;
    while (digits < 16 && dataSize >> (4 * digits) != 0)
        ++digits;
    for (std::size_t i = 0; i < digits; ++i)
        out[i] = "0123456789abcdef"[dataSize >> (4 * (digits - 1 - i)) & 0xf];
    out[digits] = '\r';
    out[digits + 1] = '\n';
    return digits + 2;
}

} // namespace gatehouse::http
