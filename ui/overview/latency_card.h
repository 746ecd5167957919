// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/overview/card.h"
#include "ui/traffic/traffic_stats.h"

#include <QStandardItemModel>

#include <array>

namespace gatehouse {

class Shortcuts;
class TimingBar;

// How long the requests of the last minute took, and how much of it in the gateway and in the upstream, as a bar and as
// a table. Thread: control.
class LatencyCard : public Card
{
    Q_OBJECT
public:
    explicit LatencyCard(Shortcuts &shortcuts, QWidget *parent = nullptr);

    void refresh(const TrafficStats::Summary &summary);

private:
    void setFigures(const RequestTimes &mean);

    QStandardItemModel m_figures;
    std::array<QLabel *, 3> m_quantiles; // p50, p95, p99
    TimingBar *m_share;
};

} // namespace gatehouse
