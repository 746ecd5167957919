// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/routing/rust_pattern.h"

#include "core/http/octets.h"

#include <vector>

namespace gatehouse::routing {

namespace {

namespace octets = http::octets;

constexpr unsigned maxRepeat = 1000; // copies of an atom multiply; bounds the compiled size

bool isLetterOrDigit(char c) noexcept
{
    return octets::is(c, octets::digit) || (octets::toLower(c) >= 'a' && octets::toLower(c) <= 'z');
}

// Walks a pattern once, atom by atom.
class Translator
{
public:
    explicit Translator(std::string_view pattern)
        : m_pattern(pattern)
    {
    }

    RustPattern run()
    {
        while (m_position < m_pattern.size() && m_result.problem.empty())
            step();
        if (m_alternatives || m_pattern.substr(0, 1) != "^")
            m_result.literalBegin.clear();
        return std::move(m_result);
    }

private:
    void step();
    void takeEscape();
    void takeEscapedLetter(char letter, bool inClass);
    void takeHexEscape();
    void takeClass();
    void takeClassItem();
    void takeGroup();
    void takeGroupOptions(std::string_view rest);
    void takeFlags(std::string_view rest);
    void closeGroup();
    void takeRepeat(char repeat);
    void takeCountedRepeat();
    void takeLiteral(char c);

    [[nodiscard]] char peek(std::size_t ahead = 0) const
    {
        return m_position + ahead < m_pattern.size() ? m_pattern[m_position + ahead] : '\0';
    }

    void copy(std::size_t count)
    {
        m_result.source.append(m_pattern.substr(m_position, count));
        m_position += count;
    }

    void beginAtom() { m_atom = m_result.source.size(); }

    void endLiteral() { m_literalEnded = true; }

    void refuse(std::string_view reason)
    {
        m_result.problem = std::string(reason) + " at offset " + std::to_string(m_position);
    }

