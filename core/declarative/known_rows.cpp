// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/declarative/known_rows.h"

#include "core/model/change.h"

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

class Recognition
{
public:
    Recognition(const SchemaRegistry &registry, const Config &known, const Kept &kept, WrittenIds writtenIds)
        : m_registry(registry)
        , m_known(known)
        , m_kept(kept)
        , m_writtenIds(writtenIds)
        , m_config(registry)
    {
    }

    Config recognise(const Config &read)
    {
        const QList<const RecordSchema *> schemas = m_registry.entities(); // parents before children
        for (const RecordSchema *schema : schemas) {
            const QList<QJsonObject> rows = read.rows(schema->name);
            for (const QJsonObject &row : rows) {
                m_config.put(schema->name, recognised(*schema, row, read));
            }
        }
        return withTimesOf(m_known, m_config);
    }

    [[nodiscard]] QString newId(const QString &table, const QString &id) const
    {
        return m_ids.value(Kept::rowKey(table, id), id);
    }

    [[nodiscard]] QString newKey(const QString &key) const
    {
        const QString table = key.section(u'/', 0, 0);
        return key.isEmpty() ? key : Kept::rowKey(table, newId(table, key.section(u'/', 1)));
    }

private:
    QJsonObject recognised(const RecordSchema &schema, QJsonObject row, const Config &read)
    {
        for (const Field &field : schema.fields) {
            const QString id = field.type == FieldType::Foreign ? foreignId(row, field.key) : QString();
            if (!id.isEmpty()) {
                row.insert(field.key, QJsonObject{{u"id"_s, newId(field.reference, id)}});
            }
        }
        const QString id = row.value("id"_L1).toString();
        const bool stays = m_writtenIds == WrittenIds::Stay && m_kept.withId.contains(Kept::rowKey(schema.name, id));
        const auto known = stays ? std::nullopt : knownRow(schema, row);
        const QString knownId = known ? known->value("id"_L1).toString() : QString();
        // Another row of the file may have the known id.
        if (known && !read.table(schema.name).contains(knownId)) {
            m_ids.insert(Kept::rowKey(schema.name, id), knownId);
            row.insert(u"id"_s, knownId);
        }
        return row;
    }

    [[nodiscard]] std::optional<QJsonObject> knownRow(const RecordSchema &schema, const QJsonObject &row) const
    {
        const Table &table = m_known.table(schema.name);
        if (table.contains(row.value("id"_L1).toString())) {
            return std::nullopt;
        }
        for (const Field &field : schema.fields) {
            const QJsonValue value = field.unique ? row.value(field.key) : QJsonValue();
            const auto found = value.isString() ? table.findBy(field.key, value) : std::nullopt;
            if (found) {
                return found;
            }
        }
        return schema.cacheKey.isEmpty() ? std::nullopt : table.findSameCacheKey(row);
    }

    const SchemaRegistry &m_registry;
    const Config &m_known;
    const Kept &m_kept;
    WrittenIds m_writtenIds;
    Config m_config;
    QHash<QString, QString> m_ids; // rowKey as read -> id it has now
};

template <class Value>
QHash<QString, Value> renamed(const QHash<QString, Value> &values, const Recognition &recognition)
{
    QHash<QString, Value> result;
    for (auto each = values.begin(); each != values.end(); ++each) {
        result.insert(recognition.newKey(each.key()), each.value());
    }
    return result;
}

QSet<QString> renamed(const QSet<QString> &keys, const Recognition &recognition)
{
    QSet<QString> result;
    for (const QString &key : keys) {
        result.insert(recognition.newKey(key));
    }
    return result;
}

} // namespace

OpenedFile
withKnownRows(const SchemaRegistry &registry, const Config &known, const OpenedFile &file, WrittenIds writtenIds)
{
    Recognition recognition(registry, known, file.kept, writtenIds);
    OpenedFile result = file;
    result.config = recognition.recognise(file.config);
    result.kept.extras = renamed(file.kept.extras, recognition);
    result.kept.spellings = renamed(file.kept.spellings, recognition);
    result.kept.withId = renamed(file.kept.withId, recognition);
    result.kept.withoutUrl = renamed(file.kept.withoutUrl, recognition);
    result.kept.fileOf = renamed(file.kept.fileOf, recognition);
    for (Kept::Row &row : result.kept.rows) {
        row.parent = recognition.newKey(row.parent);
    }
    for (RowPlace &place : result.places) {
        place.id = recognition.newId(place.table, place.id);
    }
    return result;
}

} // namespace gatehouse
