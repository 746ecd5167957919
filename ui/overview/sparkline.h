// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/chart.h"
#include "ui/traffic/traffic_stats.h"

namespace gatehouse {

// Requests over time, one column a step, the kinds of answers stacked and patterned; beneath, what the patterns mean.
// Thread: control.
class Sparkline : public Chart
{
    Q_OBJECT
public:
    // `title` says of which time, in full; `span` the same beside the chart.
    Sparkline(const QString &objectName, const QString &title, QString span, QWidget *parent = nullptr);

    void setHistory(const TrafficStats::History &history);

    [[nodiscard]] QSize sizeHint() const override { return {320, 116}; }

    [[nodiscard]] QSize minimumSizeHint() const override { return {160, 100}; }

protected:
    void paintChart(QPainter &painter) override;

private:
    void paintColumn(QPainter &painter, const QRectF &place, const TrafficStats::Column &column) const;
    void paintLegend(QPainter &painter, const QRectF &place) const;

    QString m_span;
    TrafficStats::History m_history{};
    TrafficStats::Column m_sum;
    quint32 m_most = 0; // requests of one column
};

} // namespace gatehouse
