// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/schema/validate.h"

#include "core/schema/entity_checks.h"
#include "core/schema/rules.h"

#include <QMap>

#include <cmath>

namespace gatehouse {

using namespace Qt::StringLiterals;

namespace {

QString requiredMissing()
{
    return u"required field missing"_s;
}

QString unknownField()
{
    return u"unknown field"_s;
}

// A Lua table is a list and a map at once: a JSON list read as a map has the keys "1", "2", ...
QJsonObject asObject(const QJsonValue &value)
{
    if (value.isObject())
        return value.toObject();
    QJsonObject result;
    const QJsonArray array = value.toArray();
    for (qsizetype i = 0; i < array.size(); ++i)
        result.insert(QString::number(i + 1), array[i]);
    return result;
}

bool isTable(const QJsonValue &value)
{
    return value.isObject() || value.isArray();
}

// Errors of the bad elements at their places, null at the good ones before them.
QJsonValue sparse(const QMap<qsizetype, QJsonValue> &errors)
{
    if (errors.isEmpty())
        return QJsonValue::Undefined;
    QJsonArray result;
    for (auto it = errors.begin(); it != errors.end(); ++it) {
        while (result.size() < it.key())
            result << QJsonValue::Null;
        result << it.value();
    }
    return result;
}

// A default is valid by itself, so that it is looked at only where it was written.
bool isFilledIn(const Field &field, const QJsonValue &value)
{
    return field.hasDefault() && !field.abstract && field.type != FieldType::Record && !value.isNull() &&
           value == field.defaultValue;
}

Field withoutDatabase(const Field &field)
{
    Field result = field;
    result.rules.oneOf = {};
    for (const QJsonValue &choice : field.rules.oneOf) {
        if (!field.rules.databaseOnly.contains(choice))
            result.rules.oneOf << choice;
    }
    return result;
}

std::optional<QString> scalarTypeProblem(FieldType type, const QJsonValue &value)
{
    switch (type) {
    case FieldType::Integer:
        if (!value.isDouble() || std::floor(value.toDouble()) != value.toDouble() || std::isinf(value.toDouble()))
            return u"expected an integer"_s;
        return {};
    case FieldType::Number:
        return value.isDouble() ? std::optional<QString>() : u"expected a number"_s;
    case FieldType::Boolean:
        return value.isBool() ? std::optional<QString>() : u"expected a boolean"_s;
    case FieldType::Text:
        return value.isString() ? std::optional<QString>() : u"expected a string"_s;
    case FieldType::Function:
        return u"expected a function"_s;
    default:
        return {};
    }
}

} // namespace

Validator::Validator(const SchemaRegistry &registry, const Clock &clock, ForeignForm form, Source source)
    : m_registry(registry)
    , m_clock(clock)
    , m_form(form)
    , m_source(source)
{
}

QJsonValue Validator::validateField(const Field &field, const QJsonValue &value) const
{
    const bool mustBeNull = field.rules.equals && field.rules.equals->isNull();
    if (value.isNull()) {
        if (field.rules.notEquals && field.rules.notEquals->isNull())
            return field.rules.error.isEmpty() ? u"value must not be null"_s : field.rules.error;
        if (field.rules.equals && !mustBeNull)
            return failedRule(field, value).value_or(QString());
        return field.isRequired() ? QJsonValue(requiredMissing()) : QJsonValue(QJsonValue::Undefined);
    }
    if (mustBeNull)
        return field.rules.error.isEmpty() ? u"value must be null"_s : field.rules.error;
    if (field.abstract)
        return u"error in schema definition: abstract field was not specialized"_s;
    if (const std::optional<QString> problem = scalarTypeProblem(field.type, value))
        return *problem;
    if (field.type == FieldType::Text && field.referenceable && isVaultReference(value))
        return QJsonValue::Undefined;
    const QJsonValue nested = validateNested(field, value);
    if (!nested.isUndefined())
        return nested;
    const bool isLimited = m_source == Source::Document && !field.rules.databaseOnly.isEmpty();
    if (const std::optional<QString> problem = failedRule(isLimited ? withoutDatabase(field) : field, value))
        return *problem;
    return QJsonValue::Undefined;
}

QJsonValue Validator::validateNested(const Field &field, const QJsonValue &value) const
{
    switch (field.type) {
    case FieldType::Array:
    case FieldType::Set:
        if (!value.isArray() && !(value.isObject() && value.toObject().isEmpty()))
            return field.type == FieldType::Set ? u"expected a set"_s : u"expected an array"_s;
        return validateElements(*field.elements, value.toArray());
    case FieldType::Map:
        return isTable(value) ? validateMap(field, asObject(value)) : QJsonValue(u"expected a map"_s);
    case FieldType::Record: {
        if (!isTable(value))
            return u"expected a record"_s;
        const Prepared prepared = prepare(*field.record, asObject(value), Operation::Insert);
        const QJsonObject errors =
            prepared.errors.isEmpty() ? validate(*field.record, prepared.record) : prepared.errors;
        return errors.isEmpty() ? QJsonValue(QJsonValue::Undefined) : QJsonValue(errors);
    }
    case FieldType::Foreign:
        return validateForeign(field, value);
    default:
        return QJsonValue::Undefined;
    }
}

QJsonValue Validator::validateElements(const Field &element, const QJsonArray &values) const
{
    QMap<qsizetype, QJsonValue> errors;
    for (qsizetype i = 0; i < values.size(); ++i) {
        const QJsonValue error = values[i].isNull() ? QJsonValue(requiredMissing()) : validateField(element, values[i]);
        if (!error.isUndefined())
            errors.insert(i, error);
    }
    return sparse(errors);
}

QJsonValue Validator::validateMap(const Field &field, const QJsonObject &map) const
{
    for (auto it = map.begin(); it != map.end(); ++it) {
        const QJsonValue keyError = validateField(*field.keys, it.key());
        if (!keyError.isUndefined())
            return keyError;
        const QJsonValue error =
            it.value().isNull() ? QJsonValue(requiredMissing()) : validateField(*field.values, it.value());
        if (!error.isUndefined())
            return error;
    }
    return QJsonValue::Undefined;
}

QJsonValue Validator::validateForeign(const Field &field, const QJsonValue &value) const
{
    if (m_form == ForeignForm::Text) {
        if (!value.isString())
            return u"expected a string"_s;
        return value.toString().isEmpty() ? QJsonValue(u"length must be at least 1"_s)
                                          : QJsonValue(QJsonValue::Undefined);
    }
    const RecordSchema *schema = m_registry.entity(field.reference);
    const QString key = schema ? schema->primaryKey.value(0) : u"id"_s;
    const QJsonValue id = value.toObject().value(key);
    QJsonObject errors;
    if (id.isUndefined()) {
        errors.insert(key, u"missing primary key"_s);
    } else if (id.isNull()) {
        errors.insert(key, requiredMissing());
    } else if (const Field *described = schema ? schema->field(key) : nullptr) {
        const QJsonValue error = validateField(*described, id);
        if (!error.isUndefined())
            errors.insert(key, error);
    }
    if (errors.isEmpty())
        return QJsonValue::Undefined;
    if (schema && isTable(value)) {
        const Context partial{Operation::Update, nullptr, nullptr};
        const QJsonObject all = validate(*schema, asObject(value), partial);
        if (!all.isEmpty())
            return all;
    }
    return errors;
}

QJsonObject Validator::validate(const RecordSchema &schema, const QJsonObject &record) const
{
    return validate(schema, record, Context{});
}

QJsonObject Validator::validate(const RecordSchema &schema, const QJsonObject &record, const Context &context) const
{
    if (!schema.subschemaKey.isEmpty()) {
        const QJsonValue selector = record.value(schema.subschemaKey);
        if (selector.isNull() || selector.isUndefined())
            return {{schema.subschemaKey, requiredMissing()}};
        if (!schema.subschemaOf(record)) {
            QString text = schema.subschemaError.isEmpty() ? u"unknown type: %s"_s : schema.subschemaError;
            const QJsonValue shown = selector.isArray() ? selector.toArray().at(0) : selector;
            return {{schema.subschemaKey, text.replace("%s"_L1, shown.isString() ? shown.toString() : u"nil"_s)}};
        }
    }
    const FieldLookup lookup(schema, record);
    QJsonObject errors = validateFields(lookup, record, context.input);
    const bool full = context.operation != Operation::Update;
    for (const Field &field : schema.fields) {
        if (!field.isRequired())
            continue;
        const QJsonValue value = record.value(field.key);
        if (value.isNull() || (full && value.isUndefined()))
            errors.insert(field.key, requiredMissing());
    }
    EntityChecks(*this, lookup, context).run(record, errors);
    return errors;
}

QJsonObject
Validator::validateFields(const FieldLookup &lookup, const QJsonObject &record, const QJsonObject *input) const
{
    QJsonObject errors;
    for (auto it = record.begin(); it != record.end(); ++it) {
        const QString key = it.key();
        if (key == "updated_at"_L1 || (key == "ttl"_L1 && lookup.schema().hasTtl))
            continue;
        const Field *field = key.contains(u'.') ? nullptr : lookup.find(key);
        const QJsonValue value = it.value();
        if (field && input && isFilledIn(*field, value) && !input->contains(key))
            continue;
        const QJsonValue error = field ? validateField(*field, value) : QJsonValue(unknownField());
        if (!error.isUndefined())
            errors.insert(key, error);
    }
    return errors;
}

Prepared Validator::check(const RecordSchema &schema, const QJsonObject &input) const
{
    Prepared prepared = prepare(schema, input, Operation::Insert);
    if (prepared.errors.isEmpty())
        prepared.errors = validate(schema, prepared.record, Context{Operation::Insert, &input, nullptr});
    return prepared;
}

bool isVaultReference(const QJsonValue &value)
{
    if (!value.isString())
        return false;
    const QString text = value.toString();
    return text.startsWith("{vault://"_L1) && text.endsWith(u'}') && text.size() > 10;
}

QJsonValue valueAt(const QJsonObject &record, QStringView dottedPath)
{
    const qsizetype dot = dottedPath.indexOf(u'.');
    if (dot < 0)
        return record.value(dottedPath);
    return valueAt(record.value(dottedPath.first(dot)).toObject(), dottedPath.sliced(dot + 1));
}

bool isNonEmpty(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::Null:
    case QJsonValue::Undefined:
        return false;
    case QJsonValue::String:
        return !value.toString().isEmpty();
    case QJsonValue::Array:
        return !value.toArray().isEmpty();
    case QJsonValue::Object:
        return !value.toObject().isEmpty();
    default:
        return true;
    }
}

} // namespace gatehouse
