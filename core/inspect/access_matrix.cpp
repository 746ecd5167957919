// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inspect/access_matrix.h"

#include "core/inspect/group_names.h"
#include "core/model/row_name.h"
#include "core/snapshot/entity_plans.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

bool getsThrough(AccessState state)
{
    return state == AccessState::Allowed || state == AccessState::Public;
}

AccessState stateOf(const AccessAnswer &answer, const QString &consumerId)
{
    if (answer.kind == AccessAnswer::Kind::Allowed)
        return AccessState::Allowed;
    if (answer.kind == AccessAnswer::Kind::Public)
        return AccessState::Public;
    const bool lacksAnonymous = answer.reason == AccessAnswer::Reason::NoCredential && answer.plugins.isEmpty();
    if (lacksAnonymous || (answer.reason == AccessAnswer::Reason::NeverRecognised && !consumerId.isEmpty()))
        return AccessState::Warning;
    return answer.credentialWouldDo ? AccessState::NoCredential : AccessState::Denied;
}

AccessCell cellOf(const AccessRules &rules, const AccessColumn &route, const QString &consumerId)
{
    if (!route.isRouted)
        return {};
    const AccessAnswer answer = rules.ask(route.id, consumerId);
    return {stateOf(answer, consumerId), answer};
}

QList<AccessLine> allConsumers(const Config &config)
{
    QHash<QString, QStringList> groups;
    for (const QJsonObject &row : config.rows(u"acls"_s))
        groups[foreignId(row, u"consumer"_s)] << row.value("group"_L1).toString();
    QList<AccessLine> lines;
    for (const QJsonObject &row : config.rows(u"consumers"_s)) {
        const QString id = row.value("id"_L1).toString();
        lines << AccessLine{id, shownName(row), groups.value(id)};
    }
    return lines;
}

QList<AccessColumn> allRoutes(const Config &config)
{
    QList<AccessColumn> columns;
    for (const QJsonObject &row : config.rows(u"routes"_s))
        columns << AccessColumn{row.value("id"_L1).toString(), shownName(row), isRouted(config, row), {}};
    return columns;
}

const QString &nameOf(const QString &group)
{
    return group;
}

template <class Entry>
const QString &nameOf(const Entry &entry)
{
    return entry.name;
}

template <class Entry>
QList<Entry> withWord(const QList<Entry> &entries, const QString &word)
{
    QList<Entry> kept;
    std::copy_if(entries.begin(), entries.end(), std::back_inserter(kept),
                 [&word](const Entry &entry) { return nameOf(entry).contains(word, Qt::CaseInsensitive); });
    return kept;
}

// A word is about the axis that has it; one that neither has leaves nothing.
template <class Row>
void narrow(QList<Row> &rows, QList<AccessColumn> &routes, const QString &filter)
{
    const QStringList words = filter.split(u' ', Qt::SkipEmptyParts);
    for (const QString &word : words) {
        const QList<Row> fewerRows = withWord(rows, word);
        const QList<AccessColumn> fewerRoutes = withWord(routes, word);
        const bool isNowhere = fewerRows.isEmpty() && fewerRoutes.isEmpty();
        if (!fewerRows.isEmpty() || isNowhere)
            rows = fewerRows;
        if (!fewerRoutes.isEmpty() || isNowhere)
            routes = fewerRoutes;
    }
}

// Where a cell stands among the kinds; those of its column are tried, as an answer names what runs there.
quint32 placeOf(const AccessCell &cell, QList<AccessCell> &kinds, QList<quint32> &ofColumn)
{
    for (const quint32 place : std::as_const(ofColumn)) {
        if (kinds[place] == cell)
            return place;
    }
    ofColumn << static_cast<quint32>(kinds.size());
    kinds << cell;
    return ofColumn.last();
}

void fillAcls(QList<AccessColumn> &routes, const AccessRules &rules)
{
    for (AccessColumn &route : routes)
        route.acl = rules.acl(route.id);
}

} // namespace

qsizetype AccessMatrix::callers(qsizetype column) const
{
    qsizetype count = 0;
    for (qsizetype row = 0; row < consumers.size(); ++row)
        count += !consumers[row].id.isEmpty() && getsThrough(at(row, column).state) ? 1 : 0;
    return count;
}

