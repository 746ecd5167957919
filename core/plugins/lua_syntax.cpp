// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plugins/lua_syntax.h"

#include <QStringList>

#include <algorithm>

namespace gatehouse
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int deepestNesting = 190; // LuaJIT's own limit is about 200

struct Token {
    enum class Kind { End, Name, Keyword, Number, Text, Symbol, Bad };
    Kind kind = Kind::End;
    QString text;
    int line = 1;
};

class Lexer
{
public:
    explicit Lexer(const QString &source)
        : m_source(source)
    {
    }

    Token next()
    {
        skipBlanks();
        if (m_bad)
            return token(Token::Kind::Bad, m_at);
        const qsizetype start = m_at;
        if (start >= m_source.size())
            return token(Token::Kind::End, start);
        const QChar c = m_source[start];
        if (c.isLetter() || c == u'_')
            return word();
        if (c.isDigit() || (c == u'.' && peek(1).isDigit()))
            return number();
        if (c == u'"' || c == u'\'')
            return quoted(c);
        if (c == u'[' && longLevel() >= 0)
            return skipLong() ? token(Token::Kind::Text, start) : token(Token::Kind::Bad, start);
        return symbol();
    }

private:
    QChar peek(qsizetype ahead) const { return m_at + ahead < m_source.size() ? m_source[m_at + ahead] : QChar(); }

    Token token(Token::Kind kind, qsizetype start) const { return {kind, m_source.mid(start, m_at - start), m_line}; }

    void skipBlanks()
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

    void skipLine()
    {
        while (m_at < m_source.size() && m_source[m_at] != u'\n')
            ++m_at;
    }

    // Number of '=' of a long bracket that opens here, -1 when none does.
    int longLevel() const
    {
        if (peek(0) != u'[')
            return -1;
        int level = 0;
        while (peek(1 + level) == u'=')
            ++level;
        return peek(1 + level) == u'[' ? level : -1;
    }

    bool skipLong()
    {
        const QString close = u']' + QString(longLevel(), u'=') + u']';
        const qsizetype end = m_source.indexOf(close, m_at);
        const qsizetype stop = end < 0 ? m_source.size() : end + close.size();
        m_line += static_cast<int>(m_source.mid(m_at, stop - m_at).count(u'\n'));
        m_at = stop;
        return end >= 0;
    }

    Token word()
    {
        static const QStringList keywords{u"and"_s,   u"break"_s, u"do"_s,       u"else"_s,   u"elseif"_s, u"end"_s,
                                          u"false"_s, u"for"_s,   u"function"_s, u"if"_s,     u"in"_s,     u"local"_s,
                                          u"nil"_s,   u"not"_s,   u"or"_s,       u"repeat"_s, u"return"_s, u"then"_s,
                                          u"true"_s,  u"until"_s, u"while"_s};
        const qsizetype start = m_at;
        while (peek(0).isLetterOrNumber() || peek(0) == u'_')
            ++m_at;
        Token result = token(Token::Kind::Name, start);
        if (keywords.contains(result.text))
            result.kind = Token::Kind::Keyword;
        return result;
    }

    Token number()
    {
        const qsizetype start = m_at;
        while (peek(0).isLetterOrNumber() || peek(0) == u'.' ||
               ((peek(0) == u'-' || peek(0) == u'+') && peek(-1).toLower() == u'e'))
            ++m_at;
        return token(Token::Kind::Number, start);
    }

    Token quoted(QChar quote)
    {
        const qsizetype start = m_at++;
        while (m_at < m_source.size() && m_source[m_at] != quote && m_source[m_at] != u'\n')
            m_at += m_source[m_at] == u'\\' ? 2 : 1;
        if (peek(0) != quote)
            return token(Token::Kind::Bad, start);
        ++m_at;
        return token(Token::Kind::Text, start);
    }

