// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inspect/access_ways.h"

#include <QJsonArray>
#include <QSet>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

using Kind = AccessWay::Kind;

QStringList without(QStringList list, const QStringList &gone)
{
    list.removeIf([&gone](const QString &each) { return gone.contains(each); });
    return list;
}

QStringList listOf(const QJsonObject &plugin, QLatin1String name)
{
    return plugin.value("config"_L1).toObject().value(name).toVariant().toStringList();
}

// A list that names nobody is none.
QJsonValue listValue(const QStringList &list)
{
    return list.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(QJsonArray::fromStringList(list));
}

StoreOutcome join(ChangeDraft &draft, const AccessWay &way)
{
    StoreOutcome outcome;
    for (const QString &group : way.groups) {
        outcome =
            draft.insert(u"acls"_s, {{u"group"_s, group}, {u"consumer"_s, QJsonObject{{u"id"_s, way.consumerId}}}});
        if (outcome.error)
            return outcome;
    }
    return outcome;
}

StoreOutcome leave(ChangeDraft &draft, const AccessWay &way)
{
    StoreOutcome outcome;
    const QList<QJsonObject> rows = draft.config().table(u"acls"_s).rowsWhere(u"consumer"_s, way.consumerId);
    for (const QJsonObject &row : rows) {
        if (!way.groups.contains(row.value("group"_L1).toString()))
            continue;
        outcome = draft.remove(u"acls"_s, row.value("id"_L1).toString());
        if (outcome.error)
            return outcome;
    }
    return outcome;
}

StoreOutcome changeLists(ChangeDraft &draft, const AccessWay &way)
{
    const QJsonObject plugin = draft.config().find(u"plugins"_s, way.pluginId).value_or(QJsonObject());
    QStringList allow = without(listOf(plugin, "allow"_L1), way.groups);
    QStringList deny = without(listOf(plugin, "deny"_L1), way.groups);
    if (way.kind == Kind::Allow)
        allow << way.groups;
    else if (way.kind == Kind::Deny)
        deny << way.groups;
    return draft.update(u"plugins"_s, way.pluginId,
                        {{u"config"_s, QJsonObject{{u"allow"_s, listValue(allow)}, {u"deny"_s, listValue(deny)}}}});
}

} // namespace

QList<AccessWay> waysIn(const AccessLine &consumer, const AccessColumn &route)
{
    const RouteAcl &acl = route.acl;
    if (acl.id.isEmpty() || consumer.id.isEmpty())
        return {};
    QList<AccessWay> ways;
    if (acl.isAllowList) {
        for (const QString &group : acl.groups)
            ways << AccessWay{Kind::JoinGroup, consumer.id, {}, {group}};
        for (const QString &group : consumer.groups)
            ways << AccessWay{Kind::Allow, {}, acl.id, {group}};
        return ways;
    }
    const QStringList denied = without(consumer.groups, without(consumer.groups, acl.groups));
    ways << AccessWay{Kind::LeaveGroups, consumer.id, {}, denied};
    if (without(acl.groups, denied).isEmpty())
        ways << AccessWay{Kind::SwitchOff, {}, acl.id, {}};
    else
        ways << AccessWay{Kind::StopDenying, {}, acl.id, denied};
    return ways;
}

AccessWay nextRule(const QString &group, const RouteAcl &acl)
{
    const bool isNamed = acl.groups.contains(group);
    const bool isAlone = isNamed && acl.groups.size() == 1;
    Kind kind = acl.isAllowList ? Kind::Allow : Kind::Deny;
    if (isAlone)
        kind = acl.isAllowList ? Kind::Deny : Kind::Allow;
    else if (isNamed)
        kind = acl.isAllowList ? Kind::StopAllowing : Kind::StopDenying;
    return {kind, {}, acl.id, {group}};
}

StoreOutcome take(ChangeDraft &draft, const AccessWay &way)
{
    switch (way.kind) {
    case Kind::JoinGroup:
        return join(draft, way);
    case Kind::LeaveGroups:
        return leave(draft, way);
    case Kind::SwitchOff:
        return draft.update(u"plugins"_s, way.pluginId, {{u"enabled"_s, false}});
    case Kind::Allow:
    case Kind::StopAllowing:
    case Kind::Deny:
    case Kind::StopDenying:
        break;
    }
    return changeLists(draft, way);
}

QStringList concerned(const Config &config, const AccessWay &way)
{
    if (!way.consumerId.isEmpty())
        return {way.consumerId};
    QStringList ids;
    const QStringList listed = listOf(config.find(u"plugins"_s, way.pluginId).value_or(QJsonObject()), "allow"_L1);
    // When a list of one kind takes the place of the other, or none is left, it is about those it does not name too.
    const bool turns = way.kind == Kind::SwitchOff || (way.kind == Kind::Deny && !listed.isEmpty()) ||
                       (way.kind == Kind::Allow && listed.isEmpty());
    if (turns) {
        for (const QJsonObject &row : config.rows(u"consumers"_s))
            ids << row.value("id"_L1).toString();
        return ids;
    }
    for (const QJsonObject &row : config.rows(u"acls"_s)) {
        if (way.groups.contains(row.value("group"_L1).toString()))
            ids << foreignId(row, u"consumer"_s);
    }
    ids.removeDuplicates();
    return ids;
}

} // namespace gatehouse
