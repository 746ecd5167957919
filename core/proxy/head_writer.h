// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/arena.h"

#include <array>
#include <charconv>
#include <cstdint>
#include <string_view>

namespace gatehouse {

// Writes a message head into an arena. The caller says beforehand how large it can become at most.
// Thread: worker; lives for one head.
class HeadWriter
{
public:
    HeadWriter(Arena &arena, std::size_t atMost)
        : m_begin(arena.allocate(atMost))
        , m_end(m_begin)
    {
    }

    void raw(std::string_view text) noexcept
    {
        text.copy(m_end, text.size());
        m_end += text.size();
    }

    void number(std::int64_t value) noexcept { m_end = std::to_chars(m_end, m_end + longestNumber, value).ptr; }

    void field(std::string_view name, std::string_view value) noexcept
    {
        raw(name);
        raw(": ");
        raw(value);
        raw("\r\n");
    }

    void field(std::string_view name, std::int64_t value) noexcept
    {
        raw(name);
        raw(": ");
        number(value);
        raw("\r\n");
    }

    // For values that do not come from a parsed message: octets that could end the line become spaces (RFC 9110 5.5).
    void foreignField(std::string_view name, std::string_view value) noexcept
    {
        raw(name);
        raw(": ");
        for (const char c : value)
            *m_end++ = c == '\r' || c == '\n' || c == '\0' ? ' ' : c;
        raw("\r\n");
    }

    [[nodiscard]] std::string_view text() const noexcept
    {
        return {m_begin, static_cast<std::size_t>(m_end - m_begin)};
    }

    static constexpr std::size_t longestNumber = 20;
    // What a field costs besides its name and value.
    static constexpr std::size_t fieldOverhead = 4;

private:
    char *m_begin;
    char *m_end;
};

} // namespace gatehouse
