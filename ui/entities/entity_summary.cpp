// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/entities/entity_summary.h"

#include "core/model/masked.h"
#include "core/schema/schema_registry.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

const Field *findField(const RecordSchema *schema, const QString &key)
{
    if (!schema)
        return nullptr;
    const auto found = std::find_if(schema->fields.begin(), schema->fields.end(),
                                    [&key](const Field &field) { return field.key == key; });
    return found == schema->fields.end() ? nullptr : &*found;
}

// Writes one record, indented, leaving out what is not set and what only machines care about.
class SummaryWriter
{
public:
    SummaryWriter(const SchemaRegistry &registry, const Config &config)
        : m_registry(registry)
        , m_config(config)
    {
    }

    void record(const QJsonObject &row, const RecordSchema *schema, int indent, const QString &skippedForeign = {})
    {
        for (auto field = row.begin(); field != row.end(); ++field) {
            const QString &key = field.key();
            const bool isNoise =
                key == "id"_L1 || key == "created_at"_L1 || key == "updated_at"_L1 || key == "ws_id"_L1;
            if (isNoise || key == skippedForeign || field.value().isNull())
                continue;
            value(key, field.value(), findField(schema, key), indent);
        }
    }

    void children(const QString &table, const QString &field, const QJsonObject &parent, int indent)
    {
        const QList<QJsonObject> rows = m_config.table(table).rowsWhere(field, parent.value("id"_L1).toString());
        if (rows.isEmpty())
            return;
        line(indent, table + u':');
        for (const QJsonObject &row : rows) {
            line(indent + 1, u"- "_s + shownName(row));
            record(row, m_registry.entity(table), indent + 2, field);
        }
    }

    [[nodiscard]] const QString &text() const noexcept { return m_text; }

private:
    void line(int indent, const QString &content) { m_text += QString(indent * 2, u' ') + content + u'\n'; }

    void value(const QString &key, const QJsonValue &value, const Field *field, int indent)
    {
        if (field && field->secret) {
            line(indent, key + u": "_s + secretDots());
        } else if (field && field->type == FieldType::Foreign) {
            const QString id = value.toObject().value("id"_L1).toString();
            const auto parent = m_config.find(field->reference, id);
            line(indent, key + u": "_s + (parent ? shownName(*parent) : id));
        } else if (value.isObject()) {
            object(key, value.toObject(), field, indent);
        } else if (value.isArray()) {
            array(key, value.toArray(), indent);
        } else {
            line(indent, key + u": "_s + value.toVariant().toString());
        }
    }

    void object(const QString &key, const QJsonObject &object, const Field *field, int indent)
    {
        if (object.isEmpty())
            return;
        line(indent, key + u':');
        record(object, field && field->record ? field->record.get() : nullptr, indent + 1);
    }

    void array(const QString &key, const QJsonArray &array, int indent)
    {
        if (array.isEmpty())
            return;
        line(indent, key + u':');
        for (const QJsonValue &each : array) {
            if (each.isObject())
                record(each.toObject(), nullptr, indent + 1);
            else
                line(indent + 1, u"- "_s + each.toVariant().toString());
        }
    }

    const SchemaRegistry &m_registry;
    const Config &m_config;
    QString m_text;
};

} // namespace

QString entitySummary(const SchemaRegistry &registry, const Config &config, EntityKind kind, const QJsonObject &row)
{
    SummaryWriter writer(registry, config);
    const PluginSchema *plugin =
        kind == EntityKind::Plugins ? registry.plugin(row.value("name"_L1).toString()) : nullptr;
    writer.record(row, plugin ? &plugin->record : registry.entity(QString::fromLatin1(entityKindText(kind).table)), 0);
    switch (kind) {
    case EntityKind::Services:
        writer.children(u"routes"_s, u"service"_s, row, 0);
        writer.children(u"plugins"_s, u"service"_s, row, 0);
        break;
    case EntityKind::Routes:
        writer.children(u"plugins"_s, u"route"_s, row, 0);
        break;
    case EntityKind::Consumers:
        for (const auto table : {"acls"_L1, "jwt_secrets"_L1, "keyauth_credentials"_L1, "basicauth_credentials"_L1,
                                 "hmacauth_credentials"_L1, "oauth2_credentials"_L1, "plugins"_L1})
            writer.children(table, u"consumer"_s, row, 0);
        break;
    case EntityKind::Upstreams:
        writer.children(u"targets"_s, u"upstream"_s, row, 0);
        break;
    case EntityKind::Certificates:
        writer.children(u"snis"_s, u"certificate"_s, row, 0);
        break;
    case EntityKind::KeySets:
        writer.children(u"keys"_s, u"set"_s, row, 0);
        break;
    case EntityKind::Plugins:
    case EntityKind::CaCertificates:
    case EntityKind::Keys:
    case EntityKind::Vaults:
        break;
    }
    return writer.text();
}

} // namespace gatehouse