    Token symbol()
    {
        static const QStringList symbols{u"..."_s, u".."_s, u"=="_s, u"~="_s, u"<="_s, u">="_s};
        const qsizetype start = m_at;
        for (const QString &candidate : symbols) {
            if (m_source.mid(m_at, candidate.size()) == candidate) {
                m_at += candidate.size();
                return token(Token::Kind::Symbol, start);
            }
        }
        ++m_at;
        const bool known = u"+-*/%^#<>=(){}[];:,."_s.contains(m_source[start]);
        return token(known ? Token::Kind::Symbol : Token::Kind::Bad, start);
    }

    const QString &m_source;
    qsizetype m_at = 0;
    int m_line = 1;
    bool m_bad = false;
};

// Recursive descent over the grammar of the manual; stops at the first thing that does not fit.
class Parser
{
public:
    explicit Parser(const QString &source)
        : m_lexer(source)
    {
        advance();
    }

    std::optional<QString> run()
    {
        block();
        if (m_problem.isEmpty() && m_token.kind != Token::Kind::End)
            fail(u"'<eof>' expected"_s);
        return m_problem.isEmpty() ? std::nullopt : std::optional(m_problem);
    }

private:
    void advance() { m_token = m_lexer.next(); }

    bool is(QStringView text) const
    {
        return (m_token.kind == Token::Kind::Keyword || m_token.kind == Token::Kind::Symbol) && m_token.text == text;
    }

    bool isAny(const QStringList &texts) const
    {
        return std::any_of(texts.begin(), texts.end(), [this](const QString &text) { return is(text); });
    }

    bool accept(QStringView text)
    {
        if (!is(text))
            return false;
        advance();
        return true;
    }

    void expect(QStringView text)
    {
        if (!accept(text))
            fail(u"'%1' expected"_s.arg(text));
    }

    void fail(const QString &reason)
    {
        if (!m_problem.isEmpty())
            return;
        const QString shown = m_token.kind == Token::Kind::End ? u"<eof>"_s : m_token.text;
        m_problem = u"[string]:%1: %2 near '%3'"_s.arg(QString::number(m_token.line), reason, shown);
        m_token = {};
    }

    void name()
    {
        if (m_token.kind != Token::Kind::Name)
            return fail(u"<name> expected"_s);
        advance();
    }

    void names()
    {
        do {
            name();
        } while (accept(u","));
    }

    bool blockEnds() const
    {
        return m_token.kind == Token::Kind::End || isAny({u"end"_s, u"else"_s, u"elseif"_s, u"until"_s});
    }

    void block()
    {
        if (++m_depth > deepestNesting)
            fail(u"chunk has too many syntax levels"_s);
        while (m_problem.isEmpty() && !blockEnds()) {
            if (is(u"return") || is(u"break")) {
                lastStatement();
                break;
            }
            statement();
            accept(u";");
        }
        --m_depth;
    }

    void lastStatement()
    {
        if (accept(u"return")) {
            if (!blockEnds() && !is(u";"))
                expressions();
        } else {
            advance();
        }
        accept(u";");
    }

    void statement()
    {
        if (accept(u"do"))
            return endOfBlock();
        if (accept(u"while")) {
            expression();
            expect(u"do");
            return endOfBlock();
        }
        if (accept(u"repeat")) {
            block();
            expect(u"until");
            return expression();
        }
        if (accept(u"if"))
            return ifStatement();
        if (accept(u"for"))
            return forStatement();
        if (accept(u"function"))
            return functionStatement();
        if (accept(u"local"))
            return localStatement();
        expressionStatement();
    }

    void endOfBlock()
    {
        block();
        expect(u"end");
    }

    void ifStatement()
    {
        do {
            expression();
            expect(u"then");
            block();
        } while (m_problem.isEmpty() && accept(u"elseif"));
        if (accept(u"else"))
            block();
        expect(u"end");
    }

    void forStatement()
    {
        name();
        if (accept(u"=")) {
            expression();
            expect(u",");
            expression();
            if (accept(u","))
                expression();
        } else {
            if (accept(u","))
                names();
            expect(u"in");
            expressions();
        }
        expect(u"do");
        endOfBlock();
    }

