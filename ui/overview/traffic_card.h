// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/overview/card.h"
#include "ui/overview/traffic_history_model.h"

namespace gatehouse {

class Shortcuts;
class Sparkline;

// The requests of the last minute and of the last 15 minutes, as charts and as tables. Thread: control.
class TrafficCard : public Card
{
    Q_OBJECT
public:
    explicit TrafficCard(Shortcuts &shortcuts, QWidget *parent = nullptr);

    void refresh(const TrafficStats &stats, qint64 nowSeconds);

private:
    TrafficHistoryModel m_minuteFigures;
    TrafficHistoryModel m_quarterFigures;
    Sparkline *m_minute;
    Sparkline *m_quarter;
    QLabel *m_rate;
    QLabel *m_errors;
};

} // namespace gatehouse
