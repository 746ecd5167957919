// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/chart.h"

#include <QPainter>

namespace gatehouse {

void Chart::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.save();
    paintChart(painter);
    painter.restore();
    if (!hasFocus())
        return;
    painter.setBrush(Qt::NoBrush);
    painter.setPen(palette().color(QPalette::Highlight));
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

} // namespace gatehouse
