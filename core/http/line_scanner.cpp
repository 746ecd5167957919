// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/line_scanner.h"

#include "core/http/octets.h"

#include <algorithm>
#include <bit>
#include <cstring>

namespace gatehouse::http {

namespace {

constexpr std::uint64_t everyOctet = 0x0101010101010101U;
constexpr std::uint64_t highBits = everyOctet * 0x80;

// The high bit of the first octet that is a control character is set; bits above that one mean nothing.
constexpr std::uint64_t markControls(std::uint64_t word) noexcept
{
    const std::uint64_t below32 = (word - everyOctet * 0x20) & ~word;
    const std::uint64_t isDelete = word ^ (everyOctet * 0x7f);
    return (below32 | ((isDelete - everyOctet) & ~isDelete)) & highBits;
}

const char *findControl(const char *position, const char *end) noexcept
{
    if constexpr (std::endian::native == std::endian::little) {
        while (end - position >= 8) {
            std::uint64_t word = 0;
            std::memcpy(&word, position, sizeof word);
            if (const std::uint64_t marks = markControls(word); marks != 0)
                return position + (std::countr_zero(marks) >> 3);
            position += 8;
        }
    }
    return std::find_if(position, end, octets::isControl);
}

} // namespace

LineScanner::Outcome LineScanner::scan(std::string_view buffer, std::size_t limit) noexcept
{
    // One octet more than the limit, so that a line of exactly `limit` octets still shows its CR.
    const std::size_t window = std::min(buffer.size(), m_start + limit + 1);
    const char *const end = buffer.data() + window;
    const char *position = buffer.data() + m_position;
    do {
        position = findControl(position, end);
    } while (position != end && *position == '\t' && ++position != end);
    m_position = static_cast<std::size_t>(position - buffer.data());

    if (position == end)
        return m_position - m_start > limit ? Outcome::TooLong : Outcome::NeedMore;
    if (*position != '\r')
        return Outcome::BadOctet;
    if (m_position + 1 == buffer.size())
        return Outcome::NeedMore;
    return buffer[m_position + 1] == '\n' ? Outcome::Line : Outcome::BadOctet;
}

} // namespace gatehouse::http
