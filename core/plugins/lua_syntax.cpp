// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plugins/lua_syntax.h"

#include "core/plugins/lua_lexer.h"

#include <QStringList>

#include <algorithm>

namespace gatehouse {

using namespace Qt::StringLiterals;

namespace {

constexpr int deepestNesting = 190; // LuaJIT's own limit is about 200

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
        if (m_problem.isEmpty() && m_token.kind != LuaToken::Kind::End)
            fail(u"'<eof>' expected"_s);
        return m_problem.isEmpty() ? std::nullopt : std::optional(m_problem);
    }

private:
    void advance() { m_token = m_lexer.next(); }

    bool is(QStringView text) const
    {
        return (m_token.kind == LuaToken::Kind::Keyword || m_token.kind == LuaToken::Kind::Symbol) &&
               m_token.text == text;
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
        const QString shown = m_token.kind == LuaToken::Kind::End ? u"<eof>"_s : m_token.text;
        m_problem = u"[string]:%1: %2 near '%3'"_s.arg(QString::number(m_token.line), reason, shown);
        m_token = {};
    }

    void name()
    {
        if (m_token.kind != LuaToken::Kind::Name)
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
        return m_token.kind == LuaToken::Kind::End || isAny({u"end"_s, u"else"_s, u"elseif"_s, u"until"_s});
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
        const bool isLiteral = m_token.kind == LuaToken::Kind::Number || m_token.kind == LuaToken::Kind::Text ||
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
        } else if (m_token.kind == LuaToken::Kind::Name) {
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
            } else if (m_token.kind == LuaToken::Kind::Text || is(u"(") || is(u"{")) {
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
        if (m_token.kind == LuaToken::Kind::Text)
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

    LuaLexer m_lexer;
    LuaToken m_token;
    int m_depth = 0;
    QString m_problem;
};

} // namespace

std::optional<QString> luaSyntaxProblem(const QString &chunk)
{
    return Parser(chunk).run();
}

} // namespace gatehouse
