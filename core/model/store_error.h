// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QString>

#include <optional>

namespace gatehouse {

// Kong's error object (kong/db/errors.lua): what the Admin API sends, and what a form shows beside its fields.
struct StoreError {
    enum Code {
        InvalidPrimaryKey = 1,
        SchemaViolation = 2,
        PrimaryKeyViolation = 3,
        ForeignKeyViolation = 4,
        UniqueViolation = 5,
        NotFound = 6,
        InvalidUnique = 10,
        InvalidOptions = 11,
        ForeignKeysUnresolved = 13,
        TransformationFailed = 15,
        ReferencedByOthers = 19,
    };

    int code = SchemaViolation;
    QString name;    // "schema violation"
    QString message; // the sentence
    QJsonObject fields;
    bool hasFields = true;

    [[nodiscard]] int httpStatus() const;
    [[nodiscard]] QJsonObject toJson() const; // {"code", "name", "message", "fields"}
};

namespace store_errors {

StoreError invalidPrimaryKey(const QJsonObject &errors);
StoreError schemaViolation(const QJsonObject &errors);
StoreError primaryKeyViolation(const QJsonObject &key);
StoreError foreignKeyMissing(const QString &field, const QString &table, const QJsonObject &key);
StoreError foreignKeyRestricted(const QString &parentTable, const QString &childTable);
StoreError uniqueViolation(const QJsonObject &key);
StoreError notFound(const QJsonObject &key); // {"id": ...} or {"name": ...}
StoreError invalidUnique(const QString &field, const QString &text);
StoreError invalidOption(const QString &option, const QString &text);
StoreError foreignKeysUnresolved(const QJsonObject &fields); // field -> key -> text
StoreError referencedByOthers(const QString &message);

} // namespace store_errors

} // namespace gatehouse
