// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QPainter;

namespace gatehouse {

// A picture of figures, painted by itself, that shows when it has the focus. Its accessible name says what it is of,
// its accessible description what it tells; ChartPanel puts the table beside it. Thread: control.
class Chart : public QWidget
{
    Q_OBJECT
public:
    using QWidget::QWidget;

protected:
    void paintEvent(QPaintEvent *event) final;

    virtual void paintChart(QPainter &painter) = 0;
};

} // namespace gatehouse
