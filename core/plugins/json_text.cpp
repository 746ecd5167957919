// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plugins/json_text.h"

#include "core/base/ascii.h"

#include <algorithm>
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

constexpr std::uint64_t everyByte = 0x0101010101010101U;
constexpr std::uint64_t highBits = 0x8080808080808080U;

// Nonzero when one of the eight octets is `c`. (Of seven-bit octets; what has its high bit set is told apart before.)
constexpr std::uint64_t has(std::uint64_t word, unsigned char c) noexcept
{
    const std::uint64_t same = word ^ (everyByte * c);
    return (same - everyByte) & ~same & highBits;
}

// Whether all eight octets go out as they are.
constexpr bool isPlain(std::uint64_t word) noexcept
{
    const std::uint64_t control = (word - everyByte * 0x20) & ~word;
    return (((word | control) & highBits) | has(word, '"') | has(word, '\\') | has(word, '/') | has(word, 0x7f)) == 0;
}

// Eight octets with the letters among them in lower case.
constexpr std::uint64_t lowered(std::uint64_t word) noexcept
{
    const std::uint64_t ascii = word & ~highBits;
    const std::uint64_t fromA = ascii + everyByte * (0x80 - 'A');
    const std::uint64_t behindZ = ascii + everyByte * (0x80 - 'Z' - 1);
    const std::uint64_t isUpper = fromA & ~behindZ & ~word & highBits;
    return word | isUpper >> 2U;
}

// Copies octets that need no escape, eight at a time; returns how many.
std::size_t copyPlain(std::string_view text, char *out) noexcept
{
    std::size_t at = 0;
    for (; at + sizeof(std::uint64_t) <= text.size(); at += sizeof(std::uint64_t)) {
        std::uint64_t word = 0;
        std::memcpy(&word, text.data() + at, sizeof word);
        if (!isPlain(word))
            break;
        std::memcpy(out + at, &word, sizeof word);
    }
    while (at < text.size() && plain[static_cast<unsigned char>(text[at])]) {
        out[at] = text[at];
        ++at;
    }
    return at;
}

} // namespace

JsonText &JsonText::string(std::string_view text) noexcept
{
    *m_end++ = '"';
    const char *at = text.data();
    const char *const end = at + std::min(text.size(), m_longest);
    for (;;) {
        const std::size_t copied = copyPlain({at, static_cast<std::size_t>(end - at)}, m_end);
        at += copied;
        m_end += copied;
        if (at == end)
            break;
        at = escape(at, end);
    }
    if (text.size() > m_longest)
        raw("[...]"); // no more than one escaped octet takes
    *m_end++ = '"';
    return *this;
}

JsonText &JsonText::lowerString(std::string_view text) noexcept
{
    char *at = m_end + 1;
    string(text);
    for (; m_end - at >= 8; at += 8) {
        std::uint64_t word = 0;
        std::memcpy(&word, at, sizeof word);
        word = lowered(word);
        std::memcpy(at, &word, sizeof word);
    }
    std::transform(at, m_end, at, ascii::toLower);
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
