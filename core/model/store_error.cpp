// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/store_error.h"

#include "core/schema/error_text.h"

#include <QStringList>

namespace gatehouse {

using namespace Qt::StringLiterals;

int StoreError::httpStatus() const
{
    switch (code) {
    case UniqueViolation:
        return 409;
    case NotFound:
        return 404;
    case TransformationFailed:
        return 500;
    default:
        return 400;
    }
}

QJsonObject StoreError::toJson() const
{
    QJsonObject result{{"code"_L1, code}, {"name"_L1, name}, {"message"_L1, message}};
    if (hasFields)
        result.insert(code == InvalidOptions ? "options"_L1 : "fields"_L1, fields);
    return result;
}

namespace store_errors {

StoreError invalidPrimaryKey(const QJsonObject &errors)
{
    return {StoreError::InvalidPrimaryKey, u"invalid primary key"_s,
            u"invalid primary key: '"_s + keyText(errors) + u'\'', errors};
}

StoreError schemaViolation(const QJsonObject &errors)
{
    return {StoreError::SchemaViolation, u"schema violation"_s, schemaViolationText(errors), errors};
}

StoreError primaryKeyViolation(const QJsonObject &key)
{
    return {StoreError::PrimaryKeyViolation, u"primary key violation"_s,
            u"primary key violation on key '"_s + keyText(key) + u'\'', key};
}

StoreError foreignKeyMissing(const QString &field, const QString &table, const QJsonObject &key)
{
    return {StoreError::ForeignKeyViolation,
            u"foreign key violation"_s,
            u"the foreign key '%1' does not reference an existing '%2' entity."_s.arg(keyText(key), table),
            {{field, key}}};
}

StoreError foreignKeyRestricted(const QString &parentTable, const QString &childTable)
{
    return {StoreError::ForeignKeyViolation,
            u"foreign key violation"_s,
            u"an existing '%1' entity references this '%2' entity"_s.arg(childTable, parentTable),
            {{u"@referenced_by"_s, childTable}}};
}

StoreError uniqueViolation(const QJsonObject &key)
{
    return {StoreError::UniqueViolation, u"unique constraint violation"_s,
            u"UNIQUE violation detected on '"_s + keyText(key) + u'\'', key};
}

StoreError notFound(const QJsonObject &key)
{
    const bool byId = key.contains("id"_L1);
    return {StoreError::NotFound, u"not found"_s,
            (byId ? u"could not find the entity with primary key '"_s : u"could not find the entity with '"_s) +
                keyText(key) + u'\'',
            key};
}

StoreError invalidUnique(const QString &field, const QString &text)
{
    return {StoreError::InvalidUnique, u"invalid unique "_s + field, text, {}, false};
}

StoreError invalidOption(const QString &option, const QString &text)
{
    return {StoreError::InvalidOptions,
            u"invalid options"_s,
            u"invalid option (%1: %2)"_s.arg(option, text),
            {{option, text}}};
}

StoreError foreignKeysUnresolved(const QJsonObject &fields)
{
    QStringList texts;
    for (auto field = fields.begin(); field != fields.end(); ++field) {
        const QJsonObject keys = field.value().toObject();
        for (auto key = keys.begin(); key != keys.end(); ++key)
            texts << field.key() + u'.' + key.key() + u": "_s + key.value().toString();
    }
    const QString count = texts.size() == 1 ? u"foreign key"_s : u"%1 foreign keys"_s.arg(texts.size());
    const QString message = count + u" unresolved ("_s + texts.join("; "_L1) + u')';
    return {StoreError::ForeignKeysUnresolved, u"foreign keys unresolved"_s, message, fields};
}

StoreError referencedByOthers(const QString &message)
{
    return {StoreError::ReferencedByOthers, u"referenced by others"_s, message, {}, false};
}

} // namespace store_errors

} // namespace gatehouse
