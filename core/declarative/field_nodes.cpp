// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/declarative/field_nodes.h"

#include "core/declarative/yaml_emitter.h"

#include <QJsonArray>

#include <algorithm>

namespace gatehouse {
namespace {

using namespace Qt::StringLiterals;

// What the field gets when it is left out. A generated value never comes out the same again.
bool isDefault(const Field &field, const QJsonValue &value)
{
    if (field.generated) {
        return false;
    }
    return field.hasDefault() ? value == field.defaultValue : value.isNull();
}

YamlNodePtr recordNode(const RecordSchema &schema, const QJsonObject &record, Defaults defaults)
{
    auto node = std::make_shared<YamlNode>();
    node->kind = YamlNode::Kind::Map;
    for (const Field &field : schema.fields) {
        if (const YamlNodePtr value = fieldNode(field, record.value(field.key), defaults)) {
            node->entries.append({field.key, {}, value});
        }
    }
    return node;
}

YamlNodePtr elementsNode(const Field &field, const QJsonArray &elements, Defaults defaults)
{
    auto node = std::make_shared<YamlNode>();
    node->kind = YamlNode::Kind::Sequence;
    const bool isRecord = field.elements && field.elements->type == FieldType::Record && field.elements->record;
    for (const QJsonValue &element : elements) {
        node->items.append(isRecord ? recordNode(*field.elements->record, element.toObject(), defaults)
                                    : nodeOf(element));
    }
    return node;
}

// What a row is about: the address of a service, the match fields of a route.
const QStringList &leadingFields(const QString &table)
{
    static const QStringList none;
    static const QStringList service{u"protocol"_s, u"host"_s, u"port"_s, u"path"_s};
    static const QStringList route{u"protocols"_s, u"methods"_s, u"hosts"_s,   u"paths"_s,
                                   u"headers"_s,   u"snis"_s,    u"sources"_s, u"destinations"_s};
    return table == "services"_L1 ? service : table == "routes"_L1 ? route : none;
}

int readingRank(const RecordSchema &schema, const QString &key)
{
    static const QStringList last{u"config"_s, u"tags"_s};
    if (key == "name"_L1) {
        return 0;
    }
    if (key == schema.endpointKey) {
        return 1;
    }
    if (last.contains(key)) {
        return 4 + static_cast<int>(last.indexOf(key));
    }
    return leadingFields(schema.name).contains(key) ? 2 : 3;
}

} // namespace

YamlNodePtr fieldNode(const Field &field, const QJsonValue &value, Defaults defaults)
{
    if (value.isUndefined() || (value.isNull() && isDefault(field, value))) {
        return nullptr;
    }
    if (defaults == Defaults::LeaveOut && isDefault(field, value)) {
        return nullptr;
    }
    if (field.type == FieldType::Record && field.record && value.isObject()) {
        const YamlNodePtr node = recordNode(*field.record, value.toObject(), defaults);
        // A record that is not filled in by itself must be there, however empty.
        return node->entries.isEmpty() && field.isRequired() ? nullptr : node;
    }
    if (value.isArray()) {
        return elementsNode(field, value.toArray(), defaults);
    }
    return nodeOf(value);
}

const Field &effectiveField(const RecordSchema &schema, const Field &field, const QJsonObject &row)
{
    const RecordSchema *subschema = schema.subschemaKey.isEmpty() ? nullptr : schema.subschemaOf(row);
    const Field *special = subschema ? subschema->field(field.key) : nullptr;
    return special ? *special : field;
}

QList<const Field *> fieldsInReadingOrder(const RecordSchema &schema)
{
    QList<const Field *> fields;
    for (const Field &field : schema.fields) {
        fields.append(&field);
    }
    std::stable_sort(fields.begin(), fields.end(), [&schema](const Field *a, const Field *b) {
        return readingRank(schema, a->key) < readingRank(schema, b->key);
    });
    return fields;
}

bool isPartOfUrl(const QString &field)
{
    return field == "protocol"_L1 || field == "host"_L1 || field == "port"_L1 || field == "path"_L1;
}

QString urlOf(const RecordSchema &schema, const QJsonObject &row)
{
    const bool hasUrl = std::any_of(schema.shorthands.begin(), schema.shorthands.end(),
                                    [](const Shorthand &each) { return each.field.key == "url"_L1; });
    const QString host = row.value("host"_L1).toString();
    if (!hasUrl || host.isEmpty()) {
        return {};
    }
    const QString protocol = row.value("protocol"_L1).toString();
    const int port = row.value("port"_L1).toInt();
    // What Kong fills in for a url without a port.
    const int impliedPort = protocol == "https"_L1 ? 443 : 80;
    const QString name = host.contains(u':') ? u'[' + host + u']' : host;
    const QString suffix = port == impliedPort ? QString() : u':' + QString::number(port);
    return protocol + u"://"_s + name + suffix + row.value("path"_L1).toString();
}

bool isUrlOf(const RecordSchema &schema, const QJsonObject &row, const QJsonValue &url)
{
    for (const Shorthand &shorthand : schema.shorthands) {
        if (shorthand.field.key != "url"_L1) {
            continue;
        }
        const QJsonObject parts = shorthand.expand(url);
        const QStringList keys = parts.keys();
        return std::all_of(keys.begin(), keys.end(),
                           [&](const QString &key) { return row.value(key) == parts.value(key); });
    }
    return false;
}

QStringList pathOfValue(const QJsonValue &row, const QJsonValue &value)
{
    const QJsonObject members = row.toObject();
    for (auto member = members.begin(); member != members.end(); ++member) {
        if (member.value() == value) {
            return {member.key()};
        }
        const QStringList below = pathOfValue(member.value(), value);
        if (!below.isEmpty()) {
            return QStringList{member.key()} + below;
        }
    }
    const QJsonArray elements = row.toArray();
    for (int i = 0; i < elements.size(); ++i) {
        const QStringList below = elements[i] == value ? QStringList() : pathOfValue(elements[i], value);
        if (elements[i] == value || !below.isEmpty()) {
            return QStringList{QString::number(i)} + below;
        }
    }
    return {};
}

QJsonValue valueAtPath(const QJsonValue &value, const QStringList &path)
{
    QJsonValue at = value;
    for (const QString &step : path) {
        at = at.isArray() ? at.toArray().at(step.toInt()) : at.toObject().value(step);
    }
    return at;
}

YamlNodePtr withValueAt(const YamlNodePtr &node, const QStringList &path, const YamlNodePtr &value)
{
    if (path.isEmpty()) {
        return value;
    }
    auto result = node ? std::make_shared<YamlNode>(*node) : std::make_shared<YamlNode>();
    const QStringList rest = path.sliced(1);
    if (result->kind == YamlNode::Kind::Sequence) {
        const qsizetype index = path.first().toLongLong();
        if (index < result->items.size()) {
            result->items[index] = withValueAt(result->items[index], rest, value);
        }
        return result;
    }
    result->kind = YamlNode::Kind::Map;
    const auto known = std::find_if(result->entries.begin(), result->entries.end(),
                                    [&path](const YamlEntry &entry) { return entry.key == path.first(); });
    if (known != result->entries.end()) {
        known->value = withValueAt(known->value, rest, value);
    } else {
        result->entries.append({path.first(), {}, withValueAt(nullptr, rest, value)});
    }
    return result;
}

} // namespace gatehouse
