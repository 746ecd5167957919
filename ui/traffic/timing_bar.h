// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/chart.h"
#include "ui/traffic/request_times.h"

namespace gatehouse {

// Where the time of a request went, as one bar: gateway, upstream, answer on its way. Thread: control.
class TimingBar : public Chart
{
    Q_OBJECT
public:
    explicit TimingBar(QWidget *parent = nullptr);

    void setTimes(const RequestTimes &times);
    [[nodiscard]] QSize sizeHint() const override;

    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintChart(QPainter &painter) override;

private:
    // One part: its time and its share of the whole.
    [[nodiscard]] QString partText(double part) const;

    RequestTimes m_times;
};

} // namespace gatehouse
