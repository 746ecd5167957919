// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <charconv>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace gatehouse {

// Writes JSON text straight into memory that is known to be large enough; the hot path's encoder. Strings come out as
// valid JSON whatever octets they hold: control characters and bytes that are not UTF-8 are escaped (CWE-117), '/' is
// written "\/" as Kong's encoder does.
// Thread: worker; lives for one record.
class JsonText
{
public:
    static constexpr std::size_t whole = static_cast<std::size_t>(-1);

    // Strings of more than `longest` octets are cut, and end with "[...]".
    explicit JsonText(char *begin, std::size_t longest = whole) noexcept
        : m_begin(begin)
        , m_end(begin)
        , m_longest(longest)
    {
    }

    // Text that is JSON already.
    JsonText &raw(std::string_view json) noexcept
    {
        json.copy(m_end, json.size());
        m_end += json.size();
        return *this;
    }

    JsonText &number(std::int64_t value) noexcept
    {
        m_end = std::to_chars(m_end, m_end + 20, value).ptr;
        return *this;
    }

    JsonText &string(std::string_view text) noexcept;
    // A field name in lower case.
    JsonText &lowerString(std::string_view text) noexcept;

    [[nodiscard]] std::size_t size() const noexcept { return static_cast<std::size_t>(m_end - m_begin); }

    // What string() can need at most.
    static constexpr std::size_t stringLimit(std::size_t size) noexcept { return size * 6 + 2; }

private:
    const char *escape(const char *at, const char *end) noexcept;

    char *m_begin;
    char *m_end;
    std::size_t m_longest;
};

} // namespace gatehouse
