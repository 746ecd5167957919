// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/counters/traffic_record.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>

namespace gatehouse {

// Which requests the traffic view shows: words that must stand in the path, route or consumer, and terms such as
// `status>=400`, `consumer:mobile-app`, `by:acl`, `total>100`. A value with blanks stands in double quotes,
// `consumer="big corp"`, in which a quote or a backslash has a backslash before it. Compiled once, then compared
// without allocating. Thread: any (value).
class TrafficFilter
{
public:
    enum class Preset { All, Errors, Denied, Limited, NoRoute };

    TrafficFilter() = default;
    TrafficFilter(Preset preset, const QString &text);

    // A value as it stands in a filter: in quotes when it has to.
    [[nodiscard]] static QString quoted(const QString &value);

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

    // A word up to where its quotes begin, and what stands in them.
    struct Word {
        QString head;
        std::optional<QString> quoted;
    };

    [[nodiscard]] Word takeWord(QStringView &text);
    [[nodiscard]] QString takeQuoted(QStringView &text);
    [[nodiscard]] static Term termOf(const QByteArray &head); // in lower case
    void addTerm(const Word &word);
    [[nodiscard]] bool acceptsPreset(const TrafficRecord &record) const noexcept;
    [[nodiscard]] static bool holds(const Term &term, const TrafficRecord &record) noexcept;
    [[nodiscard]] static bool compare(Comparison comparison, double value, double with) noexcept;

    Preset m_preset = Preset::All;
    QList<Term> m_terms;
    QString m_problem;
};

} // namespace gatehouse
