// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/declarative/document_check.h"

#include "core/base/parallel.h"
#include "core/base/uuid.h"
#include "core/model/entity_ids.h"

#include <QJsonArray>

namespace gatehouse {
namespace {

using namespace Qt::StringLiterals;

constexpr QLatin1String mustBeNull("value must be null");

QJsonValue noteError(const QString &key, const QJsonValue &value)
{
    if (value.isNull()) {
        return QJsonValue::Undefined;
    }
    if (key == "_ignore"_L1) {
        return asList(value) ? QJsonValue(QJsonValue::Undefined) : QJsonValue(u"expected an array"_s);
    }
    if (!value.isString()) {
        return u"expected a string"_s;
    }
    return value.toString().isEmpty() ? QJsonValue(u"length must be at least 1"_s) : QJsonValue(QJsonValue::Undefined);
}

QJsonObject noteErrors(const QJsonObject &notes)
{
    QJsonObject errors;
    for (auto note = notes.begin(); note != notes.end(); ++note) {
        const QJsonValue error = noteError(note.key(), note.value());
        if (!error.isUndefined()) {
            errors.insert(note.key(), error);
        }
    }
    return errors;
}

QJsonValue versionError(const QJsonValue &version)
{
    if (version.isUndefined() || version.isNull()) {
        return u"required field missing"_s;
    }
    if (!version.isString()) {
        return u"expected a string"_s;
    }
    const QStringList known{u"1.1"_s, u"2.1"_s, u"3.0"_s};
    return known.contains(version.toString()) ? QJsonValue(QJsonValue::Undefined)
                                              : QJsonValue(u"expected one of: 1.1, 2.1, 3.0"_s);
}

QJsonValue mergeValues(const QJsonValue &base, const QJsonValue &over);

QJsonValue mergeLists(const QJsonArray &base, const QJsonArray &over)
{
    QJsonArray merged = base;
    for (int i = 0; i < over.size(); ++i) {
        if (!over[i].isNull()) {
            setElement(merged, i, i < base.size() ? mergeValues(base[i], over[i]) : over[i]);
        }
    }
    return merged;
}

QJsonObject mergeObjects(QJsonObject base, const QJsonObject &over)
{
    for (auto entry = over.begin(); entry != over.end(); ++entry) {
        base.insert(entry.key(), mergeValues(base.value(entry.key()), entry.value()));
    }
    return base;
}

QJsonValue mergeValues(const QJsonValue &base, const QJsonValue &over)
{
    if (base.isObject() && over.isObject()) {
        return mergeObjects(base.toObject(), over.toObject());
    }
    if (base.isArray() && over.isArray()) {
        return mergeLists(base.toArray(), over.toArray());
    }
    return over;
}

QJsonObject nullErrorsIn(const QJsonObject &errors);

// Only the "value must be null" errors of a tree; Undefined when there are none.
QJsonValue nullErrorsOf(const QJsonValue &error)
{
    if (error.isString()) {
        return error.toString() == mustBeNull ? error : QJsonValue(QJsonValue::Undefined);
    }
    if (error.isObject()) {
        const QJsonObject kept = nullErrorsIn(error.toObject());
        return kept.isEmpty() ? QJsonValue(QJsonValue::Undefined) : QJsonValue(kept);
    }
    QJsonArray kept;
    const QJsonArray elements = error.toArray();
    for (int i = 0; i < elements.size(); ++i) {
        const QJsonValue element = nullErrorsOf(elements[i]);
        if (!element.isUndefined()) {
            setElement(kept, i, element);
        }
    }
    return kept.isEmpty() ? QJsonValue(QJsonValue::Undefined) : QJsonValue(kept);
}

QJsonObject nullErrorsIn(const QJsonObject &errors)
{
    QJsonObject kept;
    for (auto error = errors.begin(); error != errors.end(); ++error) {
        const QJsonValue value = nullErrorsOf(error.value());
        if (!value.isUndefined()) {
            kept.insert(error.key(), value);
        }
    }
    return kept;
}

} // namespace

void setElement(QJsonArray &list, int index, const QJsonValue &value)
{
    while (list.size() <= index) {
        list.append(QJsonValue(QJsonValue::Null));
    }
    list[index] = value;
}

QJsonObject headErrors(const SchemaRegistry &registry, const QJsonObject &document)
{
    QJsonObject errors;
    const QJsonValue version = versionError(document.value("_format_version"_L1));
    if (!version.isUndefined()) {
        errors.insert(u"_format_version"_s, version);
    }
    for (auto entry = document.begin(); entry != document.end(); ++entry) {
        const RecordSchema *schema = registry.entity(entry.key());
        const bool isNote = entry.key() == "_comment"_L1 || entry.key() == "_ignore"_L1;
        const bool isHead = entry.key() == "_format_version"_L1 || entry.key() == "_transform"_L1;
        if (!isNote && !isHead && !(schema && schema->declarative)) {
            errors.insert(entry.key(), u"unknown field"_s);
        }
        if (isNote && !noteError(entry.key(), entry.value()).isUndefined()) {
            errors.insert(entry.key(), noteError(entry.key(), entry.value()));
        }
    }
    const QJsonValue transform = document.value("_transform"_L1);
    if (!transform.isUndefined() && !transform.isNull() && !transform.isBool()) {
        errors.insert(u"_transform"_s, u"expected a boolean"_s);
    }
    return errors;
}

DocumentCheck::DocumentCheck(DocumentItems &items, const Clock &clock, Reading reading)
    : m_items(items)
    , m_reading(reading)
    , m_texts(items.registry(), clock, ForeignForm::Text)
    , m_references(items.registry(), clock, ForeignForm::Object)
{
}

QJsonObject DocumentCheck::errors(const QJsonObject &head)
{
    checkTexts();
    const QJsonObject first = sectionErrors(Pass::Texts);
    if (first.isEmpty() && head.isEmpty()) {
        return {};
    }
    fillReferences();
    const QJsonObject second = mergeObjects(sectionErrors(Pass::References), head);
    return second.isEmpty() ? QJsonObject() : mergeObjects(second, nullErrorsIn(first));
}

// Each item by itself, so that the many of a large document can be looked at side by side.
void DocumentCheck::checkTexts()
{
    std::vector<DocumentItem> &items = m_items.items();
    m_textErrors.resize(items.size());
    forEachIndex(items.size(), [&](std::size_t number) {
        if (items[number].isRecord && !items[number].isSkipped) {
            m_textErrors[number] = textErrors(items[number]);
        }
    });
}

QJsonObject DocumentCheck::sectionErrors(Pass pass) const
{
    QJsonObject errors = m_items.errors();
    for (const ItemList &section : m_items.sections()) {
        const QJsonValue found = listErrors(section, pass);
        if (!found.isUndefined()) {
            errors.insert(section.schema->name, found);
        }
    }
    return errors;
}

QJsonValue DocumentCheck::listErrors(const ItemList &list, Pass pass) const
{
    QJsonArray errors;
    for (const std::size_t number : list.items) {
        const QJsonValue found = itemErrors(number, pass);
        if (!found.isUndefined()) {
            setElement(errors, m_items.items()[number].index, found);
        }
    }
    return errors.isEmpty() ? QJsonValue(QJsonValue::Undefined) : QJsonValue(errors);
}

QJsonValue DocumentCheck::itemErrors(std::size_t number, Pass pass) const
{
    const DocumentItem &item = m_items.items()[number];
    if (item.isSkipped) {
        return QJsonValue::Undefined;
    }
    if (!item.isRecord) {
        return u"expected a record"_s;
    }
    QJsonObject errors = mergeObjects(policyErrors(item), fieldErrors(number, pass));
    // Without its subschema nothing else of a record is looked at.
    if (!item.schema->subschemaKey.isEmpty() && !item.schema->subschemaOf(item.row) && !errors.isEmpty()) {
        return errors;
    }
    errors = mergeObjects(mergeObjects(errors, noteErrors(item.notes)), item.listErrors);
    for (const ItemList &list : item.lists) {
        const QJsonValue found = listErrors(list, pass);
        if (!found.isUndefined()) {
            errors.insert(list.schema->name, found);
        }
    }
    return errors.isEmpty() ? QJsonValue(QJsonValue::Undefined) : QJsonValue(errors);
}

QJsonObject DocumentCheck::fieldErrors(std::size_t number, Pass pass) const
{
    const DocumentItem &item = m_items.items()[number];
    return pass == Pass::Texts ? m_textErrors[number] : m_references.check(*item.schema, item.full).errors;
}

QJsonObject DocumentCheck::textErrors(DocumentItem &item) const
{
    if (item.isNested()) {
        return nestedFieldErrors(item);
    }
    const Prepared prepared = m_texts.check(*item.schema, item.fields);
    item.row = prepared.record;
    return prepared.errors;
}

// kong/plugins/rate-limiting/schema.lua: without a database nobody can count together.
QJsonObject DocumentCheck::policyErrors(const DocumentItem &item) const
{
    if (m_reading == Reading::Forgiving || item.schema->name != "plugins"_L1) {
        return {};
    }
    const QString name = item.fields.value("name"_L1).toString();
    const bool counts = name == "rate-limiting"_L1 || name == "response-ratelimiting"_L1;
    if (!counts || item.fields.value("config"_L1)["policy"_L1].toString() != "cluster"_L1) {
        return {};
    }
    return {{u"config"_s, QJsonObject{{u"policy"_s, u"expected one of: local, redis"_s}}}};
}

// The first pass knows no references below the top level: they are not required there and must be null.
QJsonObject DocumentCheck::nestedFieldErrors(DocumentItem &item) const
{
    QJsonObject fields = item.fields;
    QJsonObject references;
    QJsonObject errors;
    for (const Field &field : item.schema->fields) {
        if (field.type != FieldType::Foreign) {
            continue;
        }
        const QJsonValue written = fields.take(field.key);
        references.insert(field.key, written.isUndefined() ? QJsonValue(QJsonValue::Null) : written);
        if (!written.isUndefined() && !written.isNull()) {
            errors.insert(field.key, mustBeNull);
        }
    }
    const Prepared prepared = m_texts.check(*item.schema, fields);
    item.row = prepared.record;
    QJsonObject others = prepared.errors;
    for (auto reference = references.begin(); reference != references.end(); ++reference) {
        others.remove(reference.key());
        item.row.insert(reference.key(), reference.value());
    }
    return mergeObjects(others, errors);
}

void DocumentCheck::fillReferences()
{
    DocumentIndex index;
    for (std::size_t number = 0; number < m_items.items().size(); ++number) {
        fillItem(number);
        const DocumentItem &item = m_items.items()[number];
        const QString id = item.full.value("id"_L1).toString();
        const QString key = item.full.value(item.schema->endpointKey).toString();
        if (item.isFieldOfParent || item.isSkipped || !item.isRecord) {
            continue;
        }
        index.addId(item.schema->name, id);
        if (!key.isEmpty()) {
            index.addKey(item.schema->name, key, id);
        }
    }
    for (DocumentItem &item : m_items.items()) {
        if (!item.isFieldOfParent || m_reading == Reading::Forgiving) {
            resolveReferences(item, index);
        }
    }
}

void DocumentCheck::fillItem(std::size_t number)
{
    DocumentItem &item = m_items.items()[number];
    item.full = item.fields;
    if (item.isFieldOfParent && m_reading == Reading::Exact) {
        return;
    }
    std::optional<NestedIn> nested;
    if (item.isNested()) {
        const DocumentItem &parent = m_items.items()[static_cast<std::size_t>(item.parent)];
        nested = NestedIn{item.parentField->key, parent.full.value("id"_L1).toString()};
    }
    if (!item.full.contains("id"_L1)) {
        const auto id = deterministicId(*item.schema, item.fields, nested);
        item.full.insert(u"id"_s, id ? *id : randomUuid());
    }
    if (nested && !item.full.contains(nested->parentField)) {
        item.full.insert(nested->parentField, QJsonObject{{u"id"_s, nested->parentId}});
    }
}

void DocumentCheck::resolveReferences(DocumentItem &item, const DocumentIndex &index)
{
    for (const Field &field : item.schema->fields) {
        const QJsonValue written = item.full.value(field.key);
        if (field.type != FieldType::Foreign || !written.isString()) {
            continue;
        }
        const QString id = index.find(field.reference, written);
        if (!id.isEmpty()) {
            item.full.insert(field.key, QJsonObject{{u"id"_s, id}});
        }
    }
}

} // namespace gatehouse
