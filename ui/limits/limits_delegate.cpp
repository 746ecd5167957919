// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/limits/limits_delegate.h"

#include "ui/limits/limits_model.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QPainter>

#include <algorithm>

namespace gatehouse {

void fillUse(QPainter &painter, const QRectF &area, double share, const QPalette &palette)
{
    const bool isNearlyFull = share >= 0.8;
    const theme::Tone tone = share >= 1 ? theme::Tone::ServerError : theme::Tone::ClientError;
    painter.fillRect(area, isNearlyFull ? theme::tone(tone, palette) : palette.color(QPalette::Highlight));
    if (isNearlyFull)
        painter.fillRect(area, QBrush(palette.color(QPalette::Base), Qt::BDiagPattern));
}

void LimitsDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem background = option;
    initStyleOption(&background, index);
    const QString text = background.text;
    background.text.clear();
    QApplication::style()->drawControl(QStyle::CE_ItemViewItem, &background, painter, option.widget);

    const double share = std::clamp(index.data(LimitsModel::shareRole).toDouble(), 0.0, 1.0);
    const QRectF frame = QRectF(option.rect).adjusted(6.5, 6.5, -6.5, -6.5);
    const double barWidth = std::max(60.0, frame.width() - option.fontMetrics.averageCharWidth() * 24);
    const QRectF bar(frame.left(), frame.top(), barWidth, frame.height());

    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(theme::line(option.palette));
    painter->setBrush(option.palette.color(QPalette::Base));
    painter->drawRoundedRect(bar, 3, 3);
    fillUse(*painter, QRectF(bar.left(), bar.top(), bar.width() * share, bar.height()).adjusted(0.5, 0.5, -0.5, -0.5),
            share, option.palette);
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    painter->setPen(option.palette.color(selected ? QPalette::HighlightedText : QPalette::Text));
    painter->drawText(QRectF(bar.right() + 10, frame.top(), frame.right() - bar.right() - 10, frame.height()),
                      Qt::AlignLeft | Qt::AlignVCenter, text);
    painter->restore();
}

} // namespace gatehouse
