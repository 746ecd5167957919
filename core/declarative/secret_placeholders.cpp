// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/declarative/secret_placeholders.h"

#include "core/declarative/environment.h"
#include "core/declarative/yaml_emitter.h"
#include "core/schema/validate.h"

#include <QRegularExpression>

namespace gatehouse {
namespace {

using namespace Qt::StringLiterals;

constexpr qsizetype longestPart = 40; // letters of each part of a name

QString placeOf(const QString &rowKey, const QStringList &path)
{
    return rowKey + u'/' + path.join(u'/');
}

// The name in a text that is one placeholder and nothing else.
QString nameIn(const YamlNodePtr &written)
{
    static const QRegularExpression pattern(uR"x(^["']?\$\{\{\s*env\s+"(DECK_\w+)"\s*\}\}["']?$)x"_s);
    const bool isPlaceholder = written && written->kind == YamlNode::Kind::Verbatim;
    return isPlaceholder ? pattern.match(written->scalar.toString()).captured(1) : QString();
}

// Quoted, so that no value is taken for a number.
YamlNodePtr placeholderNode(const QString &name)
{
    auto written = std::make_shared<YamlNode>();
    written->kind = YamlNode::Kind::Verbatim;
    written->scalar = QString(u'"' + placeholderText(name) + u'"');
    return written;
}

QString asVariable(const QString &text)
{
    static const QRegularExpression others(u"[^A-Z0-9]+"_s);
    return text.left(longestPart).toUpper().replace(others, u"_"_s);
}

QString textOf(const RecordSchema &schema, const QJsonObject &row)
{
    for (const QString &key : {schema.endpointKey, u"name"_s, u"username"_s, u"client_id"_s, u"key"_s}) {
        const Field *field = key.isEmpty() ? nullptr : schema.field(key);
        const QString text = field && !field->secret ? row.value(key).toString() : QString();
        if (!text.isEmpty()) {
            return text;
        }
    }
    return {};
}

// What the row is called, else what the row is called that it belongs to, else its id.
QString callOf(const RecordSchema &schema, const QJsonObject &row, const Config &config)
{
    const QString own = textOf(schema, row);
    if (!own.isEmpty() && schema.name != "plugins"_L1) {
        return own;
    }
    for (const Field &field : schema.fields) {
        const QString id = field.type == FieldType::Foreign ? foreignId(row, field.key) : QString();
        const auto parent = id.isEmpty() ? std::nullopt : config.find(field.reference, id);
        for (const QString &key : {u"name"_s, u"username"_s, u"custom_id"_s}) {
            const QString text = parent ? parent->value(key).toString() : QString();
            if (!text.isEmpty()) {
                return own.isEmpty() ? text : QString(text + u'_' + own);
            }
        }
    }
    return own.isEmpty() ? row.value("id"_L1).toString() : own;
}

} // namespace

SecretNames::SecretNames(const Kept &kept)
{
    learn(kept);
}

void SecretNames::learn(const Kept &kept)
{
    QHash<QString, QString> placeOfName;
    for (auto row = kept.spellings.begin(); row != kept.spellings.end(); ++row) {
        for (const Kept::Spelling &spelling : row.value()) {
            const QString name = nameIn(spelling.written);
            if (name.isEmpty()) {
                continue;
            }
            // A name in two places cannot follow when one of them changes.
            if (placeOfName.contains(name)) {
                m_byPlace.remove(placeOfName.value(name));
            } else {
                placeOfName.insert(name, placeOf(row.key(), spelling.path));
                m_byPlace.insert(placeOf(row.key(), spelling.path), name);
            }
            m_taken.insert(name);
        }
    }
}

void SecretNames::forget(const QSet<QString> &names)
{
    m_byPlace.removeIf([&names](const auto &place) { return names.contains(place.value()); });
}

QString
SecretNames::nameFor(const RecordSchema &schema, const QJsonObject &row, const QStringList &path, const Config &config)
{
    QString &name = m_byPlace[placeOf(Kept::rowKey(schema.name, row.value("id"_L1).toString()), path)];
    if (!name.isEmpty()) {
        return name;
    }
    const QString base = u"DECK_"_s + asVariable(schema.name) + u'_' + asVariable(callOf(schema, row, config)) + u'_' +
                         asVariable(path.join(u'_'));
    name = base;
    for (int number = 2; m_taken.contains(name); ++number) {
        name = base + u'_' + QString::number(number);
    }
    m_taken.insert(name);
    return name;
}

YamlNodePtr SecretPlaceholders::putInto(const YamlNodePtr &node, const RecordSchema &schema, const QJsonObject &row)
{
    return recordNode(node, schema, {}, {schema, row});
}

YamlNodePtr SecretPlaceholders::recordNode(const YamlNodePtr &node,
                                           const RecordSchema &schema,
                                           const QStringList &path,
                                           const Row &row)
{
    const RecordSchema *special = path.isEmpty() ? schema.subschemaOf(row.values) : nullptr;
    auto result = std::make_shared<YamlNode>(*node);
    for (YamlEntry &entry : result->entries) {
        const Field *field = special ? special->field(entry.key) : nullptr;
        field = field ? field : schema.field(entry.key);
        if (field && entry.value) {
            entry.value = valueNode(entry.value, *field, path + QStringList{entry.key}, row);
        }
    }
    return result;
}

YamlNodePtr
SecretPlaceholders::valueNode(const YamlNodePtr &node, const Field &field, const QStringList &path, const Row &row)
{
    if (node->kind == YamlNode::Kind::Scalar) {
        const bool isSecret =
            m_plain == Plain::SetAside && field.secret && node->scalar.isString() && !node->scalar.toString().isEmpty();
        return isSecret && !isVaultReference(node->scalar) ? placeholder(node, path, row) : node;
    }
    if (node->kind == YamlNode::Kind::Verbatim) {
        return field.secret ? changed(node, path, row) : node;
    }
    if (field.record && node->kind == YamlNode::Kind::Map) {
        return recordNode(node, *field.record, path, row);
    }
    auto result = std::make_shared<YamlNode>(*node);
    for (qsizetype i = 0; field.elements && i < result->items.size(); ++i) {
        result->items[i] = valueNode(result->items[i], *field.elements, path + QStringList{QString::number(i)}, row);
    }
    for (YamlEntry &entry : result->entries) {
        entry.value =
            field.values ? valueNode(entry.value, *field.values, path + QStringList{entry.key}, row) : entry.value;
    }
    return result;
}

YamlNodePtr SecretPlaceholders::placeholder(const YamlNodePtr &node, const QStringList &path, const Row &row)
{
    const QString name = m_names.nameFor(row.schema, row.values, path, m_config);
    m_setAside.append({name, row.schema.name, row.values.value("id"_L1).toString(), path, node->scalar.toString()});
    return placeholderNode(name);
}

// What is no secret's placeholder alone stays as it is.
YamlNodePtr SecretPlaceholders::changed(const YamlNodePtr &written, const QStringList &path, const Row &row)
{
    const QString name = nameIn(written);
    if (m_changes.spelledOut.contains(name)) {
        return scalarNode(m_changes.spelledOut.value(name));
    }
    if (!m_changes.anew.contains(name)) {
        return written;
    }
    const QString own = m_names.nameFor(row.schema, row.values, path, m_config);
    m_renamed.insert(own, name);
    return placeholderNode(own);
}

} // namespace gatehouse
