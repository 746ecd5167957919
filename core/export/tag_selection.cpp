// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/tag_selection.h"

#include <QJsonArray>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

QString rowKey(const QString &table, const QString &id)
{
    return table + u'/' + id;
}

bool carriesAll(const QJsonObject &row, const QStringList &tags)
{
    const QJsonArray own = row.value("tags"_L1).toArray();
    return std::all_of(tags.begin(), tags.end(), [&own](const QString &tag) { return own.contains(tag); });
}

// Follows references up and down from the rows that carry the tags.
class Selection
{
public:
    Selection(const SchemaRegistry &registry, const Config &config)
        : m_registry(registry)
        , m_config(config)
    {
    }

    void addWithChildren(const RecordSchema &schema, const QJsonObject &row)
    {
        const QString id = row.value("id"_L1).toString();
        if (m_withChildren.contains(rowKey(schema.name, id)))
            return;
        m_withChildren.insert(rowKey(schema.name, id));
        addWithParents(schema, row);
        const QList<SchemaRegistry::Referrer> referrers = m_registry.referrers(schema.name);
        for (const SchemaRegistry::Referrer &referrer : referrers) {
            const QList<QJsonObject> rows = m_config.table(referrer.schema->name).rowsWhere(referrer.field->key, id);
            for (const QJsonObject &child : rows)
                addWithChildren(*referrer.schema, child);
        }
    }

    [[nodiscard]] bool contains(const QString &table, const QJsonObject &row) const
    {
        return m_chosen.contains(rowKey(table, row.value("id"_L1).toString()));
    }

private:
    void addWithParents(const RecordSchema &schema, const QJsonObject &row)
    {
        const QString key = rowKey(schema.name, row.value("id"_L1).toString());
        if (m_chosen.contains(key))
            return;
        m_chosen.insert(key);
        for (const Field &field : schema.fields) {
            const QString parent = field.type == FieldType::Foreign ? foreignId(row, field.key) : QString();
            const auto found = parent.isEmpty() ? std::nullopt : m_config.find(field.reference, parent);
            if (found)
                addWithParents(*m_registry.entity(field.reference), *found);
        }
    }

    const SchemaRegistry &m_registry;
    const Config &m_config;
    QSet<QString> m_chosen;
    QSet<QString> m_withChildren;
};

} // namespace

Config selectedByTags(const SchemaRegistry &registry, const Config &config, const QStringList &tags)
{
    if (tags.isEmpty())
        return config;
    Selection selection(registry, config);
    const QStringList tables = config.tables();
    for (const QString &table : tables) {
        const QList<QJsonObject> rows = config.rows(table);
        for (const QJsonObject &row : rows) {
            if (carriesAll(row, tags))
                selection.addWithChildren(*registry.entity(table), row);
        }
    }
    Config selected(registry);
    for (const QString &table : tables) {
        const QList<QJsonObject> rows = config.rows(table);
        for (const QJsonObject &row : rows) {
            if (selection.contains(table, row))
                selected.put(table, row);
        }
    }
    return selected;
}

QStringList tagsOf(const Config &config)
{
    QSet<QString> tags;
    const QStringList tables = config.tables();
    for (const QString &table : tables) {
        const QList<QJsonObject> rows = config.rows(table);
        for (const QJsonObject &row : rows) {
            const QStringList own = row.value("tags"_L1).toVariant().toStringList();
            for (const QString &tag : own)
                tags.insert(tag);
        }
    }
    QStringList sorted(tags.begin(), tags.end());
    sorted.sort();
    return sorted;
}

} // namespace gatehouse
