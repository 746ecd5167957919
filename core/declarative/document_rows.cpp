// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/declarative/document_rows.h"

#include "core/declarative/document_check.h"
#include "core/model/entity_ids.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace gatehouse {
namespace {

using namespace Qt::StringLiterals;

constexpr qsizetype mostPlacesOfFirsts = 100;

QString declaredTwice(const QString &table, const QString &key, const QString &value)
{
    return u"uniqueness violation: '%1' entity with %2 set to '%3' already declared"_s.arg(table, key, value);
}

QString jsonText(const QJsonValue &value)
{
    if (value.isString()) {
        return value.toString();
    }
    return QString::fromUtf8(QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact));
}

bool hasUniqueEndpointKey(const RecordSchema &schema)
{
    const Field *field = schema.endpointKey.isEmpty() ? nullptr : schema.field(schema.endpointKey);
    return field && field->unique;
}

} // namespace

DocumentRows::DocumentRows(DocumentItems &items)
    : m_items(items)
{
}

bool DocumentRows::finish()
{
    drawIds();
    for (const ItemList &section : m_items.sections()) {
        registerList(section);
    }
    for (const std::size_t number : m_order) {
        checkReferences(m_items.items()[number]);
    }
    if (!m_problems.isEmpty()) {
        return false;
    }
    for (const std::size_t number : m_order) {
        setReferences(m_items.items()[number]);
    }
    checkUniqueFields();
    return m_problems.isEmpty();
}

void DocumentRows::drawIds()
{
    for (DocumentItem &item : m_items.items()) {
        item.id = item.fields.value("id"_L1).toString();
        if (item.isSkipped || !item.id.isEmpty()) {
            continue;
        }
        std::optional<NestedIn> nested;
        if (item.isNested()) {
            const DocumentItem &parent = m_items.items()[static_cast<std::size_t>(item.parent)];
            nested = NestedIn{item.parentField->key, parent.id};
        }
        if (!item.isFieldOfParent) {
            item.id = deterministicId(*item.schema, item.fields, nested).value_or(QString());
        }
    }
}

void DocumentRows::registerList(const ItemList &list)
{
    for (const std::size_t number : list.items) {
        DocumentItem &item = m_items.items()[number];
        if (item.isSkipped) {
            continue;
        }
        const QString id = item.id.isEmpty() ? item.row.value("id"_L1).toString() : item.id;
        item.row.insert(u"id"_s, id);
        for (const ItemList &nested : item.lists) {
            registerList(nested);
        }
        registerItem(item);
        m_order.push_back(number);
    }
}

void DocumentRows::registerItem(DocumentItem &item)
{
    const QString &table = item.schema->name;
    const QString id = item.row.value("id"_L1).toString();
    if (!registerKey(item) || m_index.addId(table, id)) {
        return;
    }
    const QString message = declaredTwice(table, u"primary key"_s, id);
    m_problems.append({m_items.pathOf(item), message, firstWith(item, u"id"_s)});
    if (!item.isNested()) {
        m_byPosition[table].insert(item.index, message);
        return;
    }
    const DocumentItem &parent = m_items.items()[static_cast<std::size_t>(item.parent)];
    QJsonObject &tree = m_inParent[parent.schema->name][parent.index];
    QJsonArray errors = tree.value(table).toArray();
    setElement(errors, item.index, message);
    tree.insert(table, errors);
}

bool DocumentRows::registerKey(const DocumentItem &item)
{
    const QString key = item.row.value(item.schema->endpointKey).toString();
    if (!hasUniqueEndpointKey(*item.schema) || key.isEmpty()) {
        return true;
    }
    const QString &table = item.schema->name;
    if (m_index.addKey(table, key, item.row.value("id"_L1).toString())) {
        return true;
    }
    const QString message = declaredTwice(table, item.schema->endpointKey, key);
    m_problems.append({m_items.pathOf(item), message, firstWith(item, item.schema->endpointKey)});
    m_byPosition[table].insert(item.index, message);
    return false;
}

// Searched for only when something is wrong, and not when everything is: each search looks at all items.
QString DocumentRows::firstWith(const DocumentItem &item, const QString &key) const
{
    if (m_problems.size() >= mostPlacesOfFirsts) {
        return {};
    }
    const auto valueOf = [&key](const DocumentItem &each) {
        return key == "id"_L1 && !each.id.isEmpty() ? each.id : jsonText(each.row.value(key));
    };
    const auto first = std::find_if(m_items.items().begin(), m_items.items().end(), [&](const DocumentItem &each) {
        return each.schema == item.schema && !each.isSkipped && valueOf(each) == valueOf(item);
    });
    return m_items.pathOf(*first);
}

