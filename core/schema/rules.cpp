// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/schema/rules.h"

#include "core/base/uuid.h"
#include "core/schema/error_text.h"
#include "core/schema/lua_pattern.h"
#include "core/schema/vocabulary.h"

#include <QJsonObject>

#include <algorithm>

namespace gatehouse {

using namespace Qt::StringLiterals;

namespace {

using Problem = std::optional<QString>;

QString joined(const QJsonArray &values)
{
    QStringList words;
    for (const QJsonValue &value : values)
        words << luaText(value);
    return words.join(", "_L1);
}

// Lua's # counts bytes of a string and entries of a table.
qsizetype luaLength(const QJsonValue &value)
{
    if (value.isString())
        return value.toString().toUtf8().size();
    return value.isObject() ? value.toObject().size() : value.toArray().size();
}

QString wholeNumber(double value)
{
    return QString::number(static_cast<qint64>(value));
}

Problem comparisons(const Rules &rules, const QJsonValue &value)
{
    if (rules.equals && *rules.equals != value)
        return u"value must be "_s + luaText(*rules.equals);
    if (rules.notEquals && *rules.notEquals == value)
        return u"value must not be "_s + luaText(value);
    if (!rules.notOneOf.isEmpty() && rules.notOneOf.contains(value))
        return u"must not be one of: "_s + joined(rules.notOneOf);
    if (!rules.oneOf.isEmpty() && !rules.oneOf.contains(value))
        return u"expected one of: "_s + joined(rules.oneOf);
    if (rules.greaterThan && value.toDouble() <= *rules.greaterThan)
        return u"value must be greater than "_s + luaText(*rules.greaterThan);
    if (rules.timestamp && value.toDouble() <= 0)
        return u"expected a valid timestamp"_s;
    if (rules.uuid && !isUuid(value.toString()))
        return u"expected a valid UUID"_s;
    if (rules.regex && vocabulary::regexProblem(value.toString()))
        return u"not a valid regex: "_s + value.toString();
    if (rules.between && (value.toDouble() < rules.between->first || value.toDouble() > rules.between->second)) {
        return u"value should be between %1 and %2"_s.arg(wholeNumber(rules.between->first),
                                                          wholeNumber(rules.between->second));
    }
    return {};
}

Problem lengths(const Field &field, const QJsonValue &value)
{
    const Rules &rules = field.rules;
    const qsizetype length = luaLength(value);
    if (rules.lengthEquals && length != *rules.lengthEquals)
        return u"length must be %1"_s.arg(*rules.lengthEquals);
    const std::optional<int> least = !rules.lengthMin && field.type == FieldType::Text ? 1 : rules.lengthMin;
    if (least && length < *least)
        return u"length must be at least %1"_s.arg(*least);
    if (rules.lengthMax && length > *rules.lengthMax)
        return u"length must be at most %1"_s.arg(*rules.lengthMax);
    return {};
}

bool matchesOneOf(const QString &text, const QStringList &patterns)
{
    return std::any_of(patterns.begin(), patterns.end(), [&](const QString &p) { return luaMatches(text, p); });
}

Problem patterns(const Rules &rules, const QJsonValue &value)
{
    const QString text = value.toString();
    const auto invalid = [&text]() -> QString { return u"invalid value: "_s + text; };
    const auto worded = [&](const QString &error) { return error.isEmpty() ? invalid() : error; };
    if (!text.startsWith(rules.startsWith))
        return u"should start with: "_s + rules.startsWith;
    if (!rules.notMatch.isEmpty() && luaMatches(text, rules.notMatch))
        return invalid();
    for (const Pattern &pattern : rules.matchNone) {
        if (luaMatches(text, pattern.pattern))
            return worded(pattern.error);
    }
    if (!rules.match.isEmpty() && !luaMatches(text, rules.match))
        return invalid();
    for (const Pattern &pattern : rules.matchAll) {
        if (!luaMatches(text, pattern.pattern))
            return worded(pattern.error);
    }
    if (rules.matchAny && !matchesOneOf(text, rules.matchAny->patterns))
        return worded(rules.matchAny->error);
    return {};
}

Problem exclusiveSubsets(const QList<QStringList> &subsets, const QJsonArray &values)
{
    QStringList used;
    for (const QJsonValue &value : values) {
        for (const QStringList &subset : subsets) {
            if (!subset.contains(value.toString()))
                continue;
            const QString shown = u'(' + quotedList(subset) + u')';
            if (!used.contains(shown))
                used << shown;
        }
    }
    if (used.size() <= 1)
        return {};
    return u"these sets are mutually exclusive: "_s + used.join(", "_L1);
}

} // namespace

QString quotedList(const QStringList &words)
{
    QStringList quoted;
    for (const QString &word : words)
        quoted << u'\'' + word + u'\'';
    return quoted.join(", "_L1);
}

std::optional<QString> failedRule(const Field &field, const QJsonValue &value)
{
    const Rules &rules = field.rules;
    Problem problem = comparisons(rules, value);
    if (!problem)
        problem = lengths(field, value);
    if (!problem && value.isString())
        problem = patterns(rules, value);
    if (!problem && rules.contains && !value.toArray().contains(*rules.contains))
        problem = u"expected to contain: "_s + luaText(*rules.contains);
    if (!problem && rules.custom) {
        problem = rules.custom(value);
        if (problem && problem->isEmpty())
            problem = u"failed validating: "_s + luaText(value);
    }
    if (!problem && !rules.exclusiveSubsets.isEmpty())
        problem = exclusiveSubsets(rules.exclusiveSubsets, value.toArray());
    if (problem && !rules.error.isEmpty())
        return rules.error;
    return problem;
}

} // namespace gatehouse
