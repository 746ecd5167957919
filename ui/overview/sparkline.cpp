// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/overview/sparkline.h"

#include "ui/overview/answer_bands.h"
#include "ui/theme/theme.h"

#include <QLocale>
#include <QPainter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse {

Sparkline::Sparkline(const QString &objectName, const QString &title, QString span, QWidget *parent)
    : Chart(parent)
    , m_span(std::move(span))
{
    setObjectName(objectName);
    setAccessibleName(title);
}

void Sparkline::setHistory(const TrafficStats::History &history)
{
    m_history = history;
    m_sum = {};
    m_most = 0;
    for (const TrafficStats::Column &column : history) {
        m_most = std::max(m_most, column.total());
        for (std::size_t i = 0; i < column.byClass.size(); ++i)
            m_sum.byClass[i] += column.byClass[i];
    }
    QStringList parts;
    for (const AnswerBand &band : answerBands) {
        if (const quint32 count = m_sum.byClass[band.statusClass]; count > 0)
            parts << bandName(band) + u": "_s + QLocale().toString(count);
    }
    setAccessibleDescription(tr("%n request(s)", nullptr, static_cast<int>(m_sum.total())) + u". "_s +
                             parts.join(u", "_s));
    update();
}

void Sparkline::paintColumn(QPainter &painter, const QRectF &place, const TrafficStats::Column &column) const
{
    const double unit = place.height() / std::max<double>(m_most, 4);
    double bottom = place.bottom();
    for (const AnswerBand &band : answerBands) {
        const double height = unit * column.byClass[band.statusClass];
        if (height > 0)
            fillBand(painter, QRectF(place.left(), bottom - height, place.width(), height), band, palette());
        bottom -= height;
    }
}

void Sparkline::paintLegend(QPainter &painter, const QRectF &place) const
{
    const double side = fontMetrics().ascent();
    double x = place.left();
    for (const AnswerBand &band : answerBands) {
        if (m_sum.byClass[band.statusClass] == 0)
            continue;
        const QString name = bandName(band);
        fillBand(painter, QRectF(x, place.bottom() - side, side, side), band, palette());
        painter.setPen(theme::quietText(palette()));
        painter.drawText(QRectF(x + side + 4, place.top(), place.width(), place.height()),
                         Qt::AlignLeft | Qt::AlignBottom, name);
        x += side + 16 + fontMetrics().horizontalAdvance(name);
    }
}

void Sparkline::paintChart(QPainter &painter)
{
    const double lineHeight = fontMetrics().height() + 2;
    const QRectF heading(0, 0, width(), lineHeight);
    const QRectF area = QRectF(rect()).adjusted(0, lineHeight, 0, -lineHeight - 4);
    const double step = area.width() / TrafficStats::columns;

    painter.setPen(theme::quietText(palette()));
    painter.drawText(heading, Qt::AlignLeft | Qt::AlignTop, tr("%1 at most").arg(QLocale().toString(m_most)));
    painter.drawText(heading, Qt::AlignRight | Qt::AlignTop, m_span);
    painter.setPen(theme::line(palette()));
    painter.drawLine(area.bottomLeft(), area.bottomRight());
    for (std::size_t i = 0; i < m_history.size(); ++i) {
        const double left = area.left() + step * static_cast<double>(i);
        paintColumn(painter, QRectF(left, area.top(), std::max(step - 1.5, 1.0), area.height()), m_history[i]);
    }
    paintLegend(painter, QRectF(0, area.bottom() + 4, width(), lineHeight));
}

} // namespace gatehouse
