// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/chart.h"
#include "ui/limits/limits_history.h"

namespace gatehouse {

// How far a bucket was used window by window, under the line of its limit; hatched from 80 %. Thread: control.
class LimitHistoryChart : public Chart
{
    Q_OBJECT
public:
    explicit LimitHistoryChart(const QString &objectName, QWidget *parent = nullptr);

    void setWindows(const QList<LimitsHistory::Window> &windows, double limit);

    [[nodiscard]] QSize sizeHint() const override { return {320, 96}; }

    [[nodiscard]] QSize minimumSizeHint() const override { return {160, 80}; }

protected:
    void paintChart(QPainter &painter) override;

private:
    QList<LimitsHistory::Window> m_windows;
    double m_limit = 0;
};

} // namespace gatehouse
