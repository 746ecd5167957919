// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/traffic/timing_bar.h"

#include "ui/theme/theme.h"

#include <QLocale>
#include <QPainter>

#include <array>

using namespace Qt::StringLiterals;

namespace gatehouse {

TimingBar::TimingBar(QWidget *parent)
    : Chart(parent)
{
    setObjectName(u"timingBar"_s);
    setAccessibleName(tr("Where the time went"));
}

QSize TimingBar::sizeHint() const
{
    return {200, fontMetrics().height() + 20};
}

void TimingBar::setTimes(const RequestTimes &times)
{
    m_times = times;
    setAccessibleDescription(tr("Gateway %1, upstream %2, sending the answer %3")
                                 .arg(partText(times.gateway), partText(times.upstream), partText(times.answer)));
    update();
}

QString TimingBar::partText(double part) const
{
    if (part <= 0)
        return u"–"_s;
    const QLocale locale;
    return tr("%1 ms (%2 %)").arg(locale.toString(part, 'f', 2), locale.toString(100 * part / m_times.total(), 'f', 0));
}

void TimingBar::paintChart(QPainter &painter)
{
    painter.setRenderHint(QPainter::Antialiasing);
    const double total = std::max(m_times.total(), 0.001);
    const QRectF bar(0.5, 1, width() - 1, 12);
    const QColor accent = palette().color(QPalette::Highlight);
    const std::array<double, 3> parts{m_times.gateway, m_times.upstream, m_times.answer};
    const std::array<QBrush, 3> brushes{QBrush(accent), QBrush(accent.lighter(150), Qt::Dense3Pattern),
                                        QBrush(theme::line(palette()))};
    painter.setPen(Qt::NoPen);
    double x = bar.left();
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const double width = bar.width() * parts[i] / total;
        painter.setBrush(brushes[i]);
        painter.drawRect(QRectF(x, bar.top(), width, bar.height()));
        x += width;
    }
    painter.setBrush(Qt::NoBrush);
    painter.setPen(theme::line(palette()));
    painter.drawRect(bar);
    painter.setPen(palette().color(QPalette::WindowText));
    painter.drawText(QRectF(0, bar.bottom() + 4, width(), fontMetrics().height() + 2), Qt::AlignLeft,
                     tr("gateway %1   ·   upstream %2   ·   answer %3")
                         .arg(partText(m_times.gateway), partText(m_times.upstream), partText(m_times.answer)));
}

} // namespace gatehouse
