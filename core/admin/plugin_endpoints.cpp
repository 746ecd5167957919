// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/admin/endpoints.h"
#include "core/admin/entity_calls.h"
#include "core/schema/schema_json.h"

#include <QJsonArray>

namespace gatehouse {
namespace {

using namespace Qt::StringLiterals;

// Without its name nothing about a plugin can be checked, and a form not be typed: it comes from the stored row.
AdminHandler withStoredName(const RecordSchema &schema, const AdminHandler &patch)
{
    return [&schema, patch](AdminCall &call) {
        if (call.body.fields.contains("name"_L1)) {
            return patch(call);
        }
        const StoreOutcome found = call.find(schema);
        if (const auto problem = missing(found)) {
            return *problem;
        }
        call.body.fields.insert(u"name"_s, found.entity.value("name"_L1));
        return patch(call);
    };
}

AdminReply enabledPlugins(AdminCall &call)
{
    return AdminReply::json(200, {{u"enabled_plugins"_s, QJsonArray::fromStringList(call.registry().pluginNames())}});
}

AdminReply pluginSchema(AdminCall &call)
{
    const QString name = call.segments.value(u"name"_s);
    const PluginSchema *plugin = call.registry().plugin(name);
    return plugin ? AdminReply::json(200, configToJson(plugin->record))
                  : AdminReply::message(404, u"No plugin named '%1'"_s.arg(name));
}

} // namespace

void addPluginEndpoints(RouteTable &routes, const SchemaRegistry &registry)
{
    const RecordSchema *schema = registry.entity(u"plugins");
    if (!schema) {
        return;
    }
    for (const QString &path : {u"/plugins/{plugins}"_s, u"/consumers/{consumers}/plugins/{plugins}"_s,
                                u"/routes/{routes}/plugins/{plugins}"_s, u"/services/{services}/plugins/{plugins}"_s}) {
        AdminHandler &patch = routes.at(path).methods["PATCH"];
        patch = withStoredName(*schema, patch);
    }
    routes.add({u"/plugins/enabled"_s, {{"GET", enabledPlugins}}});
    routes.add({u"/plugins/schema/{name}"_s, {{"GET", pluginSchema}}});
}

} // namespace gatehouse