void DocumentRows::checkReferences(const DocumentItem &item)
{
    for (const Field &field : item.schema->fields) {
        if (field.type != FieldType::Foreign) {
            continue;
        }
        const QJsonValue written = item.row.value(field.key);
        if (written.isNull() || written.isUndefined()) {
            continue;
        }
        if (m_index.find(field.reference, written).isEmpty()) {
            reportAt(item, field.key,
                     u"invalid reference '%1: %2' (no such entry in '%3')"_s.arg(field.key, jsonText(written),
                                                                                 field.reference));
        }
    }
}

// Kong keys these errors by the endpoint key or id of the row, and crashes on a row whose endpoint key is null; there
// the position stands instead.
void DocumentRows::reportAt(const DocumentItem &item, const QString &key, const QString &message)
{
    const QString &table = item.schema->name;
    m_problems.append({m_items.pathOf(item) + u'/' + key, message});
    const QString idOrKey = hasUniqueEndpointKey(*item.schema) ? item.schema->endpointKey : u"id"_s;
    const QString rowKey = item.row.value(idOrKey).toString();
    if (rowKey.isEmpty()) {
        m_byPosition[table].insert(item.index, message);
        return;
    }
    QJsonArray messages = m_byKey[table].value(rowKey).toArray();
    messages.append(message);
    m_byKey[table].insert(rowKey, messages);
}

void DocumentRows::setReferences(DocumentItem &item) const
{
    for (const Field &field : item.schema->fields) {
        if (field.type != FieldType::Foreign) {
            continue;
        }
        const QJsonValue written = item.row.value(field.key);
        if (!written.isNull() && !written.isUndefined()) {
            item.row.insert(field.key, QJsonObject{{u"id"_s, m_index.find(field.reference, written)}});
        }
    }
    if (item.isNested()) {
        const DocumentItem &parent = m_items.items()[static_cast<std::size_t>(item.parent)];
        item.row.insert(item.parentField->key, QJsonObject{{u"id"_s, parent.row.value("id"_L1)}});
    }
}

void DocumentRows::checkUniqueFields()
{
    QHash<QString, QSet<QString>> seen;
    for (const std::size_t number : m_order) {
        checkUniqueFields(m_items.items()[number], seen);
    }
}

void DocumentRows::checkUniqueFields(const DocumentItem &item, QHash<QString, QSet<QString>> &seen)
{
    for (const Field &field : item.schema->fields) {
        const QJsonValue value = field.unique ? item.row.value(field.key) : QJsonValue();
        if (value.isNull() || value.isUndefined()) {
            continue;
        }
        const QString text = value.isObject() ? value.toObject().value("id"_L1).toString() : value.toString();
        QSet<QString> &values = seen[item.schema->name + u'.' + field.key];
        if (!values.contains(text)) {
            values.insert(text);
            continue;
        }
        const QString key = item.row.value(item.schema->endpointKey).toString();
        const QString message = declaredTwice(item.schema->name, field.key, text);
        m_problems.append({m_items.pathOf(item) + u'/' + field.key, message, firstWith(item, field.key)});
        m_byKey[item.schema->name] = {{key.isEmpty() ? item.row.value("id"_L1).toString() : key, message}};
    }
}

QJsonObject DocumentRows::errors() const
{
    QJsonObject errors;
    for (auto table = m_byPosition.begin(); table != m_byPosition.end(); ++table) {
        QJsonArray list;
        for (auto error = table->begin(); error != table->end(); ++error) {
            setElement(list, error.key(), error.value());
        }
        errors.insert(table.key(), list);
    }
    for (auto table = m_inParent.begin(); table != m_inParent.end(); ++table) {
        QJsonArray list = errors.value(table.key()).toArray();
        for (auto error = table->begin(); error != table->end(); ++error) {
            setElement(list, error.key(), error.value());
        }
        errors.insert(table.key(), list);
    }
    for (auto table = m_byKey.begin(); table != m_byKey.end(); ++table) {
        QJsonObject keyed = table.value();
        const QJsonObject others = asRecord(errors.value(table.key()));
        for (auto other = others.begin(); other != others.end(); ++other) {
            if (!other.value().isNull()) {
                keyed.insert(other.key(), other.value());
            }
        }
        errors.insert(table.key(), keyed);
    }
    return errors;
}

QJsonObject DocumentRows::withIds(const QJsonObject &document) const
{
    QJsonObject result = document;
    for (const ItemList &section : m_items.sections()) {
        result.insert(section.schema->name, listWithIds(section));
    }
    return result;
}

QJsonValue DocumentRows::listWithIds(const ItemList &list) const
{
    QJsonArray result;
    for (const std::size_t number : list.items) {
        const DocumentItem &item = m_items.items()[number];
        QJsonObject fields = item.fields;
        if (!item.id.isEmpty()) {
            fields.insert(u"id"_s, item.id);
        }
        for (auto note = item.notes.begin(); note != item.notes.end(); ++note) {
            fields.insert(note.key(), note.value());
        }
        for (const ItemList &nested : item.lists) {
            fields.insert(nested.schema->name, listWithIds(nested));
        }
        result.append(fields);
    }
    return result;
}

} // namespace gatehouse
