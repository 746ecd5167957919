// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/schema/error_text.h"

#include <QJsonArray>
#include <QStringList>

#include <algorithm>
#include <cstdio>

namespace gatehouse {

using namespace Qt::StringLiterals;

namespace {

bool isLuaName(QStringView key)
{
    static const QStringList reserved{u"and"_s,   u"break"_s, u"do"_s,       u"else"_s,   u"elseif"_s, u"end"_s,
                                      u"false"_s, u"for"_s,   u"function"_s, u"if"_s,     u"in"_s,     u"local"_s,
                                      u"nil"_s,   u"not"_s,   u"or"_s,       u"repeat"_s, u"return"_s, u"then"_s,
                                      u"true"_s,  u"until"_s, u"while"_s};
    if (key.isEmpty() || key.front().isDigit() || reserved.contains(key.toString()))
        return false;
    return std::all_of(key.begin(), key.end(),
                       [](QChar c) { return c == u'_' || (c.unicode() < 128 && c.isLetterOrNumber()); });
}

QString quoted(QString text)
{
    text.replace(u'\\', "\\\\"_L1).replace(u'"', "\\\""_L1).replace(u'\n', "\\n"_L1);
    return u'"' + text + u'"';
}

// One table of a dump. `indent` < 0 writes everything on one line without spaces (Penlight's pretty.write).
class Dump
{
public:
    explicit Dump(bool indented)
        : m_indented(indented)
    {
    }

    QString value(const QJsonValue &value, int depth) const
    {
        if (value.isObject())
            return table(entries(value.toObject(), depth + 1), depth);
        if (value.isArray())
            return table(entries(value.toArray(), depth + 1), depth);
        if (value.isString())
            return quoted(value.toString());
        return luaText(value);
    }

private:
    QStringList entries(const QJsonObject &object, int depth) const
    {
        QStringList result;
        for (auto it = object.begin(); it != object.end(); ++it) {
            const QString key = isLuaName(it.key()) ? it.key() : u'[' + quoted(it.key()) + u']';
            result << key + equalsSign() + value(it.value(), depth);
        }
        return result;
    }

    QStringList entries(const QJsonArray &array, int depth) const
    {
        QStringList result;
        bool hole = false;
        for (qsizetype i = 0; i < array.size(); ++i) {
            if (array[i].isNull()) {
                hole = true;
                continue;
            }
            const QString text = value(array[i], depth);
            result << (hole ? u'[' + QString::number(i + 1) + u']' + equalsSign() + text : text);
        }
        return result;
    }

    QString table(const QStringList &entries, int depth) const
    {
        if (!m_indented || entries.isEmpty())
            return u'{' + entries.join(u',') + u'}';
        const QString inner(2 * (depth + 1), u' ');
        return u"{\n"_s + inner + entries.join(u",\n"_s + inner) + u'\n' + QString(2 * depth, u' ') + u'}';
    }

    QString equalsSign() const { return m_indented ? u" = "_s : u"="_s; }

    bool m_indented;
};

// The keys and texts one level below a field.
QStringList childTexts(const QString &field, const QJsonValue &errors)
{
    QStringList texts;
    const auto add = [&](const QString &key, const QJsonValue &value) {
        const QString text = value.isString() ? value.toString() : Dump(true).value(value, 0);
        texts << field + u'.' + key + u": "_s + text;
    };
    if (errors.isArray()) {
        const QJsonArray array = errors.toArray();
        for (qsizetype i = 0; i < array.size(); ++i) {
            if (!array[i].isNull())
                add(QString::number(i + 1), array[i]);
        }
        return texts;
    }
    const QJsonObject object = errors.toObject();
    for (auto it = object.begin(); it != object.end(); ++it)
        add(it.key(), it.value());
    return texts;
}

} // namespace

QString schemaViolationText(const QJsonObject &errors)
{
    QStringList texts;
    for (const QJsonValue &text : errors.value("@entity"_L1).toArray())
        texts << text.toString();
    for (auto it = errors.begin(); it != errors.end(); ++it) {
        if (it.key() == "@entity"_L1)
            continue;
        if (it.value().isString())
            texts << it.key() + u": "_s + it.value().toString();
        else
            texts << childTexts(it.key(), it.value());
    }
    if (texts.size() == 1)
        return u"schema violation (%1)"_s.arg(texts.first());
    return u"%1 schema violations ("_s.arg(texts.size()) + texts.join("; "_L1) + u')';
}

QString luaDump(const QJsonValue &value)
{
    return Dump(false).value(value, 0);
}

QString keyText(const QJsonObject &key)
{
    return luaDump(key);
}

QString luaText(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::Bool:
        return value.toBool() ? u"true"_s : u"false"_s;
    case QJsonValue::Double: {
        char text[40];
        std::snprintf(text, sizeof text, "%.14g", value.toDouble());
        return QString::fromLatin1(text);
    }
    case QJsonValue::String:
        return value.toString();
    case QJsonValue::Array:
    case QJsonValue::Object:
        return luaDump(value);
    default:
        return u"null"_s;
    }
}

} // namespace gatehouse
