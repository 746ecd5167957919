// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/masked.h"

#include "core/schema/validate.h"

#include <QJsonArray>

#include <functional>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

// What becomes of a secret at a path below the row.
using SecretVisit = std::function<QJsonValue(const Field &field, const QStringList &path, const QString &value)>;

QJsonObject
visitedRecord(const RecordSchema &schema, QJsonObject record, const QStringList &path, const SecretVisit &visit);

QJsonValue visitedValue(const Field &field, const QJsonValue &value, const QStringList &path, const SecretVisit &visit)
{
    if (field.secret && value.isString() && !isVaultReference(value))
        return visit(field, path, value.toString());
    if (field.record && value.isObject())
        return visitedRecord(*field.record, value.toObject(), path, visit);
    if (field.elements && value.isArray()) {
        QJsonArray list;
        const QJsonArray values = value.toArray();
        for (const QJsonValue &each : values)
            list << visitedValue(*field.elements, each, path + QStringList{QString::number(list.size())}, visit);
        return list;
    }
    if (field.values && value.isObject()) {
        QJsonObject map = value.toObject();
        for (auto it = map.begin(); it != map.end(); ++it)
            it.value() = visitedValue(*field.values, it.value(), path + QStringList{it.key()}, visit);
        return map;
    }
    return value;
}

QJsonObject
visitedRecord(const RecordSchema &schema, QJsonObject record, const QStringList &path, const SecretVisit &visit)
{
    const RecordSchema *special = schema.subschemaOf(record);
    for (auto it = record.begin(); it != record.end(); ++it) {
        const Field *field = special ? special->field(it.key()) : nullptr;
        if (!field)
            field = schema.field(it.key());
        if (field)
            it.value() = visitedValue(*field, it.value(), path + QStringList{it.key()}, visit);
    }
    return record;
}

} // namespace

QString secretDots()
{
    return u"••••••••"_s;
}

QJsonObject maskedRow(const SchemaRegistry &registry, const QString &table, const QJsonObject &row)
{
    const RecordSchema *schema = registry.entity(table);
    const SecretVisit mask = [](const Field &, const QStringList &, const QString &) { return secretDots(); };
    return schema ? visitedRecord(*schema, row, {}, mask) : row;
}

QList<SecretValue> secretsOf(const SchemaRegistry &registry, const QString &table, const QJsonObject &row)
{
    QList<SecretValue> secrets;
    const SecretVisit note = [&secrets](const Field &field, const QStringList &path, const QString &value) {
        secrets.append({path, value, field.referenceable});
        return value;
    };
    if (const RecordSchema *schema = registry.entity(table))
        visitedRecord(*schema, row, {}, note);
    return secrets;
}

Config maskedConfig(const SchemaRegistry &registry, const Config &config)
{
    Config result = config;
    const QStringList tables = config.tables();
    for (const QString &table : tables) {
        const QList<QJsonObject> rows = config.rows(table);
        for (const QJsonObject &row : rows) {
            if (const QJsonObject masked = maskedRow(registry, table, row); masked != row)
                result.put(table, masked);
        }
    }
    return result;
}

} // namespace gatehouse
