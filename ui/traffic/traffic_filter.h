// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/counters/traffic_record.h"
#include "ui/traffic/filter_tree.h"

#include <QString>

namespace gatehouse {

// Which requests the traffic view shows: those of a preset that pass a text in the language of filter_parser.h. Read
// once, then compared without allocating, but for regular expressions. Thread: any (value).
class TrafficFilter
{
public:
    enum class Preset { All, Errors, Denied, Limited, Slow, NoRoute };

    static constexpr float slowMs = 200;

    TrafficFilter() = default;
    TrafficFilter(Preset preset, const QString &text);

    [[nodiscard]] bool accepts(const TrafficRecord &record, int flag = 0) const;

    // Why the text cannot be understood; the preset alone is in force then. Empty when all is well.
    [[nodiscard]] const QString &problem() const noexcept { return m_problem; }

private:
    [[nodiscard]] bool acceptsPreset(const TrafficRecord &record) const noexcept;
    [[nodiscard]] bool holds(qsizetype node, const TrafficRecord &record, int flag) const;

    Preset m_preset = Preset::All;
    FilterTree m_tree;
    QString m_problem;
};

} // namespace gatehouse
