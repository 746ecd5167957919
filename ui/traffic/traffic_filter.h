// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/counters/traffic_record.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace gatehouse {

// Which requests the traffic view shows: words that must stand in the path, route or consumer, and terms such as
// `status>=400`, `consumer:mobile-app`, `by:acl`, `total>100`. Compiled once, then compared without allocating.
// Thread: any (value).
class TrafficFilter
{
public:
    enum class Preset { All, Errors, Denied, Limited, NoRoute };

    TrafficFilter() = default;
    TrafficFilter(Preset preset, const QString &text);

    [[nodiscard]] bool accepts(const TrafficRecord &record) const noexcept;

    // Why the text cannot be understood; the terms before it are in force. Empty when all is well.
    [[nodiscard]] const QString &problem() const noexcept { return m_problem; }

private:
    enum class Comparison { Contains, Equal, NotEqual, Less, LessOrEqual, Greater, GreaterOrEqual };
    enum class Subject { Any, Status, Method, Path, Route, Service, Consumer, By, Client, Total, Upstream };

    struct Term {
        Subject subject = Subject::Any;
        Comparison comparison = Comparison::Contains;
        QByteArray text; // lower case
        double number = 0;
    };

    void addTerm(const QString &word);
    [[nodiscard]] bool acceptsPreset(const TrafficRecord &record) const noexcept;
    [[nodiscard]] static bool holds(const Term &term, const TrafficRecord &record) noexcept;
    [[nodiscard]] static bool compare(Comparison comparison, double value, double with) noexcept;

    Preset m_preset = Preset::All;
    QList<Term> m_terms;
    QString m_problem;
};

} // namespace gatehouse
