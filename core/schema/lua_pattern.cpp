// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/schema/lua_pattern.h"

#include <QByteArrayView>

#include <cctype>

namespace gatehouse {

namespace {

// Backtracking grows with a power of the text; what takes longer than this counts as no match.
constexpr qint64 mostSteps = 20'000'000;

bool matchesClass(unsigned char c, char classLetter)
{
    bool result = false;
    switch (std::tolower(static_cast<unsigned char>(classLetter))) {
    case 'a':
        result = std::isalpha(c) != 0;
        break;
    case 'c':
        result = std::iscntrl(c) != 0;
        break;
    case 'd':
        result = std::isdigit(c) != 0;
        break;
    case 'l':
        result = std::islower(c) != 0;
        break;
    case 'p':
        result = std::ispunct(c) != 0;
        break;
    case 's':
        result = std::isspace(c) != 0;
        break;
    case 'u':
        result = std::isupper(c) != 0;
        break;
    case 'w':
        result = std::isalnum(c) != 0;
        break;
    case 'x':
        result = std::isxdigit(c) != 0;
        break;
    default:
        return static_cast<unsigned char>(classLetter) == c;
    }
    return std::isupper(static_cast<unsigned char>(classLetter)) != 0 ? !result : result;
}

class Matcher
{
public:
    Matcher(QByteArrayView text, QByteArrayView pattern)
        : m_text(text)
        , m_pattern(pattern)
    {
    }

    bool matchAt(qsizetype s, qsizetype p) const
    {
        while (p < m_pattern.size()) {
            const char c = m_pattern[p];
            if (c == '(' || c == ')') {
                ++p;
                continue;
            }
            if (c == '$' && p + 1 == m_pattern.size())
                return s == m_text.size();
            if (c == '%' && p + 1 < m_pattern.size() && m_pattern[p + 1] == 'b')
                return matchBalance(s, p + 2);
            const qsizetype end = itemEnd(p);
            const char suffix = end < m_pattern.size() ? m_pattern[end] : '\0';
            if (suffix == '*' || suffix == '+' || suffix == '-' || suffix == '?')
                return matchRepeated({s, p, end}, suffix);
            if (!matchesItem(s, p, end))
                return false;
            ++s;
            p = end;
        }
        return true;
    }

private:
    struct Item {
        qsizetype text;
        qsizetype begin;
        qsizetype end;
    };

    qsizetype itemEnd(qsizetype p) const
    {
        const char c = m_pattern[p++];
        if (c == '%')
            return p + 1;
        if (c != '[')
            return p;
        if (p < m_pattern.size() && m_pattern[p] == '^')
            ++p;
        do {
            if (p >= m_pattern.size())
                return p;
            if (m_pattern[p++] == '%')
                ++p;
        } while (p < m_pattern.size() && m_pattern[p] != ']');
        return p + 1;
    }

    bool matchesItem(qsizetype s, qsizetype p, qsizetype end) const
    {
        if (s >= m_text.size() || ++m_steps > mostSteps)
            return false;
        const auto c = static_cast<unsigned char>(m_text[s]);
        switch (m_pattern[p]) {
        case '.':
            return true;
        case '%':
            return matchesClass(c, m_pattern[p + 1]);
        case '[':
            return matchesSet(c, p + 1, end - 1);
        default:
            return static_cast<unsigned char>(m_pattern[p]) == c;
        }
    }

    bool matchesSet(unsigned char c, qsizetype p, qsizetype close) const
    {
        bool positive = true;
        if (m_pattern[p] == '^') {
            positive = false;
            ++p;
        }
        for (; p < close; ++p) {
            if (m_pattern[p] == '%' && p + 1 < close) {
                if (matchesClass(c, m_pattern[++p]))
                    return positive;
            } else if (p + 2 < close && m_pattern[p + 1] == '-') {
                const auto low = static_cast<unsigned char>(m_pattern[p]);
                const auto high = static_cast<unsigned char>(m_pattern[p + 2]);
                if (low <= c && c <= high)
                    return positive;
                p += 2;
            } else if (static_cast<unsigned char>(m_pattern[p]) == c) {
                return positive;
            }
        }
        return !positive;
    }

    bool matchRepeated(const Item &item, char suffix) const
    {
        const auto matches = [&](qsizetype s) { return matchesItem(s, item.begin, item.end); };
        if (suffix == '?')
            return (matches(item.text) && matchAt(item.text + 1, item.end + 1)) || matchAt(item.text, item.end + 1);
        if (suffix == '-') {
            qsizetype s = item.text;
            while (!matchAt(s, item.end + 1)) {
                if (!matches(s))
                    return false;
                ++s;
            }
            return true;
        }
        qsizetype count = 0;
        while (matches(item.text + count))
            ++count;
        const qsizetype least = suffix == '+' ? 1 : 0;
        for (; count >= least; --count) {
            if (matchAt(item.text + count, item.end + 1))
                return true;
        }
        return false;
    }

    bool matchBalance(qsizetype s, qsizetype p) const
    {
        if (p + 1 >= m_pattern.size() || s >= m_text.size() || m_text[s] != m_pattern[p])
            return false;
        int depth = 1;
        for (qsizetype i = s + 1; i < m_text.size(); ++i) {
            if (m_text[i] == m_pattern[p + 1]) {
                if (--depth == 0)
                    return matchAt(i + 1, p + 2);
            } else if (m_text[i] == m_pattern[p]) {
                ++depth;
            }
        }
        return false;
    }

    QByteArrayView m_text;
    QByteArrayView m_pattern;
    mutable qint64 m_steps = 0;
};

} // namespace

bool luaMatches(const QString &text, const QString &pattern)
{
    const QByteArray bytes = text.toUtf8();
    const QByteArray patternBytes = pattern.toUtf8();
    if (patternBytes.startsWith('^'))
        return Matcher(bytes, QByteArrayView(patternBytes).sliced(1)).matchAt(0, 0);
    const Matcher matcher(bytes, patternBytes);
    for (qsizetype start = 0; start <= bytes.size(); ++start) {
        if (matcher.matchAt(start, 0))
            return true;
    }
    return false;
}

} // namespace gatehouse
