// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/declarative/environment.h"

#include "core/declarative/yaml_scalar.h"

#include <QProcessEnvironment>
#include <QRegularExpression>

namespace gatehouse {
namespace {

using namespace Qt::StringLiterals;

// A stand-in is a number between two private-use characters, which no document has a reason to contain.
constexpr char16_t markBegin = 0xe0f0;
constexpr char16_t markEnd = 0xe0f1;

const QRegularExpression &placeholderPattern()
{
    static const QRegularExpression pattern(uR"(\$\{\{(.*?)\}\})"_s);
    return pattern;
}

const QRegularExpression &standInPattern()
{
    static const QRegularExpression pattern(uR"(\x{e0f0}([0-9]+)\x{e0f1})"_s);
    return pattern;
}

QString quotedName(const QString &expression)
{
    static const QRegularExpression pattern(uR"x(^\(*\s*env\s+"([^"]*)"\s*\)*$)x"_s);
    return pattern.match(expression).captured(1);
}

QString indented(const QString &text, int width)
{
    const QString padding(width, u' ');
    return padding + QString(text).replace(u'\n', u'\n' + padding);
}

// "toInt", "indent 4": how the value is passed on; nothing when there is no such function.
std::optional<QString> applied(const QString &function, const QString &value)
{
    bool isValid = true;
    const QStringList words = function.split(u' ', Qt::SkipEmptyParts);
    if (words == QStringList{u"toInt"_s}) {
        value.toLongLong(&isValid);
    } else if (words == QStringList{u"toFloat"_s}) {
        value.toDouble(&isValid);
    } else if (words == QStringList{u"toBool"_s}) {
        isValid = value == "true"_L1 || value == "false"_L1;
    } else if (words.size() == 2 && words.first() == "indent"_L1) {
        return indented(value, words.last().toInt(&isValid));
    } else {
        return std::nullopt;
    }
    return isValid ? std::optional(value) : std::nullopt;
}

// A text with placeholders in quotes that do not stand in it; several lines need none, they make a block.
QString quotedAround(const QString &text, const QString &spelled)
{
    if (spelled.contains(u'\n')) {
        return spelled;
    }
    const bool needsSingle = text.contains(u'"') || text.contains(u'\\');
    return needsSingle ? u'\'' + QString(spelled).replace(u"'"_s, u"''"_s) + u'\'' : u'"' + spelled + u'"';
}

Problem problemAt(const QString &text, qsizetype offset, const QString &message)
{
    const QStringView before = QStringView(text).first(offset);
    const auto line = static_cast<int>(before.count(u'\n')) + 1;
    return {{}, message, line, static_cast<int>(offset - (before.lastIndexOf(u'\n') + 1)) + 1};
}

} // namespace

Environment processEnvironment()
{
    return [variables = QProcessEnvironment::systemEnvironment()](const QString &name) {
        return variables.contains(name) ? std::optional(variables.value(name)) : std::nullopt;
    };
}

QString placeholderText(const QString &name)
{
    return uR"x(${{ env "%1" }})x"_s.arg(name);
}

QStringList placeholderNames(const QByteArray &text)
{
    QStringList names;
    if (text.contains("${{")) {
        auto matches = placeholderPattern().globalMatch(QString::fromUtf8(text));
        while (matches.hasNext()) {
            const QString name = quotedName(matches.next().captured(1).section(u'|', 0, 0).trimmed());
            if (!name.isEmpty() && !names.contains(name)) {
                names.append(name);
            }
        }
    }
    return names;
}

QByteArray Placeholders::takeFrom(const QByteArray &text, const Environment &environment)
{
    if (!text.contains("${{")) {
        return text;
    }
    const QString whole = QString::fromUtf8(text);
    QString result;
    qsizetype at = 0;
    auto matches = placeholderPattern().globalMatch(whole);
    while (matches.hasNext()) {
        const QRegularExpressionMatch match = matches.next();
        QString problem;
        const QString value = valueOf(match.captured(1).trimmed(), environment, problem);
        if (!problem.isEmpty()) {
            m_problems.append(problemAt(whole, match.capturedStart(), problem));
        }
        result += QStringView(whole).sliced(at, match.capturedStart() - at);
        result += QChar(markBegin) + QString::number(m_placeholders.size()) + QChar(markEnd);
        m_placeholders.append({match.captured(), value});
        at = match.capturedEnd();
    }
    return QString(result + QStringView(whole).sliced(at)).toUtf8();
}

QString Placeholders::valueOf(const QString &expression, const Environment &environment, QString &problem) const
{
    const QStringList steps = expression.split(u'|');
    const QString name = quotedName(steps.first().trimmed());
    if (name.isEmpty()) {
        problem = u"'%1' is no placeholder; only env \"DECK_...\" with toInt, toFloat, toBool and indent is known"_s;
        problem = problem.arg(expression);
        return {};
    }
    if (!name.startsWith("DECK_"_L1)) {
        problem = u"environment variables in the state file must be prefixed with 'DECK_', found: '%1'"_s.arg(name);
        return {};
    }
    std::optional<QString> value = environment(name);
    if (!value) {
        problem = u"environment variable '%1' present in state file but not set"_s.arg(name);
        return {};
    }
    for (const QString &step : steps.sliced(1)) {
        value = applied(step.trimmed(), *value);
        if (!value) {
            problem = u"the value of environment variable '%1' does not fit '%2'"_s.arg(name, step.trimmed());
            return {};
        }
    }
    return *value;
}

QString Placeholders::replaced(const QString &text, QString Placeholder::*part) const
{
    QString result;
    qsizetype at = 0;
    auto matches = standInPattern().globalMatch(text);
    while (matches.hasNext()) {
        const QRegularExpressionMatch match = matches.next();
        const qsizetype number = match.captured(1).toLongLong();
        result += QStringView(text).sliced(at, match.capturedStart() - at);
        result += number < m_placeholders.size() ? m_placeholders[number].*part : match.captured();
        at = match.capturedEnd();
    }
    return result + QStringView(text).sliced(at);
}

YamlNodePtr Placeholders::fillScalar(const YamlNodePtr &node, const QString &path, QList<Filled> &filled) const
{
    const QString text = node->scalar.toString();
    if (!node->scalar.isString() || !text.contains(QChar(markBegin))) {
        return node;
    }
    const QString value = replaced(text, &Placeholder::value);
    auto result = std::make_shared<YamlNode>(*node);
    const QByteArray bytes = value.toUtf8();
    result->scalar = node->isPlain
                         ? plainScalar(std::string_view(bytes.constData(), static_cast<std::size_t>(bytes.size())))
                         : QJsonValue(value);
    auto written = std::make_shared<YamlNode>(*node);
    written->kind = YamlNode::Kind::Verbatim;
    const QString spelled = replaced(text, &Placeholder::written);
    written->scalar = node->isPlain ? spelled : quotedAround(text, spelled);
    filled.append({path, result->scalar, written});
    return result;
}

YamlNodePtr Placeholders::fillIn(const YamlNodePtr &node, const QString &path, QList<Filled> &filled) const
{
    if (!node || isEmpty()) {
        return node;
    }
    if (node->kind == YamlNode::Kind::Scalar) {
        return fillScalar(node, path, filled);
    }
    const QString prefix = path.isEmpty() ? path : path + u'/';
    auto result = std::make_shared<YamlNode>(*node);
    for (qsizetype i = 0; i < result->items.size(); ++i) {
        result->items[i] = fillIn(result->items[i], prefix + QString::number(i), filled);
    }
    for (YamlEntry &entry : result->entries) {
        entry.value = fillIn(entry.value, prefix + entry.key, filled);
    }
    return result;
}

} // namespace gatehouse
