// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/admin/endpoints.h"
#include "core/schema/schema_json.h"
#include "core/schema/validate.h"

namespace gatehouse {
namespace {

using namespace Qt::StringLiterals;

AdminReply unknown(const QString &kind, const QString &name)
{
    return AdminReply::message(404, u"No %1 named '%2'"_s.arg(kind, name));
}

AdminReply entitySchema(AdminCall &call)
{
    const QString name = call.segments.value(u"db_entity_name"_s);
    const RecordSchema *schema = call.registry().entity(name);
    return schema ? AdminReply::json(200, schemaToJson(*schema)) : unknown(u"entity"_s, name);
}

AdminReply pluginSchema(AdminCall &call)
{
    const QString name = call.segments.value(u"name"_s);
    const PluginSchema *plugin = call.registry().plugin(name);
    return plugin ? AdminReply::json(200, schemaToJson(plugin->record)) : unknown(u"plugin"_s, name);
}

AdminReply vaultSchema(AdminCall &call)
{
    const QString name = call.segments.value(u"name"_s);
    const RecordSchema *vaults = call.registry().entity(u"vaults");
    const auto subschema = vaults ? vaults->subschemas.value(name) : nullptr;
    return subschema ? AdminReply::json(200, schemaToJson(*subschema)) : unknown(u"vault"_s, name);
}

AdminReply filterSchema(AdminCall &call)
{
    return AdminReply::message(404, u"Filter '%1' not found"_s.arg(call.segments.value(u"name"_s)));
}

// The texts of a form stay texts here.
AdminReply validateRow(AdminCall &call, const RecordSchema &schema)
{
    const Validator validator(call.registry(), call.store().clock());
    const QJsonObject errors = validator.check(schema, call.body.fields).errors;
    return errors.isEmpty() ? AdminReply::message(200, u"schema validation successful"_s)
                            : reply(store_errors::schemaViolation(errors));
}

AdminReply validateEntity(AdminCall &call)
{
    const QString name = call.segments.value(u"db_entity_name"_s);
    const RecordSchema *schema = call.registry().entity(name);
    return schema ? validateRow(call, *schema) : unknown(u"entity"_s, name);
}

} // namespace

void addSchemaEndpoints(RouteTable &routes)
{
    routes.add({u"/schemas/{db_entity_name}"_s, {{"GET", entitySchema}}});
    routes.add({u"/schemas/{db_entity_name}/validate"_s, {{"POST", validateEntity}}});
    routes.add({u"/schemas/plugins/{name}"_s, {{"GET", pluginSchema}}});
    routes.add({u"/schemas/vaults/{name}"_s, {{"GET", vaultSchema}}});
    routes.add({u"/schemas/filters/{name}"_s, {{"GET", filterSchema}}});
    for (const QString &table : {u"plugins"_s, u"vaults"_s}) {
        routes.add(
            {u"/schemas/%1/validate"_s.arg(table),
             {{"POST", [table](AdminCall &call) { return validateRow(call, *call.registry().entity(table)); }}}});
    }
}

} // namespace gatehouse