    std::string_view m_pattern;
    RustPattern m_result;
    std::size_t m_position = 0;
    std::size_t m_atom = 0;            // where the last atom begins in the source
    std::vector<std::size_t> m_groups; // where the open groups begin in the source
    bool m_literalEnded = false;
    bool m_alternatives = false; // "|" outside of groups
};

void Translator::step()
{
    const char c = peek();
    switch (c) {
    case '\\':
        beginAtom();
        return takeEscape();
    case '[':
        beginAtom();
        endLiteral();
        return takeClass();
    case '(':
        endLiteral();
        return takeGroup();
    case ')':
        return closeGroup();
    case '*':
    case '+':
    case '?':
        return takeRepeat(c);
    case '{':
        return takeCountedRepeat();
    case '|':
        m_alternatives = m_alternatives || m_groups.empty();
        endLiteral();
        return copy(1);
    case '^':
        if (m_position > 0)
            endLiteral();
        beginAtom();
        return copy(1);
    case '.':
    case '$':
        beginAtom();
        endLiteral();
        return copy(1);
    default:
        return takeLiteral(c);
    }
}

void Translator::takeLiteral(char c)
{
    beginAtom();
    if (static_cast<unsigned char>(c) >= 0x80)
        endLiteral(); // a repeat would apply to all octets of the character
    if (!m_literalEnded && m_groups.empty())
        m_result.literalBegin.push_back(c);
    copy(1);
}

void Translator::takeEscape()
{
    const char c = peek(1);
    if (c == '\0' || static_cast<unsigned char>(c) >= 0x80)
        return refuse("incomplete or unknown escape");
    if (isLetterOrDigit(c))
        return takeEscapedLetter(c, false);
    if (c == '<' || c == '>') { // begin and end of a word
        endLiteral();
        m_result.source.append(c == '<' ? "\\b(?=\\w)" : "\\b(?<=\\w)");
        m_position += 2;
        return;
    }
    if (!m_literalEnded && m_groups.empty())
        m_result.literalBegin.push_back(c);
    copy(2);
}

void Translator::takeEscapedLetter(char letter, bool inClass)
{
    constexpr std::string_view everywhere = "aftnrdDsSwW";
    constexpr std::string_view outsideOfClasses = "bBAz";
    endLiteral();
    if (octets::is(letter, octets::digit) || letter == 'k' || letter == 'g')
        return refuse("back-references are not supported");
    if (everywhere.find(letter) != std::string_view::npos)
        return copy(2);
    if (letter == 'v') { // one character there, a class of them in PCRE2
        m_result.source.append("\\x0B");
        m_position += 2;
        return;
    }
    if (letter == 'x')
        return takeHexEscape();
    if (letter == 'p' || letter == 'P') {
        const std::size_t end = peek(2) == '{' ? m_pattern.find('}', m_position) : m_position + 2;
        return end < m_pattern.size() ? copy(end - m_position + 1) : refuse("incomplete character class");
    }
    if (!inClass && outsideOfClasses.find(letter) != std::string_view::npos && peek(2) != '{')
        return copy(2);
    refuse("unknown escape");
}

void Translator::takeHexEscape()
{
    const bool braces = peek(2) == '{';
    const std::size_t begin = m_position + (braces ? 3 : 2);
    const std::size_t end = braces ? m_pattern.find('}', begin) : begin + 2;
    if (end > m_pattern.size() || !octets::allOf(m_pattern.substr(begin, end - begin), octets::hex))
        return refuse("malformed hexadecimal escape");
    copy(end - m_position + (braces ? 1 : 0));
}

void Translator::takeClass()
{
    copy(peek(1) == '^' ? 2 : 1);
    if (peek() == ']')
        copy(1); // the first one is an ordinary character
    while (m_result.problem.empty() && peek() != ']') {
        if (m_position >= m_pattern.size())
            return refuse("character class without end");
        takeClassItem();
    }
    if (m_result.problem.empty())
        copy(1);
}

void Translator::takeClassItem()
{
    const char c = peek();
    if (c == '\\') {
        if (isLetterOrDigit(peek(1)))
            return takeEscapedLetter(peek(1), true);
        return peek(1) == '\0' ? refuse("incomplete escape") : copy(2);
    }
    if (c == '[') {
        const std::size_t end = peek(1) == ':' ? m_pattern.find(":]", m_position + 2) : std::string_view::npos;
        return end == std::string_view::npos ? refuse("classes inside of classes are not supported")
                                             : copy(end + 2 - m_position);
    }
    if ((c == '&' || c == '-' || c == '~') && peek(1) == c)
        return refuse("operations on classes are not supported");
    copy(1);
}

void Translator::takeGroup()
{
    if (peek(1) == '*')
        return refuse("verbs are not supported");
    if (peek(1) == '?')
        return takeGroupOptions(m_pattern.substr(m_position + 2));
    m_groups.push_back(m_result.source.size());
    copy(1);
}

void Translator::takeGroupOptions(std::string_view rest)
{
    const char first = rest.empty() ? '\0' : rest[0];
    const char second = rest.size() < 2 ? '\0' : rest[1];
    const std::string_view afterName = rest.substr(0, 2) == "P<" ? rest.substr(2, 1) : rest.substr(first == '<', 1);
    if (afterName == "=" || afterName == "!")
        return refuse("look-around is not supported");
    if (first == 'P' && second == '=')
        return refuse("back-references are not supported");
    const bool named = first == '<' || (first == 'P' && second == '<');
    if (!named && first != ':')
        return takeFlags(rest);
    const std::size_t end = named ? m_pattern.find('>', m_position) : m_position + 2;
    if (end == std::string_view::npos)
        return refuse("group name without end");
    m_groups.push_back(m_result.source.size());
    copy(end + 1 - m_position);
}

void Translator::takeFlags(std::string_view rest)
{
    const std::size_t end = rest.find_first_not_of("imsxU-");
    if (end == std::string_view::npos || end == 0 || (rest[end] != ')' && rest[end] != ':'))
        return refuse("unknown kind of group");
    if (rest[end] == ':')
        m_groups.push_back(m_result.source.size());
    copy(end + 3);
}

void Translator::closeGroup()
{
    endLiteral();
    if (m_groups.empty())
        return refuse("group that was not opened");
    m_atom = m_groups.back();
    m_groups.pop_back();
    copy(1);
}

void Translator::takeRepeat(char repeat)
{
    if (repeat != '+' && !m_literalEnded && m_groups.empty() && !m_result.literalBegin.empty())
        m_result.literalBegin.pop_back();
    endLiteral();
    copy(1);
    if (peek() == '?')
        return copy(1);
    if (peek() != '+')
        return;
    // In PCRE2 the second "+" would forbid going back; here it repeats the repeat, which adds nothing but for "?".
    ++m_position;
    if (repeat == '?')
        m_result.source.back() = '*';
}

void Translator::takeCountedRepeat()
{
    const std::size_t end = m_pattern.find('}', m_position);
    const std::string_view text = m_pattern.substr(m_position + 1, end - m_position - 1);
    const std::size_t comma = text.find(',');
    const std::string_view least = text.substr(0, comma);
    const std::string_view most = comma == std::string_view::npos ? least : text.substr(comma + 1);
    if (end == std::string_view::npos || !octets::allOf(least, octets::digit) ||
        !(most.empty() || octets::allOf(most, octets::digit)))
        return refuse("malformed repeat");
    if (least.size() > 4 || most.size() > 4 || std::stoul(std::string(least)) > maxRepeat ||
        (!most.empty() && std::stoul(std::string(most)) > maxRepeat))
        return refuse("repeat is too large");
    if (!m_literalEnded && m_groups.empty() && !m_result.literalBegin.empty())
        m_result.literalBegin.pop_back();
    endLiteral();
    copy(end + 1 - m_position);
    if (peek() != '+')
        return;
    m_result.source.insert(m_atom, "(?:");
    m_result.source.append(")");
    copy(1);
}

} // namespace

RustPattern translateRustPattern(std::string_view pattern)
{
    return Translator(pattern).run();
}

std::string literalBegin(std::string_view pattern)
{
    return translateRustPattern(pattern).literalBegin;
}

} // namespace gatehouse::routing
