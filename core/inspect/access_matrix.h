// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inspect/access.h"

namespace gatehouse {

// Who can call what, for all consumers and routes at once, as AccessRules answers it. Pure functions; thread: any.

// A row: a consumer; without an id a request that presents nothing.
struct AccessLine {
    QString id;
    QString name;
    QStringList groups;
};

// A column: a route, and the acl that runs on it.
struct AccessColumn {
    QString id;
    QString name;
    bool isRouted = true; // false: its service is switched off, or it is none for HTTP
    RouteAcl acl;
};

enum class AccessState : quint8 {
    Allowed,
    Denied,
    NoCredential, // it would be allowed, but has nothing to be recognised by
    Public,
    Warning, // nobody gets through: the plugins of the route do not fit together
    NoData,  // no request is routed there
};

struct AccessCell {
    AccessState state = AccessState::NoData;
    AccessAnswer answer = {};

    bool operator==(const AccessCell &other) const = default;
};

// Which rows and columns: each word of the filter keeps those whose name has it, on the axis where any has. Of more
// than `most` the first are taken.
struct AccessSelection {
    QString filter;
    qsizetype most = 400;
};

struct AccessMatrix {
    QList<AccessLine> consumers; // the last one is nobody
    QList<AccessColumn> routes;
    QList<AccessCell> kinds;   // the different ones: there are few, and many cells
    QList<quint32> cells;      // row by row, places in `kinds`
    QList<AccessState> before; // of the same cells in the other configuration; empty: there is none
    qsizetype foundConsumers = 0;
    qsizetype foundRoutes = 0;

    [[nodiscard]] const AccessCell &at(qsizetype row, qsizetype column) const
    {
        return kinds[cells[row * routes.size() + column]];
    }

    [[nodiscard]] bool differs(qsizetype row, qsizetype column) const
    {
        return !before.isEmpty() && before[row * routes.size() + column] != at(row, column).state;
    }

    // How many of the consumers get through to a route.
    [[nodiscard]] qsizetype callers(qsizetype column) const;
};

[[nodiscard]] AccessMatrix accessMatrix(const Config &config, const AccessSelection &selection);
// Fills in what the cells are in the other configuration.
void compareWith(AccessMatrix &matrix, const Config &other);
// Only rows and columns with a cell that differs.
[[nodiscard]] AccessMatrix onlyDifferences(const AccessMatrix &matrix);

enum class GroupRule : quint8 {
    Allow,    // the allow list of the acl names it
    Deny,     // the deny list names it
    NotNamed, // the acl names others
    NoAcl,    // no acl runs on the route
    NoData,   // no request is routed there
};

struct GroupMatrix {
    QStringList groups;
    QList<AccessColumn> routes;
    qsizetype foundGroups = 0;
    qsizetype foundRoutes = 0;

    [[nodiscard]] GroupRule at(qsizetype row, qsizetype column) const;
};

[[nodiscard]] GroupMatrix groupMatrix(const Config &config, const AccessSelection &selection);

// What a change of the configuration opens or closes.
struct AccessShift {
    QString consumerId; // empty: nobody
    QString consumer;
    QString routeId;
    QString route;
    bool opens = false;
};

struct AccessShifts {
    QList<AccessShift> shifts;
    bool isComplete = true; // false: there were too many pairs to look at all
};

// Whose answers may change, and where.
struct ShiftQuestion {
    QStringList consumerIds; // nobody is asked about besides
    QString aclId;           // on the routes where it runs; empty: on all
    qsizetype mostPairs = 200'000;
};

[[nodiscard]] AccessShifts accessShifts(const Config &before, const Config &after, const ShiftQuestion &question);

} // namespace gatehouse
