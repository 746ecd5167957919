// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/admin/endpoints.h"
#include "core/admin/entity_calls.h"
#include "core/base/uuid.h"

#include <QJsonArray>

namespace gatehouse {
namespace {

using namespace Qt::StringLiterals;

AdminReply listConsumers(AdminCall &call, const RecordSchema &schema)
{
    const QString customId = call.query.value(u"custom_id"_s);
    if (!call.query.contains(u"custom_id"_s)) {
        return listRows(call, schema);
    }
    if (customId.isEmpty()) {
        return AdminReply::message(400, u"custom_id must be an unempty string"_s);
    }
    QJsonArray data;
    if (const auto row = call.store().config().table(schema.name).findBy(u"custom_id"_s, customId)) {
        data.append(call.store().output(schema.name, *row));
    }
    return AdminReply::json(200, {{u"data"_s, data}, {u"next"_s, QJsonValue(QJsonValue::Null)}});
}

// A group of the consumer may stand for the id of the row. PUT of a group that is not there creates it.
std::optional<AdminReply> findGroup(AdminCall &call, const RecordSchema &consumers, const RecordSchema &acls)
{
    const StoreOutcome consumer = call.find(consumers);
    if (const auto problem = missing(consumer)) {
        return problem;
    }
    const QString group = call.segments.value(acls.name);
    if (isUuid(group)) {
        return std::nullopt;
    }
    const QString consumerId = consumer.entity.value("id"_L1).toString();
    const QList<QJsonObject> rows = call.store().config().table(acls.name).rowsWhere(u"consumer"_s, consumerId);
    for (const QJsonObject &row : rows) {
        if (row.value("group"_L1).toString() == group) {
            call.segments.insert(acls.name, row.value("id"_L1).toString());
            return std::nullopt;
        }
    }
    if (call.method != "PUT") {
        return AdminReply::notFound();
    }
    call.segments.insert(acls.name, randomUuid());
    return std::nullopt;
}

AdminHandler withGroupOfPath(const RecordSchema &acls, const AdminHandler &put)
{
    return [&acls, put](AdminCall &call) {
        const QString group = decodedSegment(call.typed.value(acls.name).toUtf8());
        if (!isUuid(group)) {
            call.body.fields.insert(u"group"_s, group);
        }
        return put(call);
    };
}

} // namespace

void addConsumerEndpoints(RouteTable &routes, const SchemaRegistry &registry)
{
    const RecordSchema *consumers = registry.entity(u"consumers");
    if (!consumers) {
        return;
    }
    routes.at(u"/consumers"_s).methods["GET"] = [consumers](AdminCall &call) {
        return listConsumers(call, *consumers);
    };
    const RecordSchema *acls = registry.entity(u"acls");
    if (!acls) {
        return;
    }
    AdminEndpoint &endpoint = routes.at(u"/consumers/{consumers}/acls/{acls}"_s);
    endpoint.before = [consumers, acls](AdminCall &call) { return findGroup(call, *consumers, *acls); };
    endpoint.methods["PUT"] = withGroupOfPath(*acls, endpoint.methods["PUT"]);
}

} // namespace gatehouse
