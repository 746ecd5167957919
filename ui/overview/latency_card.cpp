// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/overview/latency_card.h"

#include "ui/charts/chart_panel.h"
#include "ui/traffic/timing_bar.h"

#include <QLabel>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace gatehouse {

LatencyCard::LatencyCard(Shortcuts &shortcuts, QWidget *parent)
    : Card(u"latencyCard"_s, tr("Time per request, last minute"), parent)
    , m_share(new TimingBar(this))
{
    m_share->setObjectName(u"latencyShare"_s);
    m_share->setAccessibleName(tr("Share of gateway and upstream"));
    auto *panel = new ChartPanel(u"latencyCharts"_s, shortcuts, this);
    m_figures.setColumnCount(3);
    m_figures.setHorizontalHeaderLabels({tr("Part"), tr("Mean"), tr("Share")});
    for (const QString &part : {tr("Gateway"), tr("Upstream"), tr("Answer")})
        m_figures.appendRow({new QStandardItem(part), new QStandardItem, new QStandardItem}); // the model owns them
    panel->add(m_share, &m_figures);
    m_quantiles = {addFigure(panel->footer(), tr("Half are faster than")),
                   addFigure(panel->footer(), tr("95 % are faster than")),
                   addFigure(panel->footer(), tr("99 % are faster than"))};
    body()->addWidget(panel, 1);
    setFigures({});
}

void LatencyCard::refresh(const TrafficStats::Summary &summary)
{
    const std::array values{summary.p50, summary.p95, summary.p99};
    for (std::size_t i = 0; i < values.size(); ++i) {
        m_quantiles[i]->setText(
            summary.requests == 0 ? u"–"_s : QLocale().toString(values[i], 'f', values[i] < 10 ? 2 : 0) + u" ms"_s);
    }
    m_share->setTimes(summary.mean);
    setFigures(summary.mean);
}

void LatencyCard::setFigures(const RequestTimes &mean)
{
    const QLocale locale;
    const std::array values{mean.gateway, mean.upstream, mean.answer};
    for (int row = 0; row < m_figures.rowCount(); ++row) {
        const double value = values[static_cast<std::size_t>(row)];
        const bool known = value > 0;
        m_figures.item(row, 1)->setText(known ? locale.toString(value, 'f', 2) + u" ms"_s : u"–"_s);
        m_figures.item(row, 2)->setText(known ? locale.toString(100 * value / mean.total(), 'f', 0) + u" %"_s : u"–"_s);
    }
}

} // namespace gatehouse
