// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/declarative/document_items.h"

#include "core/model/entity_rules.h"

#include <QJsonArray>

#include <algorithm>

namespace gatehouse {

using namespace Qt::StringLiterals;

bool isTransientField(const RecordSchema &schema, const QString &key)
{
    return entityRules(schema.name).consumed.contains(key);
}

std::optional<QJsonArray> asList(const QJsonValue &value)
{
    if (value.isArray()) {
        return value.toArray();
    }
    return value.isObject() && value.toObject().isEmpty() ? std::optional(QJsonArray()) : std::nullopt;
}

QJsonObject asRecord(const QJsonValue &value)
{
    if (!value.isArray()) {
        return value.toObject();
    }
    QJsonObject record;
    int number = 0;
    const QJsonArray elements = value.toArray();
    for (const QJsonValue &element : elements) {
        record.insert(QString::number(++number), element);
    }
    return record;
}

DocumentItems::DocumentItems(const SchemaRegistry &registry, const QJsonObject &document, NullItems nullItems)
    : m_registry(&registry)
    , m_nullItems(nullItems)
    , m_order(registry.entities())
{
    m_order.removeIf([](const RecordSchema *schema) { return !schema->declarative; });
    for (const RecordSchema *schema : std::as_const(m_order)) {
        const QJsonValue value = document.value(schema->name);
        DocumentItem start;
        start.schema = schema;
        if (!addList(value, m_sections, start)) {
            m_errors.insert(schema->name, u"expected an array"_s);
        }
    }
}

std::vector<DocumentItems::Child> DocumentItems::childrenOf(const RecordSchema &schema)
{
    const auto known = m_children.constFind(&schema);
    if (known != m_children.constEnd()) {
        return *known;
    }
    std::vector<Child> children;
    for (const RecordSchema *candidate : std::as_const(m_order)) {
        const auto field =
            std::find_if(candidate->fields.begin(), candidate->fields.end(), [&schema](const Field &each) {
                return each.type == FieldType::Foreign && each.reference == schema.name;
            });
        if (field != candidate->fields.end()) {
            children.push_back({candidate, &*field});
        }
    }
    m_children.insert(&schema, children);
    return children;
}

// False when the value is there and no list.
bool DocumentItems::addList(const QJsonValue &value, std::vector<ItemList> &lists, const DocumentItem &start)
{
    if (value.isUndefined() || value.isNull()) {
        return true;
    }
    const auto elements = asList(value);
    if (!elements) {
        return false;
    }
    ItemList list{start.schema};
    list.items.reserve(static_cast<std::size_t>(elements->size()));
    DocumentItem item = start;
    for (const QJsonValue &element : *elements) {
        addItem(list, element, item);
        ++item.index;
    }
    lists.push_back(std::move(list));
    return true;
}

void DocumentItems::addItem(ItemList &list, const QJsonValue &value, const DocumentItem &start)
{
    const std::size_t number = m_items.size();
    list.items.push_back(number);
    m_items.push_back(start);
    m_items.back().isSkipped = value.isNull() && m_nullItems == NullItems::Skip;
    m_items.back().isRecord = value.isObject() || value.isArray();
    if (m_items.back().isRecord) {
        splitItem(number, asRecord(value));
    }
}

void DocumentItems::splitItem(std::size_t number, const QJsonObject &written)
{
    const RecordSchema &schema = *m_items[number].schema;
    QJsonObject fields = written;
    QJsonObject notes;
    for (const QString &key : {u"_comment"_s, u"_ignore"_s}) {
        if (fields.contains(key)) {
            notes.insert(key, fields.take(key));
        }
    }
    std::vector<ItemList> lists;
    QJsonObject listErrors;
    for (const Child &child : childrenOf(schema)) {
        if (!fields.contains(child.schema->name)) {
            continue;
        }
        DocumentItem start;
        start.schema = child.schema;
        start.parentField = child.field;
        start.parent = static_cast<std::ptrdiff_t>(number);
        start.isFieldOfParent = isTransientField(schema, child.schema->name);
        if (!addList(fields.take(child.schema->name), lists, start)) {
            listErrors.insert(child.schema->name, u"expected an array"_s);
        }
    }
    DocumentItem &item = m_items[number];
    item.fields = fields;
    item.notes = notes;
    item.lists = std::move(lists);
    item.listErrors = listErrors;
}

QString DocumentItems::pathOf(const DocumentItem &item) const
{
    const QString own = item.schema->name + u'/' + QString::number(item.index);
    if (item.parent < 0) {
        return own;
    }
    return pathOf(m_items[static_cast<std::size_t>(item.parent)]) + u'/' + own;
}

} // namespace gatehouse
