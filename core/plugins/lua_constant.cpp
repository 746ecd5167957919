// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plugins/lua_constant.h"

#include "core/plugins/json_text.h"
#include "core/plugins/lua_lexer.h"

#include <cmath>

namespace gatehouse {

using namespace Qt::StringLiterals;

namespace {

// The escapes of one character (Lua 5.1 manual, 2.1).
char plainEscape(char letter) noexcept
{
    static constexpr std::pair<char, char> escapes[] = {{'a', '\a'}, {'b', '\b'}, {'f', '\f'}, {'n', '\n'},
                                                        {'r', '\r'}, {'t', '\t'}, {'v', '\v'}};
    for (const auto &[written, meant] : escapes) {
        if (written == letter)
            return meant;
    }
    return letter;
}

// LuaJIT's \xXX besides Lua's \ddd; `at` stands behind the backslash and is moved behind the escape.
char escapedByte(const QByteArray &text, qsizetype &at)
{
    if (text[at] == 'x') {
        const auto byte = text.mid(at + 1, 2).toUInt(nullptr, 16);
        at += 3;
        return static_cast<char>(byte);
    }
    qsizetype digits = 0;
    while (digits < 3 && at + digits < text.size() && text[at + digits] >= '0' && text[at + digits] <= '9')
        ++digits;
    if (digits == 0)
        return plainEscape(text[at++]);
    const auto byte = text.mid(at, digits).toUInt();
    at += digits;
    return static_cast<char>(byte);
}

QByteArray unquoted(const QByteArray &literal)
{
    QByteArray result;
    for (qsizetype at = 1; at < literal.size() - 1;) {
        const char c = literal[at++];
        result += c == '\\' ? escapedByte(literal, at) : c;
    }
    return result;
}

// [[text]], [==[text]==]; a line break right behind the opening bracket does not count.
QByteArray unbracketed(const QByteArray &literal)
{
    const qsizetype bracket = literal.indexOf('[', 1) + 1;
    QByteArray result = literal.mid(bracket, literal.size() - 2 * bracket);
    if (result.startsWith('\n'))
        result.remove(0, 1);
    return result;
}

std::string jsonString(const QByteArray &text)
{
    const std::string_view view(text.constData(), static_cast<std::size_t>(text.size()));
    std::string result(JsonText::stringLimit(view.size()), '\0');
    JsonText json(result.data());
    json.string(view);
    result.resize(json.size());
    return result;
}

// As Kong's encoder prints numbers: 14 digits.
std::optional<std::string> jsonNumber(const QString &text, bool negative)
{
    bool isNumber = false;
    const bool isHexadecimal = text.startsWith(u"0x"_s, Qt::CaseInsensitive);
    const double value =
        isHexadecimal ? static_cast<double>(text.toULongLong(&isNumber, 16)) : text.toDouble(&isNumber);
    if (!isNumber || !std::isfinite(value))
        return std::nullopt;
    return QByteArray::number(negative ? -value : value, 'g', 14).toStdString();
}

std::optional<std::string> literal(LuaLexer &lexer, LuaToken token)
{
    const bool negative = token.kind == LuaToken::Kind::Symbol && token.text == "-"_L1;
    if (negative)
        token = lexer.next();
    if (token.kind == LuaToken::Kind::Number)
        return jsonNumber(token.text, negative);
    if (negative)
        return std::nullopt;
    if (token.kind == LuaToken::Kind::Text) {
        const QByteArray text = token.text.toUtf8();
        return jsonString(text.startsWith('[') ? unbracketed(text) : unquoted(text));
    }
    if (token.kind != LuaToken::Kind::Keyword)
        return std::nullopt;
    if (token.text == "true"_L1 || token.text == "false"_L1)
        return token.text.toStdString();
    return token.text == "nil"_L1 ? std::optional<std::string>(std::string()) : std::nullopt;
}

} // namespace

std::optional<std::string> luaConstant(const QString &chunk)
{
    LuaLexer lexer(chunk);
    if (const LuaToken first = lexer.next(); first.kind != LuaToken::Kind::Keyword || first.text != "return"_L1)
        return std::nullopt;
    const std::optional<std::string> value = literal(lexer, lexer.next());
    LuaToken rest = lexer.next();
    if (rest.kind == LuaToken::Kind::Symbol && rest.text == ";"_L1)
        rest = lexer.next();
    return rest.kind == LuaToken::Kind::End ? value : std::nullopt;
}

} // namespace gatehouse
