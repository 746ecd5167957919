// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plugins/lua_lexer.h"

#include <QStringList>

namespace gatehouse {

using namespace Qt::StringLiterals;

LuaToken LuaLexer::next()
{
    skipBlanks();
    if (m_bad)
        return token(LuaToken::Kind::Bad, m_at);
    const qsizetype start = m_at;
    if (start >= m_source.size())
        return token(LuaToken::Kind::End, start);
    const QChar c = m_source[start];
    if (c.isLetter() || c == u'_')
        return word();
    if (c.isDigit() || (c == u'.' && peek(1).isDigit()))
        return number();
    if (c == u'"' || c == u'\'')
        return quoted(c);
    if (c == u'[' && longLevel() >= 0)
        return skipLong() ? token(LuaToken::Kind::Text, start) : token(LuaToken::Kind::Bad, start);
    return symbol();
}

QChar LuaLexer::peek(qsizetype ahead) const
{
    return m_at + ahead < m_source.size() ? m_source[m_at + ahead] : QChar();
}

LuaToken LuaLexer::token(LuaToken::Kind kind, qsizetype start) const
{
    return {kind, m_source.mid(start, m_at - start), m_line};
}

void LuaLexer::skipBlanks()
{
    while (m_at < m_source.size() && !m_bad) {
        if (m_source[m_at].isSpace()) {
            m_line += m_source[m_at] == u'\n' ? 1 : 0;
            ++m_at;
        } else if (peek(0) == u'-' && peek(1) == u'-') {
            m_at += 2;
            if (longLevel() >= 0)
                m_bad = !skipLong();
            else
                skipLine();
        } else {
            return;
        }
    }
}

void LuaLexer::skipLine()
{
    while (m_at < m_source.size() && m_source[m_at] != u'\n')
        ++m_at;
}

int LuaLexer::longLevel() const
{
    if (peek(0) != u'[')
        return -1;
    int level = 0;
    while (peek(1 + level) == u'=')
        ++level;
    return peek(1 + level) == u'[' ? level : -1;
}

bool LuaLexer::skipLong()
{
    const QString close = u']' + QString(longLevel(), u'=') + u']';
    const qsizetype end = m_source.indexOf(close, m_at);
    const qsizetype stop = end < 0 ? m_source.size() : end + close.size();
    m_line += static_cast<int>(m_source.mid(m_at, stop - m_at).count(u'\n'));
    m_at = stop;
    return end >= 0;
}

LuaToken LuaLexer::word()
{
    static const QStringList keywords{u"and"_s,   u"break"_s, u"do"_s,       u"else"_s,   u"elseif"_s, u"end"_s,
                                      u"false"_s, u"for"_s,   u"function"_s, u"if"_s,     u"in"_s,     u"local"_s,
                                      u"nil"_s,   u"not"_s,   u"or"_s,       u"repeat"_s, u"return"_s, u"then"_s,
                                      u"true"_s,  u"until"_s, u"while"_s};
    const qsizetype start = m_at;
    while (peek(0).isLetterOrNumber() || peek(0) == u'_')
        ++m_at;
    LuaToken result = token(LuaToken::Kind::Name, start);
    if (keywords.contains(result.text))
        result.kind = LuaToken::Kind::Keyword;
    return result;
}

LuaToken LuaLexer::number()
{
    const qsizetype start = m_at;
    while (peek(0).isLetterOrNumber() || peek(0) == u'.' ||
           ((peek(0) == u'-' || peek(0) == u'+') && peek(-1).toLower() == u'e'))
        ++m_at;
    return token(LuaToken::Kind::Number, start);
}

LuaToken LuaLexer::quoted(QChar quote)
{
    const qsizetype start = m_at++;
    while (m_at < m_source.size() && m_source[m_at] != quote && m_source[m_at] != u'\n')
        m_at += m_source[m_at] == u'\\' ? 2 : 1;
    if (peek(0) != quote)
        return token(LuaToken::Kind::Bad, start);
    ++m_at;
    return token(LuaToken::Kind::Text, start);
}

LuaToken LuaLexer::symbol()
{
    static const QStringList symbols{u"..."_s, u".."_s, u"=="_s, u"~="_s, u"<="_s, u">="_s};
    const qsizetype start = m_at;
    for (const QString &candidate : symbols) {
        if (m_source.mid(m_at, candidate.size()) == candidate) {
            m_at += candidate.size();
            return token(LuaToken::Kind::Symbol, start);
        }
    }
    ++m_at;
    const bool known = u"+-*/%^#<>=(){}[];:,."_s.contains(m_source[start]);
    return token(known ? LuaToken::Kind::Symbol : LuaToken::Kind::Bad, start);
}

} // namespace gatehouse
