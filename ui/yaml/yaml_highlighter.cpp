// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/yaml/yaml_highlighter.h"

#include "ui/theme/theme.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

qsizetype indentOf(const QString &text)
{
    const auto first = std::find_if(text.begin(), text.end(), [](QChar c) { return c != u' '; });
    return first - text.begin();
}

// A '#' begins a comment at the beginning of a line and behind white space (YAML 1.2.2, 6.6), not inside quotes.
qsizetype commentAt(const QString &text)
{
    QChar quote;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (quote.isNull() && c == u'#' && (i == 0 || text[i - 1].isSpace()))
            return i;
        if (c == quote)
            quote = QChar();
        else if (quote.isNull() && (c == u'"' || c == u'\'') && (i == 0 || text[i - 1].isSpace()))
            quote = c;
    }
    return text.size();
}

// Behind the key and its colon; -1 when the line has no key.
qsizetype keyEnd(const QString &text, qsizetype from)
{
    for (qsizetype i = from; i < text.size(); ++i) {
        if (text[i] == u':' && (i + 1 == text.size() || text[i + 1].isSpace()))
            return i;
        if (text[i] == u'{' || text[i] == u'[' || (text[i] == u'"' && i > from))
            return -1;
    }
    return -1;
}

bool beginsLiteral(QStringView value)
{
    return value.size() <= 3 && !value.isEmpty() && (value.front() == u'|' || value.front() == u'>');
}

bool isPlainWord(QStringView value)
{
    bool isNumber = false;
    static_cast<void>(value.toDouble(&isNumber));
    return isNumber || value == u"true" || value == u"false" || value == u"null";
}

} // namespace

YamlHighlighter::YamlHighlighter(QTextDocument *document, const QPalette &palette)
    : QSyntaxHighlighter(document)
{
    makeFormats(palette);
}

void YamlHighlighter::setPalette(const QPalette &palette)
{
    makeFormats(palette);
    rehighlight();
}

void YamlHighlighter::makeFormats(const QPalette &palette)
{
    m_key.setForeground(palette.color(QPalette::Link));
    m_text.setForeground(palette.color(QPalette::Text));
    m_number.setForeground(theme::tone(theme::Tone::ClientError, palette));
    m_comment.setForeground(theme::quietText(palette));
    m_comment.setFontItalic(true);
    m_reference.setForeground(theme::tone(theme::Tone::Limited, palette));
    m_reference.setFontWeight(QFont::DemiBold);
}

// The state of a line is the indentation of the key whose literal block goes on below, plus one; 0: none.
void YamlHighlighter::highlightBlock(const QString &text)
{
    const qsizetype indent = indentOf(text);
    const int literal = std::max(0, previousBlockState());
    setCurrentBlockState(0);
    if (literal > 0 && (text.trimmed().isEmpty() || indent >= literal)) {
        setCurrentBlockState(literal);
        setFormat(0, static_cast<int>(text.size()), m_text);
        return;
    }
    const qsizetype comment = commentAt(text);
    const QString code = text.left(comment);
    qsizetype from = indent;
    while (from + 1 < code.size() && code[from] == u'-' && code[from + 1] == u' ')
        from += 2;
    const qsizetype key = keyEnd(code, from);
    if (key >= 0)
        setFormat(static_cast<int>(from), static_cast<int>(key - from), m_key);
    highlightValue(code, key >= 0 ? key + 1 : from);
    setFormat(static_cast<int>(comment), static_cast<int>(text.size() - comment), m_comment);
    if (key >= 0 && beginsLiteral(QStringView(code).sliced(key + 1).trimmed()))
        setCurrentBlockState(static_cast<int>(from) + 1);
}

void YamlHighlighter::highlightValue(const QString &text, qsizetype from)
{
    const QStringView value = QStringView(text).sliced(from);
    const bool isReference = value.contains(u"{vault://") || value.contains(u"${{");
    const QTextCharFormat &format = isReference ? m_reference : isPlainWord(value.trimmed()) ? m_number : m_text;
    setFormat(static_cast<int>(from), static_cast<int>(value.size()), format);
}

} // namespace gatehouse
