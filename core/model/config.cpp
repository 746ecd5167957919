// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/config.h"

#include <QJsonArray>
#include <QSharedData>

#include <set>

namespace gatehouse {

using namespace Qt::StringLiterals;

namespace {

// Rows are numbered in order of declaration; every index leads to that number.
using RowNumber = quint64;

constexpr qsizetype mostRetired = 10000; // about as many as one undoable import removes

// A value as key of an index; "" means that the value takes no part (null is never a duplicate).
QString indexKey(const QJsonValue &value)
{
    if (value.isObject())
        return value.toObject().value("id"_L1).toString();
    if (value.isDouble())
        return QString::number(value.toDouble());
    return value.toString();
}

struct Plan {
    QStringList unique;
    QStringList foreign;
    QStringList cacheKey;
    QString id = u"id"_s;
};

Plan planOf(const RecordSchema &schema)
{
    Plan plan;
    for (const Field &field : schema.fields) {
        if (field.type == FieldType::Foreign)
            plan.foreign << field.key;
        else if (field.unique || field.key == schema.endpointKey)
            plan.unique << field.key;
    }
    if (schema.cacheKey.size() > 1)
        plan.cacheKey = schema.cacheKey;
    plan.id = schema.primaryKey.value(0, plan.id);
    return plan;
}

} // namespace

class Table::Rows : public QSharedData
{
public:
    Plan plan;
    RowNumber next = 0;
    QMap<RowNumber, QJsonObject> rows;
    QMap<QString, RowNumber> byId;
    QHash<QString, QHash<QString, RowNumber>> byUnique;
    QHash<QString, QHash<QString, std::set<RowNumber>>> byForeign;
    QHash<QString, RowNumber> byCacheKey;
    QHash<QString, RowNumber> retired; // places of removed rows, so that undoing a removal restores the order

    QString idOf(const QJsonObject &row) const { return row.value(plan.id).toString(); }

    QString cacheKeyOf(const QJsonObject &row) const
    {
        QStringList parts;
        for (const QString &field : plan.cacheKey)
            parts << indexKey(row.value(field));
        return parts.join(u'\x1f');
    }

    // Moves a row from its old values to its new ones in every index (an empty object: it was, or will be, nowhere).
    // An index whose value stays is not touched, so that copies of the table keep sharing it.
    void reindex(RowNumber number, const QJsonObject &before, const QJsonObject &after)
    {
        if (idOf(before) != idOf(after)) {
            byId.remove(idOf(before));
            if (!after.isEmpty())
                byId.insert(idOf(after), number);
        }
        for (const QString &field : std::as_const(plan.unique))
            moveUnique(byUnique, field, {number, indexKey(before.value(field)), indexKey(after.value(field))});
        for (const QString &field : std::as_const(plan.foreign))
            moveChild(byForeign, field, {number, indexKey(before.value(field)), indexKey(after.value(field))});
        if (plan.cacheKey.isEmpty() || (cacheKeyOf(before) == cacheKeyOf(after) && !before.isEmpty()))
            return;
        if (!before.isEmpty())
            removeOwn(byCacheKey, cacheKeyOf(before), number);
        if (!after.isEmpty())
            byCacheKey.insert(cacheKeyOf(after), number);
    }

private:
    struct Move {
        RowNumber number;
        QString from;
        QString to;
    };

    static void moveUnique(QHash<QString, QHash<QString, RowNumber>> &indexes, const QString &field, const Move &move)
    {
        if (move.from == move.to)
            return;
        QHash<QString, RowNumber> &index = indexes[field];
        removeOwn(index, move.from, move.number);
        if (!move.to.isEmpty())
            index.insert(move.to, move.number);
    }

    static void
    moveChild(QHash<QString, QHash<QString, std::set<RowNumber>>> &indexes, const QString &field, const Move &move)
    {
        if (move.from == move.to)
            return;
        QHash<QString, std::set<RowNumber>> &parents = indexes[field];
        if (const auto children = parents.find(move.from); children != parents.end()) {
            children->erase(move.number);
            if (children->empty())
                parents.erase(children);
        }
        if (!move.to.isEmpty())
            parents[move.to].insert(move.number);
    }

