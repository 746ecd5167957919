// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/declarative/row_files.h"

#include <algorithm>

namespace gatehouse {

using namespace Qt::StringLiterals;

std::optional<SoleParent> soleParentOf(const RecordSchema &schema, const QJsonObject &row)
{
    std::optional<SoleParent> parent;
    for (const Field &field : schema.fields) {
        const QString id = field.type == FieldType::Foreign ? foreignId(row, field.key) : QString();
        if (id.isEmpty() || field.key == "client_certificate"_L1) {
            continue;
        }
        if (parent) {
            return std::nullopt;
        }
        parent = SoleParent{&field, id};
    }
    return parent;
}

RowFiles::RowFiles(const SchemaRegistry &registry, const Config &config, const Kept &kept)
    : m_registry(registry)
    , m_config(config)
    , m_kept(kept)
{
    for (const Kept::File &file : kept.files) {
        m_places.insert(file.name, m_places.size());
    }
    for (auto file = kept.fileOf.begin(); file != kept.fileOf.end(); ++file) {
        const qsizetype slash = file.key().indexOf(u'/');
        const QString table = file.key().left(slash);
        const auto place = m_places.constFind(*file);
        if (place != m_places.constEnd() && config.table(table).contains(file.key().mid(slash + 1))) {
            const auto known = m_firstOfKind.constFind(table);
            m_firstOfKind.insert(table, known == m_firstOfKind.constEnd() ? *place : std::min(*known, *place));
        }
    }
}

QString RowFiles::fileOf(const RecordSchema &schema, const QJsonObject &row) const
{
    if (m_kept.files.isEmpty()) {
        return {};
    }
    const QString file = m_kept.fileOf.value(Kept::rowKey(schema.name, row.value("id"_L1).toString()));
    return m_places.contains(file) ? file : fileOfNew(schema, row);
}

// References never lead back to a row of the same table, so the parents end.
QString RowFiles::fileOfNew(const RecordSchema &schema, const QJsonObject &row) const
{
    for (const Field &field : schema.fields) {
        const QString id = field.type == FieldType::Foreign ? foreignId(row, field.key) : QString();
        const auto parent = id.isEmpty() ? std::nullopt : m_config.find(field.reference, id);
        if (parent && field.key != "client_certificate"_L1) {
            return fileOf(*m_registry.entity(field.reference), *parent);
        }
    }
    return m_kept.files[m_firstOfKind.value(schema.name, 0)].name;
}

QStringList RowFiles::withChildren(const RecordSchema &schema, const QJsonObject &row) const
{
    const QString id = row.value("id"_L1).toString();
    const QString file = fileOf(schema, row);
    QStringList keys{Kept::rowKey(schema.name, id)};
    const QList<SchemaRegistry::Referrer> referrers = m_registry.referrers(schema.name);
    for (const SchemaRegistry::Referrer &referrer : referrers) {
        const QList<QJsonObject> children = m_config.table(referrer.schema->name).rowsWhere(referrer.field->key, id);
        for (const QJsonObject &child : children) {
            const auto parent = soleParentOf(*referrer.schema, child);
            if (parent && parent->id == id && fileOf(*referrer.schema, child) == file) {
                keys += withChildren(*referrer.schema, child);
            }
        }
    }
    return keys;
}

void placeNewRows(const SchemaRegistry &registry, const Config &config, Kept &kept)
{
    if (kept.files.isEmpty()) {
        return;
    }
    const RowFiles files(registry, config, kept);
    QHash<QString, QString> placed;
    const QList<const RecordSchema *> schemas = registry.entities();
    for (const RecordSchema *schema : schemas) {
        const QList<QJsonObject> rows = config.rows(schema->name);
        for (const QJsonObject &row : rows) {
            const QString key = Kept::rowKey(schema->name, row.value("id"_L1).toString());
            if (!kept.fileOf.contains(key)) {
                placed.insert(key, files.fileOf(*schema, row));
            }
        }
    }
    kept.fileOf.insert(placed);
}

} // namespace gatehouse
