// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/admin/arguments.h"

#include "core/admin/form_table.h"
#include "core/admin/multipart.h"
#include "core/declarative/yaml_tree.h"

#include <QJsonArray>

#include <cctype>
#include <charconv>

namespace gatehouse {
namespace {

using namespace Qt::StringLiterals;

bool isHexDigit(char c)
{
    return std::isxdigit(static_cast<unsigned char>(c)) != 0;
}

// Only well-formed triplets; anything else stays as it is, as in nginx.
QByteArray percentDecoded(QByteArrayView text)
{
    QByteArray result;
    result.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const bool isTriplet =
            text[i] == '%' && i + 2 < text.size() && isHexDigit(text[i + 1]) && isHexDigit(text[i + 2]);
        result += isTriplet ? QByteArray::fromHex(text.sliced(i + 1, 2).toByteArray()) : QByteArray(1, text[i]);
        i += isTriplet ? 2 : 0;
    }
    return result;
}

QString decodedFormText(QByteArrayView text)
{
    return QString::fromUtf8(percentDecoded(text.toByteArray().replace('+', ' ')));
}

struct Pair {
    QString name;
    QJsonValue value;
};

QList<Pair> splitPairs(QByteArrayView text)
{
    QList<Pair> pairs;
    const QList<QByteArray> parts = text.toByteArray().split('&');
    for (const QByteArray &part : parts) {
        const qsizetype equals = part.indexOf('=');
        const QString name = decodedFormText(equals < 0 ? part : part.first(equals));
        if (!name.isEmpty()) {
            pairs.append({name, equals < 0 ? QJsonValue(true) : QJsonValue(decodedFormText(part.sliced(equals + 1)))});
        }
    }
    return pairs;
}

QJsonObject formOf(const QList<Pair> &pairs)
{
    QStringList order;
    QHash<QString, QJsonArray> values;
    for (const Pair &pair : pairs) {
        if (!values.contains(pair.name)) {
            order.append(pair.name);
        }
        values[pair.name].append(pair.value);
    }
    FormTable table;
    for (const QString &name : std::as_const(order)) {
        const QJsonArray &found = values[name];
        table.add(name, found.size() == 1 ? found.first() : QJsonValue(found));
    }
    return table.toJson().toObject();
}

std::optional<DecodedBody> decodedJson(const QByteArray &body)
{
    const Result<YamlTree> tree = parseJson(body, DuplicateKeys::LastWins);
    if (!tree) {
        return std::nullopt;
    }
    const QJsonValue value = toJson(*tree->root());
    // Lua sees no difference between an empty list and an empty object.
    if (!value.isObject() && !(value.isArray() && value.toArray().isEmpty())) {
        return std::nullopt;
    }
    return DecodedBody{value.toObject(), false};
}

std::optional<DecodedBody> decodedForm(const AdminRequest &request)
{
    if (!request.header("Content-Type").startsWith("multipart/")) {
        return DecodedBody{formOf(splitPairs(request.body)), true};
    }
    FormTable table;
    const QList<FormPart> parts = parseMultipart(request.header("Content-Type"), request.body);
    // Of parts with the same name Kong takes the last.
    QMap<QString, QString> last;
    for (const FormPart &part : parts) {
        last.insert(part.name, part.content);
    }
    for (auto part = last.begin(); part != last.end(); ++part) {
        table.add(part.key(), part.value());
    }
    return DecodedBody{table.toJson().toObject(), true};
}

// Lua's tonumber: decimal or hexadecimal, white space around it.
std::optional<double> luaNumber(const QString &text)
{
    QByteArray bytes = text.trimmed().toLatin1();
    const bool isNegative = bytes.startsWith('-');
    if (isNegative || bytes.startsWith('+')) {
        bytes.remove(0, 1);
    }
    double value = 0;
    const bool isHex = bytes.startsWith("0x") || bytes.startsWith("0X");
    const char *begin = bytes.constData() + (isHex ? 2 : 0);
    const char *end = bytes.constData() + bytes.size();
    const auto format = isHex ? std::chars_format::hex : std::chars_format::general;
    const auto [last, failure] = std::from_chars(begin, end, value, format);
    const bool isNumber =
        begin != end && failure == std::errc() && last == end && *begin != '-' && *begin != 'i' && *begin != 'n';
    return isNumber ? std::optional(isNegative ? -value : value) : std::nullopt;
}

QJsonValue inferValue(const QJsonValue &value, const Field &field, const SchemaRegistry &registry);

QJsonValue inferElements(const QJsonValue &value, const Field &field, const SchemaRegistry &registry)
{
    if (value.isObject()) {
        return value;
    }
    QJsonArray list;
    const QJsonArray elements = value.isArray() ? value.toArray() : QJsonArray{value};
    for (const QJsonValue &element : elements) {
        list.append(field.elements ? inferValue(element, *field.elements, registry) : element);
    }
    return list;
}

QJsonValue inferMembers(const QJsonValue &value, const Field &field, const SchemaRegistry &registry)
{
    if (!value.isObject()) {
        return value;
    }
    if (field.type == FieldType::Map) {
        QJsonObject members = value.toObject();
        for (auto member = members.begin(); member != members.end(); ++member) {
            member.value() = field.values ? inferValue(member.value(), *field.values, registry) : member.value();
        }
        return members;
    }
    const RecordSchema *schema =
        field.type == FieldType::Foreign ? registry.entity(field.reference) : field.record.get();
    return schema ? infer(value.toObject(), *schema, registry) : value;
}

QJsonValue inferText(const QString &text, FieldType type)
{
    if (type == FieldType::Integer || type == FieldType::Number) {
        const auto number = luaNumber(text);
        return number ? QJsonValue(*number) : QJsonValue(text);
    }
    if (type == FieldType::Boolean && (text == "true"_L1 || text == "false"_L1)) {
        return text == "true"_L1;
    }
    return text;
}

QJsonValue inferValue(const QJsonValue &value, const Field &field, const SchemaRegistry &registry)
{
    if (value.isString() && value.toString().isEmpty()) {
        return QJsonValue(QJsonValue::Null);
    }
    switch (field.type) {
    case FieldType::Array:
    case FieldType::Set:
        return inferElements(value, field, registry);
    case FieldType::Map:
    case FieldType::Record:
    case FieldType::Foreign:
        return inferMembers(value, field, registry);
    default:
        return value.isString() ? inferText(value.toString(), field.type) : value;
    }
}

const Field *fieldOf(const RecordSchema &schema, const RecordSchema *subschema, const QString &key)
{
    for (const Shorthand &shorthand : schema.shorthands) {
        if (shorthand.field.key == key) {
            return &shorthand.field;
        }
    }
    const Field *special = subschema ? subschema->field(key) : nullptr;
    return special ? special : schema.field(key);
}

} // namespace

