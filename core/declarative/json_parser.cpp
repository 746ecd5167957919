// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/declarative/document_text.h"
#include "core/declarative/tree_builder.h"

#include <charconv>
#include <cmath>
#include <cstdint>

namespace gatehouse {
namespace {

using namespace Qt::StringLiterals;

// RFC 8259 over bytes that are known to be UTF-8. The builder keeps the stack, so depth costs no recursion.
class JsonReader
{
public:
    JsonReader(QByteArrayView text, TreeBuilder &builder)
        : m_text(text)
        , m_builder(builder)
    {
    }

    // Nothing when the whole text is one value.
    std::optional<Problem> read()
    {
        do {
            step();
        } while (m_failure.isEmpty() && !m_builder.isDone());
        skipSpace();
        if (m_failure.isEmpty() && m_at < m_text.size()) {
            m_failure = u"text after the end of the document"_s;
        }
        if (m_failure.isEmpty()) {
            return std::nullopt;
        }
        const TextPosition at = position();
        return Problem{{}, m_failure, at.line, at.column};
    }

private:
    enum class Expect { Value, FirstOrEnd, CommaOrEnd };

    void step()
    {
        skipSpace();
        if (m_at >= m_text.size()) {
            m_failure = u"the document ends too early"_s;
            return;
        }
        const char c = m_text[m_at];
        if (m_expect != Expect::Value && (c == ']' || c == '}')) {
            close(c);
            return;
        }
        if (m_expect == Expect::CommaOrEnd) {
            take(',', u"a comma or the end of the list or object is missing"_s);
            m_expect = Expect::Value;
            return;
        }
        if (m_builder.expectsKey()) {
            readKey();
            return;
        }
        readValue(c);
    }

    void close(char c)
    {
        if (m_brackets.isEmpty() || m_brackets.back() != c) {
            m_failure = u"'%1' does not close anything here"_s.arg(QLatin1Char(c));
            return;
        }
        ++m_at;
        m_brackets.chop(1);
        m_failure = m_builder.end();
        m_expect = Expect::CommaOrEnd;
    }

    void readKey()
    {
        const TextPosition at = position();
        const QString key = readText();
        if (!m_failure.isEmpty()) {
            return;
        }
        m_failure = m_builder.scalar({{}, key}, at, 0);
        skipSpace();
        take(':', u"a ':' is missing after the key"_s);
        m_expect = Expect::Value;
    }

    void readValue(char c)
    {
        const TextPosition at = position();
        if (c == '{' || c == '[') {
            ++m_at;
            m_brackets.append(c == '{' ? '}' : ']');
            m_failure = m_builder.begin(c == '{' ? YamlNode::Kind::Map : YamlNode::Kind::Sequence, at, 0);
            m_expect = Expect::FirstOrEnd;
            return;
        }
        const QJsonValue value = c == '"' ? QJsonValue(readText()) : readWord();
        if (m_failure.isEmpty()) {
            m_failure = m_builder.scalar({value}, at, 0);
            m_expect = Expect::CommaOrEnd;
        }
    }

    QJsonValue readWord()
    {
        qsizetype end = m_at;
        while (end < m_text.size() && !QByteArrayView(" \t\r\n,:]}[{\"").contains(m_text[end])) {
            ++end;
        }
        const QByteArrayView word = m_text.sliced(m_at, end - m_at);
        if (word == "true" || word == "false") {
            m_at = end;
            return word == "true";
        }
        if (word == "null") {
            m_at = end;
            return QJsonValue(QJsonValue::Null);
        }
        return readNumber(word);
    }

