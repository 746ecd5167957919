// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/declarative/flattened_errors.h"

#include "core/base/uuid.h"
#include "core/declarative/document_items.h"

#include <algorithm>

namespace gatehouse {
namespace {

using namespace Qt::StringLiterals;

bool isTable(const QJsonValue &value)
{
    return value.isObject() || value.isArray();
}

void addEntityErrors(const QJsonValue &error, QJsonArray &found)
{
    if (error.isString()) {
        found.append(QJsonObject{{u"type"_s, u"entity"_s}, {u"message"_s, error}});
        return;
    }
    const QJsonArray messages = error.toArray();
    for (const QJsonValue &message : messages) {
        addEntityErrors(message, found);
    }
}

// Kong drains its tables from the last key to the first.
void categorize(const QJsonObject &errors, const QString &prefix, QJsonArray &found)
{
    const QStringList keys = errors.keys();
    for (auto key = keys.rbegin(); key != keys.rend(); ++key) {
        const QJsonValue error = errors.value(*key);
        const QString path = prefix.isEmpty() ? *key : prefix + u'.' + *key;
        if (*key == "@entity"_L1) {
            addEntityErrors(error, found);
        } else if (error.isString()) {
            found.append(QJsonObject{{u"type"_s, u"field"_s}, {u"field"_s, path}, {u"message"_s, error}});
        } else if (isTable(error)) {
            categorize(asRecord(error), path, found);
        }
    }
}

bool isListOfTexts(const QJsonValue &value)
{
    const QJsonArray list = value.toArray();
    return value.isArray() &&
           std::all_of(list.begin(), list.end(), [](const QJsonValue &each) { return each.isString(); });
}

QString singular(const QString &table)
{
    return table.endsWith(u's') ? table.chopped(1) : table;
}

QJsonValue primaryKeyOf(const QJsonObject &entity)
{
    const QString id = entity.value("id"_L1).toString();
    return isUuid(id) ? QJsonValue(QJsonObject{{u"id"_s, id}}) : QJsonValue(QJsonValue::Undefined);
}

QJsonObject describe(const QString &table, const QJsonObject &entity, const QJsonArray &errors)
{
    QJsonObject result{{u"entity_type"_s, singular(table)}, {u"entity"_s, entity}, {u"errors"_s, errors}};
    const QString name = entity.value("name"_L1).toString();
    if (!name.isEmpty()) {
        result.insert(u"entity_name"_s, name);
    }
    if (isUuid(entity.value("id"_L1).toString())) {
        result.insert(u"entity_id"_s, entity.value("id"_L1));
    }
    if (isListOfTexts(entity.value("tags"_L1))) {
        result.insert(u"entity_tags"_s, entity.value("tags"_L1));
    }
    return result;
}

class Flattener
{
public:
    explicit Flattener(const SchemaRegistry &registry)
        : m_registry(registry)
    {
    }

    void add(const QString &table, QJsonObject entity, const QJsonValue &error)
    {
        QJsonObject errors = error.isString() ? QJsonObject{{u"@entity"_s, error}} : error.toObject();
        const RecordSchema *schema = m_registry.entity(table);
        if (errors.isEmpty() || !schema) {
            return;
        }
        splitReferences(*schema, entity, errors);
        splitChildren(table, entity, errors);
        QJsonArray found;
        categorize(errors, {}, found);
        if (!found.isEmpty()) {
            m_found.append(describe(table, entity, found));
        }
    }

    void addList(const QString &table, const QJsonArray &entities, const QJsonArray &errors)
    {
        for (int i = 0; i < std::min(errors.size(), entities.size()); ++i) {
            if (isTable(entities[i])) {
                add(table, entities[i].toObject(), errors[i]);
            }
        }
    }

    [[nodiscard]] const QJsonArray &found() const { return m_found; }

private:
    // A reference that is written as an object is an entity of its own.
    void splitReferences(const RecordSchema &schema, QJsonObject &entity, QJsonObject &errors)
    {
        for (const Field &field : schema.fields) {
            const QJsonValue written = entity.value(field.key);
            if (field.type != FieldType::Foreign || !isTable(written)) {
                continue;
            }
            entity.insert(field.key, primaryKeyOf(written.toObject()));
            add(field.reference, written.toObject(), errors.take(field.key));
        }
    }

    void splitChildren(const QString &table, QJsonObject &entity, QJsonObject &errors)
    {
        const QJsonValue parent = primaryKeyOf(entity);
        for (const SchemaRegistry::Referrer &referrer : m_registry.referrers(table)) {
            const QString &child = referrer.schema->name;
            if (!isTable(entity.value(child))) {
                continue;
            }
            QJsonArray entities;
            const QJsonArray written = entity.take(child).toArray();
            for (const QJsonValue &each : written) {
                QJsonObject withParent = each.toObject();
                if (!withParent.contains(referrer.field->key)) {
                    withParent.insert(referrer.field->key, parent);
                }
                entities.append(each.isObject() ? QJsonValue(withParent) : each);
            }
            addList(child, entities, errors.take(child).toArray());
        }
    }

    const SchemaRegistry &m_registry;
    QJsonArray m_found;
};

} // namespace

FlattenedErrors flattenErrors(const SchemaRegistry &registry, const QJsonObject &document, const QJsonObject &errors)
{
    Flattener flattener(registry);
    QJsonObject rest;
    for (auto section = errors.begin(); section != errors.end(); ++section) {
        const QJsonValue entities = document.value(section.key());
        if (!isTable(section.value()) || !isTable(entities)) {
            rest.insert(section.key(), section.value());
            continue;
        }
        flattener.addList(section.key(), entities.toArray(), section.value().toArray());
    }
    return {flattener.found(), rest};
}

} // namespace gatehouse
