// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/admin/endpoints.h"
#include "core/admin/page.h"
#include "core/schema/vocabulary.h"

#include <QJsonArray>

namespace gatehouse {
namespace {

using namespace Qt::StringLiterals;

// Every tag of every row, in order of tables, rows and tags; only those called `wanted` unless that is empty.
QList<QJsonObject> tagRows(const AdminCall &call, const QString &wanted)
{
    QList<QJsonObject> found;
    const QList<const RecordSchema *> schemas = call.registry().entities();
    for (const RecordSchema *schema : schemas) {
        const QList<QJsonObject> rows =
            schema->hasTags() ? call.store().config().rows(schema->name) : QList<QJsonObject>();
        for (const QJsonObject &row : rows) {
            const QJsonArray tags = row.value("tags"_L1).toArray();
            for (const QJsonValue &tag : tags) {
                if (wanted.isEmpty() || tag.toString() == wanted) {
                    found.append({{u"tag"_s, tag}, {u"entity_name"_s, schema->name}, {u"entity_id"_s, row["id"_L1]}});
                }
            }
        }
    }
    return found;
}

AdminReply listTags(AdminCall &call, const QString &wanted, const QString &path)
{
    const auto request = pageRequest(call.query, false);
    if (std::holds_alternative<AdminReply>(request)) {
        return std::get<AdminReply>(request);
    }
    return pageReply(pageOf(tagRows(call, wanted), std::get<PageRequest>(request)), path);
}

AdminReply allTags(AdminCall &call)
{
    return listTags(call, {}, u"/tags"_s);
}

AdminReply oneTag(AdminCall &call)
{
    const QString tag = call.segments.value(u"tags"_s);
    if (const auto problem = vocabulary::tag(tag)) {
        return reply(store_errors::invalidUnique(u"tag"_s, *problem));
    }
    return listTags(call, tag, u"/tags/"_s + call.typed.value(u"tags"_s));
}

AdminReply refuse(AdminCall &)
{
    return reply(
        store_errors::schemaViolation({{u"tags"_s, u"does not support insert/upsert/update/delete operations"_s}}));
}

} // namespace

void addTagEndpoints(RouteTable &routes)
{
    routes.add({u"/tags"_s, {{"GET", allTags}, {"POST", refuse}}});
    routes.add({u"/tags/{tags}"_s, {{"GET", oneTag}, {"PUT", refuse}, {"PATCH", refuse}, {"DELETE", refuse}}});
}

} // namespace gatehouse
