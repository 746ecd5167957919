// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/declarative/yaml_scalar.h"

#include <QStringList>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <limits>
#include <string>

namespace gatehouse {
namespace {

constexpr double maxExactInteger = 9007199254740992.0; // 2^53

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

QJsonValue numberValue(double value)
{
    if (std::abs(value) < maxExactInteger && value == std::floor(value)) {
        return static_cast<qint64>(value);
    }
    return value;
}

QString toText(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

template <std::size_t N>
bool isOneOf(std::string_view text, const std::array<std::string_view, N> &words)
{
    return std::find(words.begin(), words.end(), text) != words.end();
}

bool isNullWord(std::string_view text)
{
    static constexpr std::array<std::string_view, 5> words{"", "~", "null", "Null", "NULL"};
    return isOneOf(text, words);
}

std::optional<bool> boolWord(std::string_view text)
{
    static constexpr std::array<std::string_view, 9> yes{"true", "True", "TRUE", "yes", "Yes", "YES", "on", "On", "ON"};
    static constexpr std::array<std::string_view, 9> no{"false", "False", "FALSE", "no", "No",
                                                        "NO",    "off",   "Off",   "OFF"};
    if (isOneOf(text, yes)) {
        return true;
    }
    return isOneOf(text, no) ? std::optional(false) : std::nullopt;
}

std::optional<double> infinityWord(std::string_view text)
{
    static constexpr std::array<std::string_view, 6> positive{".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF"};
    static constexpr std::array<std::string_view, 3> negative{"-.inf", "-.Inf", "-.INF"};
    static constexpr std::array<std::string_view, 3> none{".nan", ".NaN", ".NAN"};
    if (isOneOf(text, positive)) {
        return std::numeric_limits<double>::infinity();
    }
    if (isOneOf(text, negative)) {
        return -std::numeric_limits<double>::infinity();
    }
    return isOneOf(text, none) ? std::optional(std::numeric_limits<double>::quiet_NaN()) : std::nullopt;
}

// Digits of one base, with underscores anywhere after the first digit.
std::optional<double> digits(std::string_view text, int base)
{
    while (!text.empty() && text.front() == '_') {
        text.remove_prefix(1);
    }
    if (text.empty()) {
        return std::nullopt;
    }
    double value = 0;
    for (const char c : text) {
        if (c == '_') {
            continue;
        }
        int digit = 0;
        const auto [end, failure] = std::from_chars(&c, &c + 1, digit, base);
        if (failure != std::errc() || end != &c + 1) {
            return std::nullopt;
        }
        value = value * base + digit;
    }
    return value;
}

// "190:20:30" and "190:20:30.15".
std::optional<double> sexagesimal(std::string_view text)
{
    const std::size_t point = text.find('.');
    const std::string_view whole = text.substr(0, point);
    const std::size_t colon = whole.find(':');
    if (colon == std::string_view::npos || colon == 0 || colon + 1 >= whole.size() || !isDigit(whole[colon + 1])) {
        return std::nullopt;
    }
    if (!std::all_of(whole.begin(), whole.end(), [](char c) { return isDigit(c) || c == ':'; })) {
        return std::nullopt;
    }
    double value = 0;
    double part = 0;
    for (const char c : whole) {
        part = c == ':' ? part : part * 10 + (c - '0');
        if (c == ':') {
            value = (value + part) * 60;
            part = 0;
        }
    }
    value += part;
    if (point == std::string_view::npos) {
        return value;
    }
    double fraction = 0;
    const std::string_view rest = text.substr(point);
    const auto [end, failure] = std::from_chars(rest.data(), rest.data() + rest.size(), fraction);
    return failure == std::errc() && end == rest.data() + rest.size() ? std::optional(value + fraction) : std::nullopt;
}

std::optional<double> unsignedInteger(std::string_view text)
{
    if (text.size() > 1 && text.front() == '0') {
        if (const auto octal = digits(text.substr(1), 8)) {
            return octal;
        }
        if (text[1] == 'x') {
            return digits(text.substr(2), 16);
        }
        if (text[1] == 'b') {
            return digits(text.substr(2), 2);
        }
    }
    return digits(text, 10);
}

std::optional<double> decimalFraction(std::string_view text)
{
    if (text.find_first_of(".eE") == std::string_view::npos) {
        return std::nullopt;
    }
    std::string clean(text);
    clean.erase(std::remove(clean.begin(), clean.end(), '_'), clean.end());
    if (clean.empty() || !(isDigit(clean.front()) || (clean.front() == '.' && clean.size() > 1 && isDigit(clean[1])))) {
        return std::nullopt;
    }
    double value = 0;
    const auto [end, failure] = std::from_chars(clean.data(), clean.data() + clean.size(), value);
    return failure == std::errc() && end == clean.data() + clean.size() ? std::optional(value) : std::nullopt;
}

std::optional<double> number(std::string_view text)
{
    const bool isSigned = !text.empty() && (text.front() == '+' || text.front() == '-');
    const double sign = isSigned && text.front() == '-' ? -1 : 1;
    const std::string_view rest = isSigned ? text.substr(1) : text;
    for (const auto &read : {unsignedInteger, decimalFraction, sexagesimal}) {
        if (const auto value = read(rest)) {
            return sign * *value;
        }
    }
    return infinityWord(text);
}

bool canStartNumber(char c)
{
    return isDigit(c) || c == '+' || c == '-' || c == '.' || c == '_';
}

// YAML 1.1 5.3 and 9.1: a plain scalar may not begin like this. "y" and "n" are booleans to other readers.
bool startsLikeIndicator(const QString &text)
{
    static const QStringList reserved{QStringLiteral("<<"), QStringLiteral("="), QStringLiteral("y"),
                                      QStringLiteral("Y"),  QStringLiteral("n"), QStringLiteral("N")};
    if (reserved.contains(text) || text.startsWith(QLatin1String("---")) || text.startsWith(QLatin1String("..."))) {
        return true;
    }
    if (QStringView(u"-?:").contains(text.front())) {
        return text.size() == 1 || text[1].isSpace();
    }
    return QStringView(u",[]{}#&*!|>'\"%@`").contains(text.front());
}

} // namespace

QJsonValue plainScalar(std::string_view text)
{
    if (isNullWord(text)) {
        return QJsonValue(QJsonValue::Null);
    }
    if (canStartNumber(text.front())) {
        if (const auto value = number(text)) {
            return numberValue(*value);
        }
    }
    if (const auto value = boolWord(text)) {
        return *value;
    }
    return toText(text);
}

std::optional<QJsonValue> taggedScalar(std::string_view tag, std::string_view text)
{
    if (tag == "str") {
        return toText(text);
    }
    const QJsonValue value = plainScalar(text);
    const bool fits = (tag == "null" && value.isNull()) || (tag == "bool" && value.isBool()) ||
                      ((tag == "int" || tag == "float") && value.isDouble());
    return fits ? std::optional(value) : std::nullopt;
}

bool needsQuotes(const QString &text)
{
    if (text.isEmpty() || text.front().isSpace() || text.back().isSpace() || text.back() == u':') {
        return true;
    }
    if (startsLikeIndicator(text) || text.contains(QLatin1String(": ")) || text.contains(QLatin1String(" #"))) {
        return true;
    }
    if (std::any_of(text.begin(), text.end(), [](QChar c) { return !c.isPrint() && !c.isSurrogate(); })) {
        return true;
    }
    const QByteArray bytes = text.toUtf8();
    return !plainScalar(std::string_view(bytes.constData(), static_cast<std::size_t>(bytes.size()))).isString();
}

} // namespace gatehouse
