// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace gatehouse::http {

// Finds the CRLF terminated lines of a growing buffer and looks at each octet once, however it arrives. A bare LF, a
// bare CR (RFC 9112 2.2) and every other control character but HTAB end the scan.
// Thread: any, one at a time. Lives inside a parser; keeps offsets only, so the buffer may move between calls.
class LineScanner
{
public:
    enum class Outcome : std::uint8_t { NeedMore, Line, BadOctet, TooLong };

    // Looks for the end of the current line, which may have `limit` octets besides its CRLF.
    [[nodiscard]] Outcome scan(std::string_view buffer, std::size_t limit) noexcept;

    // The line found by the last scan(), without CRLF.
    [[nodiscard]] std::string_view line(std::string_view buffer) const noexcept
    {
        return buffer.substr(m_start, m_position - m_start);
    }

    // Goes on behind the CRLF of the line found.
    void advance() noexcept { m_start = m_position += 2; }

    [[nodiscard]] std::size_t lineStart() const noexcept { return m_start; }

    void reset() noexcept { m_start = m_position = 0; }

private:
    std::size_t m_start = 0;    // of the current line
    std::size_t m_position = 0; // everything before it has been looked at
};

} // namespace gatehouse::http
