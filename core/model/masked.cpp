// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/masked.h"

#include "core/schema/validate.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

QJsonObject maskedRecord(const RecordSchema &schema, QJsonObject record);

QJsonValue maskedValue(const Field &field, const QJsonValue &value)
{
    if (field.secret && value.isString() && !isVaultReference(value))
        return u"••••••••"_s;
    if (field.record && value.isObject())
        return maskedRecord(*field.record, value.toObject());
    if (field.elements && value.isArray()) {
        QJsonArray list;
        const QJsonArray values = value.toArray();
        for (const QJsonValue &each : values)
            list << maskedValue(*field.elements, each);
        return list;
    }
    if (field.values && value.isObject()) {
        QJsonObject map = value.toObject();
        for (auto it = map.begin(); it != map.end(); ++it)
            it.value() = maskedValue(*field.values, it.value());
        return map;
    }
    return value;
}

QJsonObject maskedRecord(const RecordSchema &schema, QJsonObject record)
{
    const RecordSchema *special = schema.subschemaOf(record);
    for (auto it = record.begin(); it != record.end(); ++it) {
        const Field *field = special ? special->field(it.key()) : nullptr;
        if (!field)
            field = schema.field(it.key());
        if (field)
            it.value() = maskedValue(*field, it.value());
    }
    return record;
}

} // namespace

QJsonObject maskedRow(const SchemaRegistry &registry, const QString &table, const QJsonObject &row)
{
    const RecordSchema *schema = registry.entity(table);
    return schema ? maskedRecord(*schema, row) : row;
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
