// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/entity_rules.h"

namespace gatehouse {

// A row named by its id or by its endpoint key.
struct EntityKey {
    QString field; // "id", "name", ...
    QString value;

    static EntityKey id(const QString &value);
    // Kong's rule for path segments: a uuid is an id, anything else the endpoint key.
    static EntityKey fromPath(const RecordSchema &schema, const QString &segment);

    [[nodiscard]] bool isId() const { return field == QLatin1String("id"); }

    [[nodiscard]] QJsonObject toJson() const { return {{field, value}}; }
};

// The edits a write consists of, or why it is refused. `row` is the row as stored (for a removal: as it was).
struct PlannedWrite {
    QJsonObject row;
    QList<Edit> edits;
    std::optional<StoreError> error;
};

// Works out what a write would do to a configuration without doing it: Kong's DAO (kong/db/dao/init.lua) followed by
// the checks its database makes. Thread: any. Lives for one write; what it refers to must outlive it.
class RowWriter
{
public:
    RowWriter(const Config &config, const SchemaRegistry &registry, const Clock &clock);

    [[nodiscard]] PlannedWrite insert(const RecordSchema &schema, const QJsonObject &input) const;
    [[nodiscard]] PlannedWrite update(const RecordSchema &schema, const EntityKey &key, const QJsonObject &input) const;
    [[nodiscard]] PlannedWrite upsert(const RecordSchema &schema, const EntityKey &key, const QJsonObject &input) const;
    [[nodiscard]] PlannedWrite remove(const RecordSchema &schema, const EntityKey &key) const;

    // Why no row can have this key, if so.
    [[nodiscard]] std::optional<StoreError> keyProblem(const RecordSchema &schema, const EntityKey &key) const;
    // The row, unless it has expired.
    [[nodiscard]] std::optional<QJsonObject> find(const RecordSchema &schema, const EntityKey &key) const;
    [[nodiscard]] bool isExpired(const RecordSchema &schema, const QJsonObject &row) const;

private:
    struct Draft {
        const RecordSchema &schema;
        Operation operation;
        QJsonObject input;                 // what the client sent, after the entity's own rewriting
        std::optional<QJsonObject> stored; // the row it replaces
    };

    [[nodiscard]] PlannedWrite write(Draft draft, QJsonObject prepared) const;
    [[nodiscard]] std::optional<StoreError>
    prepareInput(const RecordSchema &schema, Operation operation, const QString &id, QJsonObject &input) const;
    [[nodiscard]] std::optional<StoreError> resolveForeign(const RecordSchema &schema, QJsonObject &record) const;
    [[nodiscard]] std::optional<StoreError> applyTtl(const Draft &draft, QJsonObject &row) const;
    [[nodiscard]] std::optional<StoreError> storageProblem(const Draft &draft, const QJsonObject &row) const;
    [[nodiscard]] std::optional<StoreError> uniqueProblem(const Draft &draft, const QJsonObject &row) const;
    [[nodiscard]] std::optional<StoreError>
    removalEdits(const RecordSchema &schema, const QJsonObject &row, QList<Edit> &edits) const;

    const Config &m_config;
    const SchemaRegistry &m_registry;
    const Clock &m_clock;
    Validator m_validator;
};

} // namespace gatehouse
