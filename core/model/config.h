// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/schema_registry.h"

#include <QJsonObject>
#include <QMap>
#include <QSharedDataPointer>
#include <QStringList>

#include <optional>

namespace gatehouse {

// The rows of one entity in order of declaration, found by id, by a unique field, by the fields that are unique
// together, or by the row they refer to. Thread: any copy on its own thread. Copying is cheap (implicitly shared).
class Table
{
public:
    Table();
    explicit Table(const RecordSchema &schema);
    Table(const Table &);
    Table &operator=(const Table &);
    ~Table();

    [[nodiscard]] qsizetype size() const;

    [[nodiscard]] bool isEmpty() const { return size() == 0; }

    // A copy of the other that neither has changed since. Equal rows that were put together twice are not the same.
    [[nodiscard]] bool isSameAs(const Table &other) const { return m_rows == other.m_rows; }

    [[nodiscard]] bool contains(const QString &id) const;
    [[nodiscard]] std::optional<QJsonObject> find(const QString &id) const;
    [[nodiscard]] std::optional<QJsonObject> findBy(const QString &uniqueField, const QJsonValue &value) const;
    // The other row with the same cache key (RecordSchema::cacheKey) as this one.
    [[nodiscard]] std::optional<QJsonObject> findSameCacheKey(const QJsonObject &row) const;
    [[nodiscard]] QList<QJsonObject> rows() const; // order of declaration
    [[nodiscard]] QList<QJsonObject> rowsWhere(const QString &foreignField, const QString &parentId) const;
    // At most `limit` rows in ascending order of id, starting behind `afterId` ("" = from the first).
    [[nodiscard]] QList<QJsonObject> page(const QString &afterId, qsizetype limit) const;

    void put(const QJsonObject &row); // replaces the row with that id in its place, or appends
    void remove(const QString &id);

private:
    class Rows;
    QSharedDataPointer<Rows> m_rows;
};

// The whole configuration of the gateway: one table per entity. A value, cheap to copy, so that compiling, exporting
// and comparing work on their own copy. Does NOT validate: ConfigStore and the declarative reader have done so.
// Thread: any copy on its own thread.
class Config
{
public:
    Config() = default;
    explicit Config(const SchemaRegistry &registry); // an empty table for every entity

    [[nodiscard]] QStringList tables() const { return m_tables.keys(); }

    [[nodiscard]] const Table &table(const QString &name) const;
    [[nodiscard]] std::optional<QJsonObject> find(const QString &table, const QString &id) const;

    [[nodiscard]] QList<QJsonObject> rows(const QString &table) const { return this->table(table).rows(); }

    [[nodiscard]] qsizetype rowCount() const;

    [[nodiscard]] bool isEmpty() const { return rowCount() == 0; }

    void put(const QString &table, const QJsonObject &row);
    void remove(const QString &table, const QString &id);

    bool operator==(const Config &other) const; // same rows in the same order

private:
    QMap<QString, Table> m_tables;
};

// The "id" of {"id": ...}, "" for null or missing.
[[nodiscard]] QString foreignId(const QJsonObject &row, const QString &field);

} // namespace gatehouse
