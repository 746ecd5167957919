// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/plugin_entry.h"

#include "core/schema/fields.h"

#include <algorithm>

namespace gatehouse {

using namespace Qt::StringLiterals;
using namespace fields;

namespace {

Field scope(const QString &key, const QString &table, const char *label)
{
    return foreign(key, table, OnDelete::Cascade)
        .by(QJsonValue::Null)
        .named(label, QT_TRANSLATE_NOOP("schema", "Empty = everywhere."));
}

bool shareProtocol(const QJsonArray &own, const QJsonObject &route)
{
    const QJsonArray others = route.value("protocols"_L1).toArray();
    return std::any_of(own.begin(), own.end(), [&](const QJsonValue &protocol) { return others.contains(protocol); });
}

// The row a scope names, by id or by name.
std::optional<QJsonObject> scopeRow(const Table &table, const QJsonValue &reference)
{
    const QJsonObject key = reference.toObject();
    if (key.contains("id"_L1))
        return table.find(key.value("id"_L1).toString());
    return table.findBy(u"name"_s, key.value("name"_L1));
}

std::optional<StoreError> mismatch(const QString &text)
{
    return store_errors::schemaViolation({{u"protocols"_s, text}});
}

std::optional<StoreError> checkProtocols(const WriteContext &context, QJsonObject &input)
{
    QJsonObject plugin = input;
    if (context.operation == Operation::Update) {
        const RecordSchema &schema = *context.registry.entity(u"plugins");
        plugin = Validator::merge(schema, input, context.config.find(u"plugins"_s, context.id).value_or(QJsonObject()));
    }
    if (!plugin.value("protocols"_L1).isArray())
        return {};
    const QJsonArray protocols = plugin.value("protocols"_L1).toArray();
    if (plugin.value("route"_L1).isObject()) {
        const auto route = scopeRow(context.config.table(u"routes"_s), plugin.value("route"_L1));
        if (route && !shareProtocol(protocols, *route))
            return mismatch(u"must match the associated route's protocols"_s);
        return {};
    }
    const auto service = scopeRow(context.config.table(u"services"_s), plugin.value("service"_L1));
    if (!service)
        return {};
    const QList<QJsonObject> routes =
        context.config.table(u"routes"_s).rowsWhere(u"service"_s, service->value("id"_L1).toString());
    const auto matches = [&](const QJsonObject &route) { return shareProtocol(protocols, route); };
    if (routes.isEmpty() || std::any_of(routes.begin(), routes.end(), matches))
        return {};
    return mismatch(u"must match the protocols of at least one route pointing to this Plugin's service"_s);
}

Field config()
{
    Field field = record(u"config"_s, QList<Field>{});
    field.record = nullptr;
    field.required.reset();
    field.abstract = true;
    return field.named(QT_TRANSLATE_NOOP("schema", "Configuration"), "");
}

} // namespace

RecordSchema pluginEntrySchema()
{
    RecordSchema schema;
    schema.name = u"plugins"_s;
    schema.label = QT_TRANSLATE_NOOP("schema", "Plugin");
    schema.endpointKey = u"instance_name"_s;
    schema.cacheKey = {u"name"_s, u"route"_s, u"service"_s, u"consumer"_s};
    schema.subschemaKey = u"name"_s;
    schema.subschemaError = u"plugin '%s' not enabled; add it to the 'plugins' configuration property"_s;
    schema.fields = {
        id(),
        text(u"name"_s).need().named(QT_TRANSLATE_NOOP("schema", "Plugin"),
                                     QT_TRANSLATE_NOOP("schema", "Which plugin this is.")),
        utf8Name(u"instance_name"_s)
            .rare()
            .named(QT_TRANSLATE_NOOP("schema", "Instance name"),
                   QT_TRANSLATE_NOOP("schema", "Your own unique name for this entry.")),
        createdAt(),
        updatedAt(),
        scope(u"route"_s, u"routes"_s, QT_TRANSLATE_NOOP("schema", "Route")),
        scope(u"service"_s, u"services"_s, QT_TRANSLATE_NOOP("schema", "Service")),
        scope(u"consumer"_s, u"consumers"_s, QT_TRANSLATE_NOOP("schema", "Consumer")),
        config(),
        set(u"protocols"_s, protocol({}))
            .need()
            .by(QJsonArray{u"grpc"_s, u"grpcs"_s, u"http"_s, u"https"_s})
            .rare()
            .named(QT_TRANSLATE_NOOP("schema", "Protocols"),
                   QT_TRANSLATE_NOOP("schema", "The plugin runs only for requests of these protocols.")),
        boolean(u"enabled"_s).need().by(true).named(QT_TRANSLATE_NOOP("schema", "Enabled"), ""),
        tags(),
    };
    return schema;
}

EntityRules pluginEntryRules()
{
    EntityRules rules;
    rules.prepare = checkProtocols;
    return rules;
}

} // namespace gatehouse
