// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/limits/limit_history_chart.h"

#include "ui/limits/limits_delegate.h"
#include "ui/theme/theme.h"

#include <QLocale>
#include <QPainter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse {

LimitHistoryChart::LimitHistoryChart(const QString &objectName, QWidget *parent)
    : Chart(parent)
{
    setObjectName(objectName);
    setAccessibleName(tr("History of the selected bucket"));
}

void LimitHistoryChart::setWindows(const QList<LimitsHistory::Window> &windows, double limit)
{
    m_windows = windows;
    m_limit = limit;
    const auto full = std::count_if(windows.begin(), windows.end(), [limit](const LimitsHistory::Window &window) {
        return limit > 0 && window.used >= limit;
    });
    const quint32 now = windows.isEmpty() ? 0 : windows.last().used;
    setAccessibleDescription(tr("%n window(s)", nullptr, static_cast<int>(windows.size())) + u", "_s +
                             tr("%1 of them full; the running one %2 of %3").arg(full).arg(now).arg(limit));
    update();
}

void LimitHistoryChart::paintChart(QPainter &painter)
{
    const double lineHeight = fontMetrics().height() + 2;
    const QRectF heading(0, 0, width(), lineHeight);
    const QRectF area = QRectF(rect()).adjusted(0, lineHeight, 0, -1);
    quint32 most = 0;
    for (const LimitsHistory::Window &window : std::as_const(m_windows))
        most = std::max(most, window.used);
    const double unit = area.height() / std::max({m_limit, static_cast<double>(most), 1.0}) * 0.95;
    const double step = area.width() / LimitsHistory::windows;

    painter.setPen(theme::quietText(palette()));
    painter.drawText(heading, Qt::AlignLeft | Qt::AlignTop, tr("limit %1").arg(QLocale().toString(m_limit, 'g', 12)));
    painter.drawText(heading, Qt::AlignRight | Qt::AlignTop,
                     tr("last %n window(s)", nullptr, static_cast<int>(m_windows.size())));
    double left = area.right() - step * static_cast<double>(m_windows.size());
    for (const LimitsHistory::Window &window : std::as_const(m_windows)) {
        const double height = unit * window.used;
        const QRectF column(left, area.bottom() - height, std::max(step - 2, 1.0), height);
        fillUse(painter, column, m_limit > 0 ? window.used / m_limit : 0, palette());
        left += step;
    }
    painter.setPen(theme::line(palette()));
    painter.drawLine(area.bottomLeft(), area.bottomRight());
    painter.setPen(QPen(palette().color(QPalette::WindowText), 1, Qt::DashLine));
    const double top = area.bottom() - unit * m_limit;
    painter.drawLine(QPointF(area.left(), top), QPointF(area.right(), top));
}

} // namespace gatehouse
