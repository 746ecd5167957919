// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/http/limits.h"

#include <string>

namespace gatehouse::http {

// Takes the chunked coding (RFC 9112 7.1) off a body as its octets arrive: data is handed out as views of the input,
// extensions are checked and ignored, trailers are checked and never merged into the head (RFC 9110 6.5.1): they are
// kept for who asks for them, else dropped.
// Thread: any, one at a time. Lives as long as its connection; reset() before each body.
class ChunkedDecoder
{
public:
    enum class State : std::uint8_t { NeedMore, Data, Done, Failed };

    // `consumed` octets of the input are dealt with, the data among them; go on with what follows them. NeedMore
    // consumes everything, Done ends just behind the last CRLF.
    struct Step {
        State state = State::NeedMore;
        std::size_t consumed = 0;
        std::string_view data;
    };

    explicit ChunkedDecoder(const Limits &limits) noexcept
        : m_overheadLimit(limits.chunkOverhead)
    {
    }

    void reset() noexcept;

    // From here on trailer fields are appended there, whole lines; the limit on trailers bounds it. Until reset().
    void collectTrailers(std::string &into) noexcept { m_trailers = &into; }

    [[nodiscard]] Step next(std::string_view input) noexcept;

    [[nodiscard]] ParseFailure failure() const noexcept { return m_failure; }

private:
    enum class At : std::uint8_t {
        Size,
        AfterSize,      // blanks before an extension
        ExtensionName,  // or blanks before it
        AfterName,      // blanks before "=", ";" or CR
        ExtensionValue, // or blanks before it
        Quoted,
        QuotedPair,
        AfterValue, // blanks before ";" or CR
        SizeLf,
        Data,
        DataCr,
        DataLf,
        TrailerStart,
        TrailerName,
        TrailerValue,
        TrailerLf,
        LastLf,
        Done,
        Failed,
    };

    bool take(char c) noexcept;
    bool takeSize(char c) noexcept;
    bool takeExtension(char c) noexcept;
    bool takeQuoted(char c) noexcept;
    bool takeTrailer(char c) noexcept;
    bool afterExtension(char c, bool mayHaveValue) noexcept;
    bool expect(char c, char expected, At next) noexcept;
    void keepTrailer(char c);
    bool countOverhead() noexcept;
    bool fail(int status, const char *reason) noexcept;

    std::size_t m_overheadLimit;
    std::size_t m_overhead = 0;    // octets of extensions and trailers so far
    std::uint64_t m_remaining = 0; // data octets of the current chunk
    ParseFailure m_failure;
    std::string *m_trailers = nullptr;
    At m_at = At::Size;
    std::uint8_t m_digits = 0;
    bool m_empty = true; // nothing yet of the extension name or value
};

// CRLF is not part of it: a chunk on the wire is this header, the data, and "\r\n".
inline constexpr std::size_t longestChunkHeader = 18;
inline constexpr std::string_view lastChunk = "0\r\n\r\n";

// Writes the size line of a chunk into `out`, which has room for longestChunkHeader octets; returns how many it took.
std::size_t writeChunkHeader(char *out, std::size_t dataSize) noexcept;

} // namespace gatehouse::http
