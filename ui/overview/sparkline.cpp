// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/overview/sparkline.h"

#include "ui/theme/theme.h"

#include <QPainter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse {

Sparkline::Sparkline(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(u"sparkline"_s);
    setAccessibleName(tr("Requests of the last minute"));
}

void Sparkline::setMinute(const std::array<TrafficStats::Second, TrafficStats::seconds> &minute)
{
    m_minute = minute;
    quint64 total = 0;
    for (const TrafficStats::Second &second : minute)
        total += second.total();
    setAccessibleDescription(tr("%n request(s) in the last minute", nullptr, static_cast<int>(total)));
    update();
}

void Sparkline::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const auto most = std::max_element(m_minute.begin(), m_minute.end(),
                                       [](const auto &a, const auto &b) { return a.total() < b.total(); });
    const double top = std::max<double>(most->total(), 4);
    const double labelHeight = fontMetrics().height() + 2;
    const QRectF area = QRectF(rect()).adjusted(0, labelHeight, 0, -1);
    const double step = area.width() / TrafficStats::seconds;

    painter.setPen(theme::quietText(palette()));
    painter.drawText(QRectF(0, 0, width(), labelHeight), Qt::AlignLeft | Qt::AlignTop,
                     tr("%1 at most").arg(most->total()));
    painter.drawText(QRectF(0, 0, width(), labelHeight), Qt::AlignRight | Qt::AlignTop, tr("last 60 seconds"));
    painter.setPen(theme::line(palette()));
    painter.drawLine(area.bottomLeft(), area.bottomRight());
    painter.setPen(Qt::NoPen);
    const QColor good = palette().color(QPalette::Highlight);
    for (std::size_t i = 0; i < m_minute.size(); ++i) {
        const TrafficStats::Second &second = m_minute[i];
        const double failed = second.byClass[0] + second.byClass[4] + second.byClass[5];
        const double height = area.height() * second.total() / top;
        const double failedHeight = area.height() * failed / top;
        const QRectF column(area.left() + step * static_cast<double>(i), area.bottom() - height,
                            std::max(step - 1.5, 1.0), height);
        painter.setBrush(good);
        painter.drawRect(column.adjusted(0, failedHeight, 0, 0));
        painter.setBrush(theme::tone(theme::Tone::ClientError, palette()));
        painter.drawRect(QRectF(column.left(), column.top(), column.width(), failedHeight));
        painter.setBrush(QBrush(palette().color(QPalette::Base), Qt::BDiagPattern));
        painter.drawRect(QRectF(column.left(), column.top(), column.width(), failedHeight));
    }
}

} // namespace gatehouse
