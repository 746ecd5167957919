// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/row_selection.h"

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

// Follows references up and down from the rows that are asked for.
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

    // What was chosen, in the order of the configuration.
    [[nodiscard]] Config rows() const
    {
        Config selected(m_registry);
        const QStringList tables = m_config.tables();
        for (const QString &table : tables) {
            const QList<QJsonObject> rows = m_config.rows(table);
            for (const QJsonObject &row : rows) {
                if (m_chosen.contains(rowKey(table, row.value("id"_L1).toString())))
                    selected.put(table, row);
            }
        }
        return selected;
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
    return selection.rows();
}

Config selectedRows(const SchemaRegistry &registry, const Config &config, const QString &table, const QStringList &ids)
{
    Selection selection(registry, config);
    for (const QString &id : ids) {
        if (const auto row = config.find(table, id))
            selection.addWithChildren(*registry.entity(table), *row);
    }
    return selection.rows();
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
