// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/traffic/traffic_stats.h"

#include <QWidget>

namespace gatehouse {

// Requests of the last minute, one column a second, answers that failed on top and hatched. Thread: control.
class Sparkline : public QWidget
{
    Q_OBJECT
public:
    explicit Sparkline(QWidget *parent = nullptr);

    void setMinute(const std::array<TrafficStats::Second, TrafficStats::seconds> &minute);

    [[nodiscard]] QSize sizeHint() const override { return {320, 96}; }

    [[nodiscard]] QSize minimumSizeHint() const override { return {160, 72}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    std::array<TrafficStats::Second, TrafficStats::seconds> m_minute{};
};

} // namespace gatehouse
