// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace gatehouse {

// One word of Lua source; `text` is as it was written.
struct LuaToken {
    enum class Kind { End, Name, Keyword, Number, Text, Symbol, Bad };
    Kind kind = Kind::End;
    QString text;
    int line = 1;
};

// Cuts Lua 5.1 source into tokens (Lua 5.1 manual, 2.1). Thread: any. Lives for one text, which must outlive it.
class LuaLexer
{
public:
    explicit LuaLexer(const QString &source)
        : m_source(source)
    {
    }

    [[nodiscard]] LuaToken next(); // Kind::End for ever once the text is over, Kind::Bad for what is no token

private:
    [[nodiscard]] QChar peek(qsizetype ahead) const;
    [[nodiscard]] LuaToken token(LuaToken::Kind kind, qsizetype start) const;
    void skipBlanks();
    void skipLine();
    // Number of '=' of a long bracket that opens here, -1 when none does.
    [[nodiscard]] int longLevel() const;
    bool skipLong();
    LuaToken word();
    LuaToken number();
    LuaToken quoted(QChar quote);
    LuaToken symbol();

    const QString &m_source;
    qsizetype m_at = 0;
    int m_line = 1;
    bool m_bad = false;
};

} // namespace gatehouse
