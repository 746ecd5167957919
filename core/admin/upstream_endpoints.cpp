// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/admin/endpoints.h"
#include "core/admin/entity_calls.h"
#include "core/admin/page.h"
#include "core/admin/upstream_report.h"
#include "core/base/uuid.h"

#include <QJsonArray>

#include <algorithm>

namespace gatehouse {
namespace {

using namespace Qt::StringLiterals;

// Newest first, as rows are printed.
QList<QJsonObject> targetsOf(const AdminCall &call, const QString &upstreamId)
{
    QList<QJsonObject> rows = call.store().config().table(u"targets"_s).rowsWhere(u"upstream"_s, upstreamId);
    std::stable_sort(rows.begin(), rows.end(), [](const QJsonObject &a, const QJsonObject &b) {
        const double ageA = a.value("created_at"_L1).toDouble();
        const double ageB = b.value("created_at"_L1).toDouble();
        return ageA != ageB ? ageA > ageB : a.value("id"_L1).toString() > b.value("id"_L1).toString();
    });
    for (QJsonObject &row : rows) {
        row = call.store().output(u"targets"_s, row);
    }
    return rows;
}

// Kong pages through this list by plain numbers, and takes a size of 0.
AdminReply listTargets(AdminCall &call, const Relation &relation)
{
    const StoreOutcome upstream = call.find(*relation.parent);
    if (const auto problem = missing(upstream)) {
        return *problem;
    }
    const bool isSizeZero = call.query.value(u"size"_s) == "0"_L1;
    bool isNumber = false;
    const qsizetype begin = std::max<qsizetype>(0, call.query.value(u"offset"_s).toLongLong(&isNumber) - 1);
    auto request = isSizeZero ? std::variant<PageRequest, AdminReply>(PageRequest{0, {}})
                              : pageRequest(call.query.without(u"offset"_s), true);
    if (std::holds_alternative<AdminReply>(request)) {
        return std::get<AdminReply>(request);
    }
    const qsizetype size = std::get<PageRequest>(request).size;
    const QList<QJsonObject> rows = targetsOf(call, upstream.entity.value("id"_L1).toString());
    RowPage page;
    for (qsizetype i = begin; i < std::min(rows.size(), begin + size); ++i) {
        page.data.append(rows[i]);
    }
    if (begin + size < rows.size()) {
        page.offset = QString::number(begin + size + 1);
    }
    return pageReply(page, u"/upstreams/"_s + call.typed.value(relation.parent->name) + u"/targets"_s);
}

// "host:port" may stand for the id of a target, and a name is not created by PUT.
std::optional<AdminReply> findTarget(AdminCall &call, const Relation &relation)
{
    const StoreOutcome upstream = call.find(*relation.parent);
    if (const auto problem = missing(upstream)) {
        return problem;
    }
    const QString target = call.segments.value(relation.child->name);
    const QString upstreamId = upstream.entity.value("id"_L1).toString();
    const QList<QJsonObject> rows = targetsOf(call, upstreamId);
    for (const QJsonObject &row : rows) {
        if (row.value("id"_L1).toString() == target || row.value("target"_L1).toString() == target) {
            call.segments.insert(relation.child->name, row.value("id"_L1).toString());
            return std::nullopt;
        }
    }
    return AdminReply::notFound();
}

AdminHandler withTarget(const Relation &relation, AdminReply (*handler)(AdminCall &, const Relation &))
{
    return [relation, handler](AdminCall &call) {
        const auto problem = findTarget(call, relation);
        return problem ? *problem : handler(call, relation);
    };
}

AdminReply upstreamHealth(AdminCall &call, const Relation &relation)
{
    const StoreOutcome upstream = call.find(*relation.parent);
    if (const auto problem = missing(upstream)) {
        return *problem;
    }
    const QList<QJsonObject> targets = targetsOf(call, upstream.entity.value("id"_L1).toString());
    const UpstreamReport report(upstream.entity, targets, call.context.health);
    if (call.query.value(u"balancer_health"_s) == "1"_L1) {
        return AdminReply::json(200, {{u"data"_s, report.balancer()},
                                      {u"next"_s, QJsonValue(QJsonValue::Null)},
                                      {u"node_id"_s, call.context.facts.nodeId()}});
    }
    const auto request = pageRequest(call.query, true);
    if (std::holds_alternative<AdminReply>(request)) {
        return std::get<AdminReply>(request);
    }
    return AdminReply::json(200, {{u"data"_s, report.targets()},
                                  {u"next"_s, QJsonValue(QJsonValue::Null)},
                                  {u"node_id"_s, call.context.facts.nodeId()}});
}

AdminReply markTarget(AdminCall &call, const Relation &relation, bool isHealthy)
{
    const StoreOutcome upstream = call.find(*relation.parent);
    if (const auto problem = missing(upstream)) {
        return *problem;
    }
    const QString id = upstream.entity.value("id"_L1).toString();
    const QString target = call.segments.value(relation.child->name);
    const QString name = upstream.entity.value("name"_L1).toString();
    if (!call.context.health || !call.context.health->find(id, target)) {
        return AdminReply::message(400, u"Upstream %1 has no balancer"_s.arg(name));
    }
    QString address = call.segments.value(u"address"_s);
    if (!address.isEmpty() && !address.contains(u':')) {
        address += u":8000"_s;
    }
    return call.context.health->mark(id, target, address, isHealthy)
               ? AdminReply::empty(204)
               : AdminReply::message(400, u"no healthchecker found for %1"_s.arg(name));
}

AdminReply markHealthy(AdminCall &call, const Relation &relation)
{
    return markTarget(call, relation, true);
}

AdminReply markUnhealthy(AdminCall &call, const Relation &relation)
{
    return markTarget(call, relation, false);
}

void addTargetEndpoints(RouteTable &routes, const Relation &relation)
{
    const QString list = u"/upstreams/{upstreams}/targets"_s;
    const QString one = list + u"/{targets}"_s;
    routes.at(list).methods["GET"] = [relation](AdminCall &call) { return listTargets(call, relation); };
    routes.add({list + u"/all"_s, {{"GET", [relation](AdminCall &call) { return listChildren(call, relation); }}}});
    routes.add({one,
                {{"GET", withTarget(relation, getChild)},
                 {"PUT", withTarget(relation, patchChild)},
                 {"PATCH", withTarget(relation, patchChild)},
                 {"DELETE", withTarget(relation, deleteChild)}}});
    for (const QString &path : {one, QString(one + u"/{address}"_s)}) {
        routes.add({path + u"/healthy"_s, {{"PUT", withTarget(relation, markHealthy)}}});
        routes.add({path + u"/unhealthy"_s, {{"PUT", withTarget(relation, markUnhealthy)}}});
    }
    for (const QString &path : {u"/targets"_s, u"/targets/{targets}"_s, u"/targets/{targets}/upstream"_s}) {
        routes.at(path).before = [](AdminCall &) { return AdminReply::notFound(); };
    }
}

} // namespace

void addUpstreamEndpoints(RouteTable &routes, const SchemaRegistry &registry)
{
    const Relation relation{registry.entity(u"targets"), registry.entity(u"upstreams"), u"upstream"_s};
    if (!relation.child || !relation.parent) {
        return;
    }
    addTargetEndpoints(routes, relation);
    routes.add({u"/upstreams/{upstreams}/health"_s,
                {{"GET", [relation](AdminCall &call) { return upstreamHealth(call, relation); }}}});
}

} // namespace gatehouse
