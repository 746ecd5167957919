// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/admin/entity_calls.h"

#include "core/admin/page.h"
#include "core/base/uuid.h"

#include <QUrl>

namespace gatehouse {
namespace {

using namespace Qt::StringLiterals;

// The child a path names, when it belongs to the parent the path names.
StoreOutcome findChild(const AdminCall &call, const Relation &relation, const QJsonObject &parent)
{
    StoreOutcome child = call.find(*relation.child);
    if (child && foreignId(child.entity, relation.field) != parent.value("id"_L1).toString()) {
        child.entity = {};
    }
    return child;
}

EntityKey parentKey(const QJsonObject &child, const Relation &relation)
{
    return EntityKey::id(foreignId(child, relation.field));
}

} // namespace

std::optional<AdminReply> missing(const StoreOutcome &found)
{
    if (found.error) {
        return reply(*found.error);
    }
    return found.entity.isEmpty() ? std::optional(AdminReply::notFound()) : std::nullopt;
}

AdminReply answer(int status, const StoreOutcome &outcome)
{
    return outcome.error ? reply(*outcome.error) : AdminReply::json(status, outcome.entity);
}

QJsonObject primaryKey(const QJsonObject &row)
{
    return {{u"id"_s, row.value("id"_L1)}};
}

AdminReply listRows(AdminCall &call, const RecordSchema &schema)
{
    const auto request = pageRequest(call.query, schema.hasTags());
    if (std::holds_alternative<AdminReply>(request)) {
        return std::get<AdminReply>(request);
    }
    QString rest;
    if (call.query.contains(u"tags"_s)) {
        rest += u"&tags="_s + QString::fromLatin1(QUrl::toPercentEncoding(call.query.value(u"tags"_s)));
    }
    if (call.query.contains(u"size"_s)) {
        rest += u"&size="_s + call.query.value(u"size"_s);
    }
    const RowPage page = pageOf(call.store(), schema.name, std::get<PageRequest>(request), {});
    return pageReply(page, u'/' + schema.collection(), rest);
}

AdminReply createRow(AdminCall &call, const RecordSchema &schema)
{
    return answer(201, call.store().insert(schema.name, call.input(schema), Origin::AdminApi));
}

AdminReply getRow(AdminCall &call, const RecordSchema &schema)
{
    const StoreOutcome found = call.find(schema);
    const auto problem = missing(found);
    return problem ? *problem : answer(200, found);
}

AdminReply putRow(AdminCall &call, const RecordSchema &schema)
{
    return answer(200, call.store().upsert(schema.name, call.key(schema), call.input(schema), Origin::AdminApi));
}

AdminReply patchRow(AdminCall &call, const RecordSchema &schema)
{
    return answer(200, call.store().update(schema.name, call.key(schema), call.input(schema), Origin::AdminApi));
}

AdminReply deleteRow(AdminCall &call, const RecordSchema &schema)
{
    const StoreOutcome outcome = call.store().remove(schema.name, call.key(schema), Origin::AdminApi);
    return outcome.error ? reply(*outcome.error) : AdminReply::empty(204);
}

AdminReply getParent(AdminCall &call, const Relation &relation)
{
    const StoreOutcome child = call.find(*relation.child);
    if (const auto problem = missing(child)) {
        return *problem;
    }
    if (foreignId(child.entity, relation.field).isEmpty()) {
        return AdminReply::notFound();
    }
    const StoreOutcome parent = call.store().find(relation.parent->name, parentKey(child.entity, relation));
    const auto problem = missing(parent);
    return problem ? *problem : answer(200, parent);
}

AdminReply putParent(AdminCall &call, const Relation &relation)
{
    const StoreOutcome child = call.find(*relation.child);
    if (const auto problem = missing(child)) {
        return *problem;
    }
    const bool isNew = foreignId(child.entity, relation.field).isEmpty();
    const EntityKey key = isNew ? EntityKey::id(randomUuid()) : parentKey(child.entity, relation);
    const StoreOutcome parent =
        call.store().upsert(relation.parent->name, key, call.input(*relation.parent), Origin::AdminApi);
    if (isNew && parent) {
        const EntityKey childKey = EntityKey::id(child.entity.value("id"_L1).toString());
        const StoreOutcome attached = call.store().update(
            relation.child->name, childKey, {{relation.field, primaryKey(parent.entity)}}, Origin::AdminApi);
        if (attached.error) {
            return reply(*attached.error);
        }
    }
    return answer(200, parent);
}

AdminReply patchParent(AdminCall &call, const Relation &relation)
{
    const StoreOutcome child = call.find(*relation.child);
    if (const auto problem = missing(child)) {
        return *problem;
    }
    if (foreignId(child.entity, relation.field).isEmpty()) {
        return AdminReply::notFound();
    }
    return answer(200, call.store().update(relation.parent->name, parentKey(child.entity, relation),
                                           call.input(*relation.parent), Origin::AdminApi));
}

AdminReply deleteParent(AdminCall &call, const Relation &relation)
{
    const StoreOutcome child = call.find(*relation.child);
    if (const auto problem = missing(child)) {
        return *problem;
    }
    return foreignId(child.entity, relation.field).isEmpty() ? AdminReply::notFound() : AdminReply::notAllowed();
}

AdminReply listChildren(AdminCall &call, const Relation &relation)
{
    const StoreOutcome parent = call.find(*relation.parent);
    if (const auto problem = missing(parent)) {
        return *problem;
    }
    auto request = pageRequest(call.query, relation.child->hasTags());
    if (std::holds_alternative<AdminReply>(request)) {
        return std::get<AdminReply>(request);
    }
    // Nested lists look at the syntax of a tag filter and then leave it alone.
    std::get<PageRequest>(request).tags.reset();
    const QString id = parent.entity.value("id"_L1).toString();
    const RowFilter isChild = [&](const QJsonObject &row) { return foreignId(row, relation.field) == id; };
    const RowPage page = pageOf(call.store(), relation.child->name, std::get<PageRequest>(request), isChild);
    return pageReply(page, u'/' + relation.parent->collection() + u'/' + call.typed.value(relation.parent->name) +
                               u'/' + relation.child->nestedCollection());
}

AdminReply createChild(AdminCall &call, const Relation &relation)
{
    const StoreOutcome parent = call.find(*relation.parent);
    if (const auto problem = missing(parent)) {
        return *problem;
    }
    QJsonObject input = call.input(*relation.child);
    input.insert(relation.field, primaryKey(parent.entity));
    return answer(201, call.store().insert(relation.child->name, input, Origin::AdminApi));
}

AdminReply getChild(AdminCall &call, const Relation &relation)
{
    const StoreOutcome parent = call.find(*relation.parent);
    if (const auto problem = missing(parent)) {
        return *problem;
    }
    const StoreOutcome child = findChild(call, relation, parent.entity);
    const auto problem = missing(child);
    return problem ? *problem : answer(200, child);
}

AdminReply putChild(AdminCall &call, const Relation &relation)
{
    const StoreOutcome parent = call.find(*relation.parent);
    if (const auto problem = missing(parent)) {
        return *problem;
    }
    QJsonObject input = call.input(*relation.child);
    input.insert(relation.field, primaryKey(parent.entity));
    return answer(200, call.store().upsert(relation.child->name, call.key(*relation.child), input, Origin::AdminApi));
}

AdminReply patchChild(AdminCall &call, const Relation &relation)
{
    const StoreOutcome parent = call.find(*relation.parent);
    if (const auto problem = missing(parent)) {
        return *problem;
    }
    if (const auto problem = missing(findChild(call, relation, parent.entity))) {
        return *problem;
    }
    QJsonObject input = call.input(*relation.child);
    if (!input.contains(relation.field)) {
        input.insert(relation.field, primaryKey(parent.entity));
    }
    return answer(200, call.store().update(relation.child->name, call.key(*relation.child), input, Origin::AdminApi));
}

AdminReply deleteChild(AdminCall &call, const Relation &relation)
{
    const StoreOutcome parent = call.find(*relation.parent);
    if (const auto problem = missing(parent)) {
        return *problem;
    }
    if (const auto problem = missing(findChild(call, relation, parent.entity))) {
        return *problem;
    }
    return deleteRow(call, *relation.child);
}

} // namespace gatehouse