QueryArguments::QueryArguments(QByteArrayView query)
{
    const QList<Pair> pairs = splitPairs(query);
    m_count = pairs.size();
    for (const Pair &pair : pairs) {
        m_values[pair.name].append(pair.value.isBool() ? u"true"_s : pair.value.toString());
    }
}

QString QueryArguments::value(const QString &name) const
{
    const QStringList values = m_values.value(name);
    return values.isEmpty() ? QString() : values.first();
}

QueryArguments QueryArguments::without(const QString &name) const
{
    QueryArguments others = *this;
    others.m_values.remove(name);
    return others;
}

BodyKind bodyKindOf(const AdminRequest &request)
{
    const QByteArray type = request.header("Content-Type");
    if (type.isEmpty()) {
        return request.body.isEmpty() ? BodyKind::None : BodyKind::Unsupported;
    }
    if (type.startsWith("application/json")) {
        return BodyKind::Json;
    }
    if (type.startsWith("application/x-www-form-urlencoded") || type.startsWith("multipart/form-data")) {
        return BodyKind::Form;
    }
    const bool isYaml = type.startsWith("application/yaml") || type.startsWith("text/yaml");
    return isYaml ? BodyKind::Yaml : BodyKind::Unsupported;
}

std::optional<DecodedBody> decodeBody(const AdminRequest &request, BodyKind kind)
{
    switch (kind) {
    case BodyKind::Json:
        return decodedJson(request.body);
    case BodyKind::Form:
        return decodedForm(request);
    default:
        return DecodedBody{};
    }
}

QJsonObject infer(const QJsonObject &form, const RecordSchema &schema, const SchemaRegistry &registry)
{
    QJsonObject result = form;
    const RecordSchema *subschema = schema.subschemaKey.isEmpty() ? nullptr : schema.subschemaOf(form);
    for (auto entry = result.begin(); entry != result.end(); ++entry) {
        if (const Field *field = fieldOf(schema, subschema, entry.key())) {
            entry.value() = inferValue(entry.value(), *field, registry);
        }
    }
    return result;
}

QString decodedSegment(QByteArrayView segment)
{
    return QString::fromUtf8(percentDecoded(segment));
}

} // namespace gatehouse