    void functionStatement()
    {
        name();
        while (accept(u"."))
            name();
        if (accept(u":"))
            name();
        functionBody();
    }

    void functionBody()
    {
        expect(u"(");
        while (m_problem.isEmpty() && !is(u")")) {
            if (!accept(u"..."))
                name();
            if (!accept(u","))
                break;
        }
        expect(u")");
        endOfBlock();
    }

    void localStatement()
    {
        if (accept(u"function")) {
            name();
            return functionBody();
        }
        names();
        if (accept(u"="))
            expressions();
    }

    // A call, or an assignment to something that can be assigned to.
    void expressionStatement()
    {
        bool isCall = suffixed();
        if (!is(u"=") && !is(u",")) {
            if (!isCall)
                fail(u"syntax error"_s);
            return;
        }
        while (m_problem.isEmpty()) {
            if (isCall)
                fail(u"syntax error"_s);
            if (!accept(u","))
                break;
            isCall = suffixed();
        }
        expect(u"=");
        expressions();
    }

    void expressions()
    {
        do {
            expression();
        } while (m_problem.isEmpty() && accept(u","));
    }

    void expression()
    {
        static const QStringList binary{u"+"_s,  u"-"_s, u"*"_s,  u"/"_s,  u"^"_s,  u"%"_s,   u".."_s, u"<"_s,
                                        u"<="_s, u">"_s, u">="_s, u"=="_s, u"~="_s, u"and"_s, u"or"_s};
        if (++m_depth > deepestNesting)
            fail(u"chunk has too many syntax levels"_s);
        do {
            while (m_problem.isEmpty() && isAny({u"not"_s, u"-"_s, u"#"_s}))
                advance();
            operand();
        } while (m_problem.isEmpty() && isAny(binary) && accept(m_token.text));
        --m_depth;
    }

    void operand()
    {
        const bool isLiteral = m_token.kind == Token::Kind::Number || m_token.kind == Token::Kind::Text ||
                               isAny({u"nil"_s, u"true"_s, u"false"_s, u"..."_s});
        if (isLiteral)
            return advance();
        if (is(u"{"))
            return table();
        if (accept(u"function"))
            return functionBody();
        suffixed();
    }

    // Returns whether it ends in a call.
    bool suffixed()
    {
        if (accept(u"(")) {
            expression();
            expect(u")");
        } else if (m_token.kind == Token::Kind::Name) {
            advance();
        } else {
            fail(u"unexpected symbol"_s);
        }
        bool isCall = false;
        while (m_problem.isEmpty()) {
            if (accept(u".")) {
                name();
                isCall = false;
            } else if (accept(u"[")) {
                expression();
                expect(u"]");
                isCall = false;
            } else if (accept(u":")) {
                name();
                arguments();
                isCall = true;
            } else if (m_token.kind == Token::Kind::Text || is(u"(") || is(u"{")) {
                arguments();
                isCall = true;
            } else {
                break;
            }
        }
        return isCall;
    }

    void arguments()
    {
        if (m_token.kind == Token::Kind::Text)
            return advance();
        if (is(u"{"))
            return table();
        expect(u"(");
        if (!is(u")"))
            expressions();
        expect(u")");
    }

    void table()
    {
        expect(u"{");
        while (m_problem.isEmpty() && !is(u"}")) {
            if (accept(u"[")) {
                expression();
                expect(u"]");
                expect(u"=");
            }
            // "name = value" reads as a value followed by another.
            expression();
            if (accept(u"="))
                expression();
            if (!accept(u",") && !accept(u";"))
                break;
        }
        expect(u"}");
    }

    Lexer m_lexer;
    Token m_token;
    int m_depth = 0;
    QString m_problem;
};

} // namespace

std::optional<QString> luaSyntaxProblem(const QString &chunk)
{
    return Parser(chunk).run();
}

} // namespace gatehouse