    QJsonValue readNumber(QByteArrayView word)
    {
        const QByteArrayView digits = word.startsWith('-') ? word.sliced(1) : word;
        const bool hasLeadingZero = digits.size() > 1 && digits[0] == '0' && digits[1] >= '0' && digits[1] <= '9';
        double value = 0;
        const auto [end, failure] = std::from_chars(word.begin(), word.end(), value);
        const bool isNumber = failure == std::errc() && end == word.end() && std::isfinite(value);
        if (!isNumber || hasLeadingZero || digits.isEmpty() || digits[0] < '0' || digits[0] > '9' ||
            digits.endsWith('.')) {
            m_failure = u"this is no JSON value"_s;
            return {};
        }
        m_at += word.size();
        qint64 integer = 0;
        const auto [last, overflow] = std::from_chars(word.begin(), word.end(), integer);
        return overflow == std::errc() && last == word.end() ? QJsonValue(integer) : QJsonValue(value);
    }

    QString readText()
    {
        if (m_text[m_at] != '"') {
            m_failure = u"a text in double quotes is expected"_s;
            return {};
        }
        QString text;
        qsizetype begin = ++m_at;
        while (m_at < m_text.size() && m_text[m_at] != '"') {
            if (static_cast<unsigned char>(m_text[m_at]) < 0x20) {
                m_failure = u"a control character in a text must be written as an escape"_s;
                return {};
            }
            if (m_text[m_at] != '\\') {
                ++m_at;
                continue;
            }
            text += QString::fromUtf8(m_text.sliced(begin, m_at - begin));
            text += readEscape();
            begin = m_at;
        }
        if (m_at >= m_text.size()) {
            m_failure = m_failure.isEmpty() ? u"a text is not closed before the end"_s : m_failure;
            return {};
        }
        text += QString::fromUtf8(m_text.sliced(begin, m_at - begin));
        ++m_at;
        return text;
    }

    QString readEscape()
    {
        static constexpr QByteArrayView names = "\"\\/bfnrt";
        static constexpr char values[] = "\"\\/\b\f\n\r\t";
        const char name = m_at + 1 < m_text.size() ? m_text[m_at + 1] : '\0';
        if (const qsizetype known = names.indexOf(name); name != '\0' && known >= 0) {
            m_at += 2;
            return QString(QLatin1Char(values[known]));
        }
        std::uint16_t unit = 0;
        if (name == 'u' && m_at + 6 <= m_text.size()) {
            const char *begin = m_text.data() + m_at + 2;
            const auto [end, failure] = std::from_chars(begin, begin + 4, unit, 16);
            if (failure == std::errc() && end == begin + 4) {
                m_at += 6;
                return QString(QChar(unit));
            }
        }
        m_failure = u"unknown escape in a text"_s;
        m_at = m_text.size();
        return {};
    }

    void take(char expected, const QString &failure)
    {
        if (m_failure.isEmpty() && (m_at >= m_text.size() || m_text[m_at] != expected)) {
            m_failure = failure;
        }
        ++m_at;
    }

    void skipSpace()
    {
        for (; m_at < m_text.size(); ++m_at) {
            const char c = m_text[m_at];
            if (c == '\n') {
                ++m_line;
                m_lineStart = m_at + 1;
            } else if (c != ' ' && c != '\t' && c != '\r') {
                return;
            }
        }
    }

    TextPosition position() const { return {m_line, static_cast<int>(m_at - m_lineStart) + 1}; }

    QByteArrayView m_text;
    TreeBuilder &m_builder;
    Expect m_expect = Expect::Value;
    QByteArray m_brackets;
    QString m_failure;
    qsizetype m_at = 0;
    qsizetype m_lineStart = 0;
    int m_line = 1;
};

} // namespace

Result<YamlTree> parseJson(const QByteArray &text, DuplicateKeys duplicateKeys)
{
    const QByteArrayView body = withoutByteOrderMark(text);
    if (const auto problem = textProblem(body)) {
        return syntaxError({*problem});
    }
    TreeBuilder builder(body.size(), duplicateKeys);
    const auto problem = JsonReader(body, builder).read();
    QList<Problem> problems = builder.problems();
    if (problem) {
        problems.append(*problem);
    }
    if (!problems.isEmpty()) {
        return syntaxError(problems);
    }
    return YamlTree(builder.root());
}

} // namespace gatehouse