AccessMatrix accessMatrix(const Config &config, const AccessSelection &selection)
{
    AccessMatrix matrix;
    matrix.consumers = allConsumers(config);
    matrix.routes = allRoutes(config);
    narrow(matrix.consumers, matrix.routes, selection.filter);
    matrix.foundConsumers = matrix.consumers.size();
    matrix.foundRoutes = matrix.routes.size();
    matrix.consumers.resize(qMin(matrix.foundConsumers, selection.most));
    matrix.routes.resize(qMin(matrix.foundRoutes, selection.most));
    if (matrix.routes.isEmpty())
        return matrix;
    matrix.consumers << AccessLine{};
    const AccessRules rules(config);
    fillAcls(matrix.routes, rules);
    matrix.cells.reserve(matrix.consumers.size() * matrix.routes.size());
    QList<QList<quint32>> known(matrix.routes.size()); // kinds of cells, by column
    for (const AccessLine &consumer : std::as_const(matrix.consumers)) {
        for (qsizetype column = 0; column < matrix.routes.size(); ++column)
            matrix.cells << placeOf(cellOf(rules, matrix.routes[column], consumer.id), matrix.kinds, known[column]);
    }
    return matrix;
}

void compareWith(AccessMatrix &matrix, const Config &other)
{
    const AccessRules rules(other);
    matrix.before.clear();
    matrix.before.reserve(matrix.cells.size());
    QList<AccessColumn> routes = matrix.routes;
    for (AccessColumn &route : routes) {
        const auto row = other.find(u"routes"_s, route.id);
        route.isRouted = row && isRouted(other, *row);
    }
    for (const AccessLine &consumer : std::as_const(matrix.consumers)) {
        const bool isKnown = consumer.id.isEmpty() || other.table(u"consumers"_s).contains(consumer.id);
        for (const AccessColumn &route : std::as_const(routes))
            matrix.before << (isKnown ? cellOf(rules, route, consumer.id).state : AccessState::NoData);
    }
}

AccessMatrix onlyDifferences(const AccessMatrix &matrix)
{
    QList<qsizetype> rows;
    QSet<qsizetype> columns;
    for (qsizetype row = 0; row < matrix.consumers.size(); ++row) {
        for (qsizetype column = 0; column < matrix.routes.size(); ++column) {
            if (!matrix.differs(row, column))
                continue;
            columns << column;
            if (rows.isEmpty() || rows.last() != row)
                rows << row;
        }
    }
    QList<qsizetype> ordered(columns.begin(), columns.end());
    std::sort(ordered.begin(), ordered.end());
    AccessMatrix few;
    few.kinds = matrix.kinds;
    few.foundConsumers = matrix.foundConsumers;
    few.foundRoutes = matrix.foundRoutes;
    for (const qsizetype column : std::as_const(ordered))
        few.routes << matrix.routes[column];
    for (const qsizetype row : std::as_const(rows)) {
        few.consumers << matrix.consumers[row];
        for (const qsizetype column : std::as_const(ordered)) {
            few.cells << matrix.cells[row * matrix.routes.size() + column];
            few.before << matrix.before[row * matrix.routes.size() + column];
        }
    }
    return few;
}

GroupRule GroupMatrix::at(qsizetype row, qsizetype column) const
{
    const AccessColumn &route = routes[column];
    if (!route.isRouted)
        return GroupRule::NoData;
    if (route.acl.id.isEmpty())
        return GroupRule::NoAcl;
    if (!route.acl.groups.contains(groups[row]))
        return GroupRule::NotNamed;
    return route.acl.isAllowList ? GroupRule::Allow : GroupRule::Deny;
}

GroupMatrix groupMatrix(const Config &config, const AccessSelection &selection)
{
    GroupMatrix matrix;
    matrix.groups = groupNames(config).keys();
    matrix.routes = allRoutes(config);
    narrow(matrix.groups, matrix.routes, selection.filter);
    matrix.foundGroups = matrix.groups.size();
    matrix.foundRoutes = matrix.routes.size();
    matrix.groups.resize(qMin(matrix.foundGroups, selection.most));
    matrix.routes.resize(qMin(matrix.foundRoutes, selection.most));
    fillAcls(matrix.routes, AccessRules(config));
    return matrix;
}

AccessShifts accessShifts(const Config &before, const Config &after, const ShiftQuestion &question)
{
    const AccessRules was(before);
    const AccessRules is(after);
    QList<AccessColumn> routes = allRoutes(after);
    if (!question.aclId.isEmpty())
        routes.removeIf([&](const AccessColumn &route) { return was.acl(route.id).id != question.aclId; });
    AccessShifts result;
    qsizetype pairs = 0;
    for (const QString &consumerId : question.consumerIds + QStringList{QString()}) {
        const QString name = shownName(after.find(u"consumers"_s, consumerId).value_or(QJsonObject()));
        for (const AccessColumn &route : std::as_const(routes)) {
            if (++pairs > question.mostPairs) {
                result.isComplete = false;
                return result;
            }
            const bool opens = getsThrough(cellOf(is, route, consumerId).state);
            if (opens != getsThrough(cellOf(was, route, consumerId).state))
                result.shifts << AccessShift{consumerId, name, route.id, route.name, opens};
        }
    }
    return result;
}

} // namespace gatehouse
