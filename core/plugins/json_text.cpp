// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plugins/json_text.h"

#include <array>
#include <cstring>

namespace gatehouse {

namespace {

// 1: goes out as it is.
constexpr std::array<bool, 256> plain = [] {
    std::array<bool, 256> table{};
    for (std::size_t c = 0x20; c < 0x7f; ++c)
        table[c] = c != '"' && c != '\\' && c != '/';
    return table;
}();

// Length of the UTF-8 sequence at `at`, 0 when it is none (RFC 3629 4).
int sequenceLength(const char *at, const char *end) noexcept
{
    const auto byte = [at](int i) { return static_cast<unsigned char>(at[i]); };
    const unsigned char lead = byte(0);
    const int length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
    if (lead < 0xc2 || lead > 0xf4 || end - at < length)
        return 0;
    for (int i = 1; i < length; ++i) {
        if ((byte(i) & 0xc0) != 0x80)
            return 0;
    }
    const bool overlong = (lead == 0xe0 && byte(1) < 0xa0) || (lead == 0xf0 && byte(1) < 0x90);
    const bool surrogate = lead == 0xed && byte(1) > 0x9f;
    const bool tooLarge = lead == 0xf4 && byte(1) > 0x8f;
    return overlong || surrogate || tooLarge ? 0 : length;
}

} // namespace

JsonText &JsonText::string(std::string_view text) noexcept
{
    *m_end++ = '"';
    const char *at = text.data();
    const char *const end = at + text.size();
    while (at != end) {
        const char *const run = at;
        while (at != end && plain[static_cast<unsigned char>(*at)])
            ++at;
        raw({run, static_cast<std::size_t>(at - run)});
        if (at != end)
            at = escape(at, end);
    }
    *m_end++ = '"';
    return *this;
}

JsonText &JsonText::lowerString(std::string_view text) noexcept
{
    const char *const begin = m_end + 1;
    string(text);
    for (char *c = const_cast<char *>(begin); c != m_end; ++c) {
        if (*c >= 'A' && *c <= 'Z')
            *c = static_cast<char>(*c + ('a' - 'A'));
    }
    return *this;
}

const char *JsonText::escape(const char *at, const char *end) noexcept
{
    static constexpr char digits[] = "0123456789abcdef";
    const auto byte = static_cast<unsigned char>(*at);
    if (byte == '"' || byte == '\\' || byte == '/') {
        *m_end++ = '\\';
        *m_end++ = *at;
        return at + 1;
    }
    if (byte >= 0x80) {
        if (const int length = sequenceLength(at, end); length > 0) {
            std::memcpy(m_end, at, static_cast<std::size_t>(length));
            m_end += length;
            return at + length;
        }
        raw("\\ufffd");
        return at + 1;
    }
    raw("\\u00");
    *m_end++ = digits[byte >> 4U];
    *m_end++ = digits[byte & 15U];
    return at + 1;
}

} // namespace gatehouse
