// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/declarative/yaml_emitter.h"

#include "core/declarative/yaml_scalar.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace gatehouse {
namespace {

using namespace Qt::StringLiterals;

constexpr int indentWidth = 2;

// A literal block keeps neither control characters nor a first line that begins with white space without a hint.
bool fitsLiteralBlock(const QString &text)
{
    if (!text.contains(u'\n') || text.startsWith(u' ') || text.startsWith(u'\t') || text.startsWith(u'\n')) {
        return false;
    }
    return std::all_of(text.begin(), text.end(), [](QChar c) {
        return c == u'\n' || c == u'\t' || (c.isPrint() && c != QChar(0xfeff)) || c.isSurrogate();
    });
}

QByteArray escaped(QChar c)
{
    switch (c.unicode()) {
    case u'"':
        return "\\\"";
    case u'\\':
        return "\\\\";
    case u'\n':
        return "\\n";
    case u'\r':
        return "\\r";
    case u'\t':
        return "\\t";
    default:
        return "\\u" + QByteArray::number(c.unicode(), 16).rightJustified(4, '0');
    }
}

QByteArray quoted(const QString &text)
{
    QByteArray result("\"");
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        const bool isPair = c.isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate();
        if (isPair) {
            result += text.mid(i, 2).toUtf8();
            ++i;
        } else if (c == u'"' || c == u'\\' || !c.isPrint()) {
            result += escaped(c);
        } else {
            result += QString(c).toUtf8();
        }
    }
    return result + '"';
}

QByteArray plainOrQuoted(const QString &text)
{
    return needsQuotes(text) ? quoted(text) : text.toUtf8();
}

QByteArray numberText(double value)
{
    if (std::isnan(value)) {
        return ".nan";
    }
    if (std::isinf(value)) {
        return value > 0 ? ".inf" : "-.inf";
    }
    return QByteArray::number(value, 'g', QLocale::FloatingPointShortest);
}

QByteArray scalarText(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::Bool:
        return value.toBool() ? "true" : "false";
    case QJsonValue::Double: {
        const double number = value.toDouble();
        const bool isInteger = std::floor(number) == number && std::abs(number) < 9e15;
        return isInteger ? QByteArray::number(value.toInteger()) : numberText(number);
    }
    case QJsonValue::String:
        return plainOrQuoted(value.toString());
    default:
        return "null";
    }
}

class Emitter
{
public:
    EmittedYaml take() { return {std::move(m_text), std::move(m_lines)}; }

    // Behind "key:" or "-" of the level above.
    void emitValue(const YamlNode &node, int level)
    {
        switch (node.kind) {
        case YamlNode::Kind::Verbatim:
            emitVerbatim(node.scalar.toString(), level);
            return;
        case YamlNode::Kind::Scalar:
            emitScalar(node.scalar, level);
            return;
        case YamlNode::Kind::Sequence:
            if (node.items.isEmpty()) {
                m_text += " []\n";
                return;
            }
            m_text += '\n';
            emitItems(node, level);
            return;
        case YamlNode::Kind::Map:
            if (node.entries.isEmpty()) {
                m_text += " {}\n";
                return;
            }
            m_text += '\n';
            emitEntries(node, level, false);
            return;
        }
    }

    void emitEntries(const YamlNode &map, int level, bool firstIsInPlace)
    {
        bool isInPlace = firstIsInPlace;
        for (const YamlEntry &entry : map.entries) {
            indent(isInPlace ? 0 : level);
            isInPlace = false;
            m_text += plainOrQuoted(entry.key) + ':';
            emitValue(*entry.value, level + 1);
        }
    }

private:
    void emitItems(const YamlNode &sequence, int level)
    {
        for (const YamlNodePtr &item : sequence.items) {
            indent(level);
            m_text += '-';
            if (item->kind == YamlNode::Kind::Map && !item->entries.isEmpty()) {
                m_text += ' ';
                m_lines.insert(item.get(), currentLine());
                emitEntries(*item, level + 1, true);
            } else {
                emitValue(*item, level + 1);
            }
        }
    }

    void emitVerbatim(const QString &text, int level)
    {
        if (text.contains(u'\n')) {
            emitBlock(text, level);
        } else {
            m_text += ' ' + text.toUtf8() + '\n';
        }
    }

    void emitScalar(const QJsonValue &value, int level)
    {
        if (value.isString() && fitsLiteralBlock(value.toString())) {
            emitBlock(value.toString(), level);
        } else {
            m_text += ' ' + scalarText(value) + '\n';
        }
    }

    void emitBlock(const QString &text, int level)
    {
        const bool endsLine = text.endsWith(u'\n');
        const bool endsLines = text.endsWith("\n\n"_L1);
        m_text += endsLines ? " |+\n" : endsLine ? " |\n" : " |-\n";
        const QStringList lines = (endsLine ? text.chopped(1) : text).split(u'\n');
        for (const QString &line : lines) {
            indent(line.isEmpty() ? 0 : level);
            m_text += line.toUtf8() + '\n';
        }
    }

    void indent(int level) { m_text += QByteArray(level * indentWidth, ' '); }

    int currentLine()
    {
        for (; m_counted < m_text.size(); ++m_counted) {
            m_line += m_text[m_counted] == '\n' ? 1 : 0;
        }
        return m_line;
    }

    QByteArray m_text;
    QHash<const YamlNode *, int> m_lines;
    qsizetype m_counted = 0; // bytes whose ends of lines are in m_line
    int m_line = 1;
};

} // namespace

QByteArray emitYaml(const YamlNode &document)
{
    return emitYamlWithLines(document).text;
}

EmittedYaml emitYamlWithLines(const YamlNode &document)
{
    Emitter emitter;
    emitter.emitEntries(document, 0, false);
    return emitter.take();
}

YamlNodePtr scalarNode(const QJsonValue &value)
{
    auto node = std::make_shared<YamlNode>();
    node->scalar = value;
    return node;
}

YamlNodePtr nodeOf(const QJsonValue &value)
{
    if (!value.isObject() && !value.isArray()) {
        return scalarNode(value);
    }
    auto node = std::make_shared<YamlNode>();
    node->kind = value.isArray() ? YamlNode::Kind::Sequence : YamlNode::Kind::Map;
    const QJsonArray elements = value.toArray();
    for (const QJsonValue &element : elements) {
        node->items.append(nodeOf(element));
    }
    const QJsonObject members = value.toObject();
    for (auto member = members.begin(); member != members.end(); ++member) {
        node->entries.append({member.key(), {}, nodeOf(member.value())});
    }
    return node;
}

} // namespace gatehouse
