// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QRegularExpression>

#include <array>

namespace gatehouse {

// What a traffic filter is made of once it has been read. Thread: any (values).

enum class FilterSubject {
    Any, // path, route and consumer
    Status,
    Method,
    Path,
    Route,
    Service,
    Consumer,
    By,
    Client,
    Total,
    Gateway,
    Upstream,
    Size,
    Revision,
    Flag
};

enum class FilterComparison { Contains, Equal, NotEqual, Less, LessOrEqual, Greater, GreaterOrEqual, Matches };

// A name that may stand before a comparison.
struct FilterField {
    const char *name;
    FilterSubject subject;
    bool isNumber;
};

inline constexpr std::array<FilterField, 17> filterFields{{{"status", FilterSubject::Status, true},
                                                           {"method", FilterSubject::Method, false},
                                                           {"path", FilterSubject::Path, false},
                                                           {"route", FilterSubject::Route, false},
                                                           {"service", FilterSubject::Service, false},
                                                           {"consumer", FilterSubject::Consumer, false},
                                                           {"by", FilterSubject::By, false},
                                                           {"plugin", FilterSubject::By, false},
                                                           {"client", FilterSubject::Client, false},
                                                           {"ip", FilterSubject::Client, false},
                                                           {"total", FilterSubject::Total, true},
                                                           {"gateway", FilterSubject::Gateway, true},
                                                           {"upstream", FilterSubject::Upstream, true},
                                                           {"size", FilterSubject::Size, true},
                                                           {"rev", FilterSubject::Revision, true},
                                                           {"revision", FilterSubject::Revision, true},
                                                           {"flag", FilterSubject::Flag, true}}};

struct FilterTerm {
    FilterSubject subject = FilterSubject::Any;
    FilterComparison comparison = FilterComparison::Contains;
    QByteArray text; // lower case
    double number = 0;
    QRegularExpression pattern = {};
};

struct FilterNode {
    enum class Kind { Term, Not, And, Or };

    Kind kind = Kind::Term;
    qsizetype left = -1; // nodes that stand before it
    qsizetype right = -1;
    FilterTerm term = {};
};

// The last node is the root; none accepts everything.
using FilterTree = QList<FilterNode>;

} // namespace gatehouse