    static void removeOwn(QHash<QString, RowNumber> &index, const QString &key, RowNumber number)
    {
        const auto found = index.find(key);
        if (found != index.end() && found.value() == number)
            index.erase(found);
    }
};

Table::Table()
    : m_rows(new Rows)
{
}

Table::Table(const RecordSchema &schema)
    : m_rows(new Rows)
{
    m_rows->plan = planOf(schema);
}

Table::Table(const Table &) = default;
Table &Table::operator=(const Table &) = default;
Table::~Table() = default;

qsizetype Table::size() const
{
    return m_rows->rows.size();
}

bool Table::contains(const QString &id) const
{
    return m_rows->byId.contains(id);
}

std::optional<QJsonObject> Table::find(const QString &id) const
{
    const auto found = m_rows->byId.constFind(id);
    if (found == m_rows->byId.constEnd())
        return std::nullopt;
    return m_rows->rows.value(found.value());
}

std::optional<QJsonObject> Table::findBy(const QString &uniqueField, const QJsonValue &value) const
{
    if (uniqueField == "id"_L1)
        return find(value.toString());
    const auto index = m_rows->byUnique.constFind(uniqueField);
    if (index == m_rows->byUnique.constEnd())
        return std::nullopt;
    const auto found = index->constFind(indexKey(value));
    if (found == index->constEnd())
        return std::nullopt;
    return m_rows->rows.value(found.value());
}

std::optional<QJsonObject> Table::findSameCacheKey(const QJsonObject &row) const
{
    if (m_rows->plan.cacheKey.isEmpty())
        return std::nullopt;
    const auto found = m_rows->byCacheKey.constFind(m_rows->cacheKeyOf(row));
    if (found == m_rows->byCacheKey.constEnd())
        return std::nullopt;
    const QJsonObject other = m_rows->rows.value(found.value());
    if (m_rows->idOf(other) == m_rows->idOf(row))
        return std::nullopt;
    return other;
}

QList<QJsonObject> Table::rows() const
{
    return m_rows->rows.values();
}

QList<QJsonObject> Table::rowsWhere(const QString &foreignField, const QString &parentId) const
{
    QList<QJsonObject> result;
    const auto parents = m_rows->byForeign.constFind(foreignField);
    if (parents == m_rows->byForeign.constEnd())
        return result;
    const auto children = parents->constFind(parentId);
    if (children == parents->constEnd())
        return result;
    for (const RowNumber number : children.value())
        result << m_rows->rows.value(number);
    return result;
}

QList<QJsonObject> Table::page(const QString &afterId, qsizetype limit) const
{
    QList<QJsonObject> result;
    for (auto it = m_rows->byId.upperBound(afterId); it != m_rows->byId.constEnd() && result.size() < limit; ++it)
        result << m_rows->rows.value(it.value());
    return result;
}

void Table::put(const QJsonObject &row)
{
    const QString id = m_rows->idOf(row);
    const auto found = m_rows->byId.constFind(id);
    RowNumber number = m_rows->next;
    QJsonObject before;
    if (found != m_rows->byId.constEnd()) {
        number = found.value();
        before = m_rows->rows.value(number);
    } else if (m_rows->retired.contains(id)) {
        number = m_rows->retired.take(id);
    } else {
        ++m_rows->next;
    }
    m_rows->reindex(number, before, row);
    m_rows->rows.insert(number, row);
}

void Table::remove(const QString &id)
{
    const auto found = m_rows->byId.constFind(id);
    if (found == m_rows->byId.constEnd())
        return;
    const RowNumber number = found.value();
    m_rows->reindex(number, m_rows->rows.value(number), {});
    m_rows->rows.remove(number);
    if (m_rows->retired.size() >= mostRetired)
        m_rows->retired.clear();
    m_rows->retired.insert(id, number);
}

Config::Config(const SchemaRegistry &registry)
{
    for (const RecordSchema *schema : registry.entities())
        m_tables.insert(schema->name, Table(*schema));
}

const Table &Config::table(const QString &name) const
{
    static const Table none;
    const auto found = m_tables.constFind(name);
    return found == m_tables.constEnd() ? none : found.value();
}

std::optional<QJsonObject> Config::find(const QString &table, const QString &id) const
{
    return this->table(table).find(id);
}

qsizetype Config::rowCount() const
{
    qsizetype count = 0;
    for (const Table &table : m_tables)
        count += table.size();
    return count;
}

void Config::put(const QString &table, const QJsonObject &row)
{
    m_tables[table].put(row);
}

void Config::remove(const QString &table, const QString &id)
{
    m_tables[table].remove(id);
}

bool Config::operator==(const Config &other) const
{
    for (const QString &name : m_tables.keys() + other.m_tables.keys()) {
        if (!table(name).isSameAs(other.table(name)) && table(name).rows() != other.table(name).rows())
            return false;
    }
    return true;
}

QString foreignId(const QJsonObject &row, const QString &field)
{
    return row.value(field).toObject().value("id"_L1).toString();
}

} // namespace gatehouse
