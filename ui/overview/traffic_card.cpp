// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/overview/traffic_card.h"

#include "ui/charts/chart_panel.h"
#include "ui/overview/sparkline.h"

#include <QLabel>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace gatehouse {

TrafficCard::TrafficCard(Shortcuts &shortcuts, QWidget *parent)
    : Card(u"trafficCard"_s, tr("Traffic"), parent)
    , m_minute(new Sparkline(u"sparkline"_s, tr("Requests of the last minute"), tr("last 60 seconds"), this))
    , m_quarter(new Sparkline(u"sparkline15"_s, tr("Requests of the last 15 minutes"), tr("last 15 minutes"), this))
{
    auto *panel = new ChartPanel(u"trafficCharts"_s, shortcuts, this);
    panel->add(m_minute, &m_minuteFigures);
    panel->add(m_quarter, &m_quarterFigures);
    m_rate = addFigure(panel->footer(), tr("Requests a second"));
    m_errors = addFigure(panel->footer(), tr("Answers of 400 and above"));
    body()->addWidget(panel, 1);
}

void TrafficCard::refresh(const TrafficStats &stats, qint64 nowSeconds)
{
    const TrafficStats::History minute = stats.history(nowSeconds, 1);
    const TrafficStats::History quarter =
        stats.history(nowSeconds, TrafficStats::span / static_cast<qint64>(TrafficStats::columns));
    m_minute->setHistory(minute);
    m_minuteFigures.setHistory(minute);
    m_quarter->setHistory(quarter);
    m_quarterFigures.setHistory(quarter);
    const TrafficStats::Summary summary = stats.summary(nowSeconds);
    const QLocale locale;
    m_rate->setText(locale.toString(summary.perSecond, 'f', 1));
    m_errors->setText(summary.requests == 0 ? u"–"_s : locale.toString(summary.errorShare * 100, 'f', 1) + u" %"_s);
}

} // namespace gatehouse
