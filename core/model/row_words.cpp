// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/row_words.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(model)
};

// The rows it refers to, by name.
QStringList
ownersOf(const SchemaRegistry &registry, const Config &config, const RecordSchema &schema, const QJsonObject &row)
{
    QStringList names;
    for (const Field &field : schema.fields) {
        const QString id = field.type == FieldType::Foreign ? foreignId(row, field.key) : QString();
        const RecordSchema *owner = id.isEmpty() ? nullptr : registry.entity(field.reference);
        if (owner)
            names << displayName(*owner, config.find(field.reference, id).value_or(QJsonObject{{u"id"_s, id}}));
    }
    return names;
}

} // namespace

QString kindName(const RecordSchema &schema)
{
    return schema.label ? QCoreApplication::translate("schema", schema.label) : schema.name;
}

QString displayName(const RecordSchema &schema, const QJsonObject &row)
{
    const Field *field = schema.endpointKey.isEmpty() ? nullptr : schema.field(schema.endpointKey);
    const QString name = field && !field->secret ? row.value(field->key).toString() : QString();
    if (!name.isEmpty())
        return name;
    return row.value(schema.name == "plugins"_L1 ? "name"_L1 : "id"_L1).toString();
}

QString
rowTitle(const SchemaRegistry &registry, const Config &config, const RecordSchema &schema, const QJsonObject &row)
{
    const QString name = displayName(schema, row);
    const bool isPlugin = schema.name == "plugins"_L1;
    const bool hasName = name != row.value("id"_L1).toString();
    if (hasName && !isPlugin)
        return kindName(schema) + u' ' + name;
    const QString owners = ownersOf(registry, config, schema, row).join(u", "_s);
    if (isPlugin)
        return owners.isEmpty() ? Words::tr("%1 on everything").arg(name) : Words::tr("%1 on %2").arg(name, owners);
    return owners.isEmpty() ? kindName(schema) + u' ' + name : Words::tr("%1 of %2").arg(kindName(schema), owners);
}

} // namespace gatehouse
