// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/admin/endpoints.h"
#include "core/admin/entity_calls.h"

namespace gatehouse {
namespace {

using namespace Qt::StringLiterals;

QString placeholder(const RecordSchema &schema)
{
    return u'{' + schema.name + u'}';
}

AdminHandler bound(AdminReply (*handler)(AdminCall &, const RecordSchema &), const RecordSchema &schema)
{
    return [handler, &schema](AdminCall &call) { return handler(call, schema); };
}

AdminHandler bound(AdminReply (*handler)(AdminCall &, const Relation &), const Relation &relation)
{
    return [handler, relation](AdminCall &call) { return handler(call, relation); };
}

void addTable(RouteTable &routes, const RecordSchema &schema)
{
    const QString path = u'/' + schema.collection();
    routes.add({path, {{"GET", bound(listRows, schema)}, {"POST", bound(createRow, schema)}}});
    routes.add({path + u'/' + placeholder(schema),
                {{"GET", bound(getRow, schema)},
                 {"PUT", bound(putRow, schema)},
                 {"PATCH", bound(patchRow, schema)},
                 {"DELETE", bound(deleteRow, schema)}}});
}

// "/routes/{routes}/service", "/services/{services}/routes", "/services/{services}/routes/{routes}".
void addRelation(RouteTable &routes, const Relation &relation)
{
    const RecordSchema &child = *relation.child;
    const RecordSchema &parent = *relation.parent;
    routes.add({u'/' + child.collection() + u'/' + placeholder(child) + u'/' + relation.field,
                {{"GET", bound(getParent, relation)},
                 {"PUT", bound(putParent, relation)},
                 {"PATCH", bound(patchParent, relation)},
                 {"DELETE", bound(deleteParent, relation)}}});
    const QString children = u'/' + parent.collection() + u'/' + placeholder(parent) + u'/' + child.nestedCollection();
    routes.add({children, {{"GET", bound(listChildren, relation)}, {"POST", bound(createChild, relation)}}});
    routes.add({children + u'/' + placeholder(child),
                {{"GET", bound(getChild, relation)},
                 {"PUT", bound(putChild, relation)},
                 {"PATCH", bound(patchChild, relation)},
                 {"DELETE", bound(deleteChild, relation)}}});
}

} // namespace

void addEntityEndpoints(RouteTable &routes, const SchemaRegistry &registry)
{
    const QList<const RecordSchema *> schemas = registry.entities();
    for (const RecordSchema *schema : schemas) {
        if (schema->hasAdminApi) {
            addTable(routes, *schema);
        }
    }
    for (const RecordSchema *schema : schemas) {
        for (const Field &field : schema->fields) {
            const RecordSchema *parent = field.type == FieldType::Foreign ? registry.entity(field.reference) : nullptr;
            if (schema->hasAdminApi && parent && parent->hasAdminApi) {
                addRelation(routes, {schema, parent, field.key});
            }
        }
    }
}

} // namespace gatehouse
