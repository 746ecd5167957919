// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/validate.h"

namespace gatehouse {

// Looks fields of a record up in its subschema first, as entity checks and validation see them. Thread: any.
class FieldLookup
{
public:
    FieldLookup(const RecordSchema &schema, const QJsonObject &record)
        : m_schema(schema)
        , m_subschema(schema.subschemaOf(record))
    {
    }

    [[nodiscard]] const RecordSchema &schema() const { return m_schema; }

    [[nodiscard]] const RecordSchema *subschema() const { return m_subschema; }

    [[nodiscard]] const Field *find(QStringView dottedKey) const
    {
        const Field *special = m_subschema ? m_subschema->field(dottedKey) : nullptr;
        return special ? special : m_schema.field(dottedKey);
    }

    // The field itself or the one that specialises it.
    [[nodiscard]] const Field &resolve(const Field &field) const
    {
        const Field *special = m_subschema ? m_subschema->field(field.key) : nullptr;
        return special ? *special : field;
    }

private:
    const RecordSchema &m_schema;
    const RecordSchema *m_subschema;
};

// The rules about several fields and the needs of write transformations; what they find is added to `errors`.
// Thread: any. Lives for one validation.
class EntityChecks
{
public:
    EntityChecks(const Validator &validator, const FieldLookup &lookup, const Validator::Context &context);

    void run(const QJsonObject &record, QJsonObject &errors) const;

private:
    [[nodiscard]] bool isFull() const { return m_context.operation != Operation::Update; }

    void runOne(const EntityCheck &check, const QJsonObject &record, QJsonObject &errors) const;
    [[nodiscard]] bool isReferenceTo(const QString &source, const QJsonValue &value) const;
    [[nodiscard]] std::optional<QString>
    problemOf(const EntityCheck &check, const QJsonObject &record, QJsonObject &errors) const;
    [[nodiscard]] std::optional<QString>
    conditional(const EntityCheck &check, const QJsonObject &record, QJsonObject &errors) const;
    [[nodiscard]] std::optional<QString>
    conditionalAtLeastOneOf(const EntityCheck &check, const QJsonObject &record, const QJsonObject &errors) const;
    [[nodiscard]] bool
    accepts(const QString &field, const Match &match, const QJsonValue &value, const QJsonObject &errors) const;
    void transformationNeeds(const RecordSchema &schema, const QJsonObject &record, QJsonObject &errors) const;

    const Validator &m_validator;
    const FieldLookup &m_lookup;
    const Validator::Context &m_context;
};

// errors[a][b] = value for "a.b".
void setErrorAt(QJsonObject &errors, QStringView dottedPath, const QJsonValue &value);

} // namespace gatehouse
