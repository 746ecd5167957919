// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dragdrop/drop_label.h"

#include <QPainter>

using namespace Qt::StringLiterals;

namespace gatehouse {

DropLabel::DropLabel(QWidget *over)
    : QLabel(over)
{
    setObjectName(u"dropLabel"_s);
    setAlignment(Qt::AlignCenter);
    setWordWrap(true);
    setMargin(12);
    setForegroundRole(QPalette::HighlightedText);
    setAttribute(Qt::WA_TransparentForMouseEvents);
    hide();
}

void DropLabel::showText(const QString &text)
{
    setVisible(!text.isEmpty());
    if (text.isEmpty())
        return;
    setText(text);
    const QRect area = parentWidget()->rect();
    const int width = qMin(area.width() - 16, fontMetrics().horizontalAdvance(text) + 48);
    resize(width, heightForWidth(width));
    move(area.center().x() - width / 2, area.bottom() - height() - 16);
    raise();
}

void DropLabel::paintEvent(QPaintEvent *event)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(palette().highlight());
    painter.drawRoundedRect(rect(), 8, 8);
    painter.end();
    QLabel::paintEvent(event);
}

} // namespace gatehouse
