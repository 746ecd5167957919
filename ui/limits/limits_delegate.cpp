// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/limits/limits_delegate.h"

#include "ui/limits/limits_model.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QPainter>

#include <algorithm>

namespace gatehouse {

void LimitsDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem background = option;
    initStyleOption(&background, index);
    const QString text = background.text;
    background.text.clear();
    QApplication::style()->drawControl(QStyle::CE_ItemViewItem, &background, painter, option.widget);

    const double share = std::clamp(index.data(LimitsModel::shareRole).toDouble(), 0.0, 1.0);
    const theme::Tone tone = share >= 1 ? theme::Tone::ServerError : theme::Tone::ClientError;
    const QColor colour = share >= 0.8 ? theme::tone(tone, option.palette) : option.palette.color(QPalette::Highlight);
    const QRectF frame = QRectF(option.rect).adjusted(6.5, 6.5, -6.5, -6.5);
    const double barWidth = std::max(60.0, frame.width() - option.fontMetrics.averageCharWidth() * 24);
    const QRectF bar(frame.left(), frame.top(), barWidth, frame.height());

    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(theme::line(option.palette));
    painter->setBrush(option.palette.color(QPalette::Base));
    painter->drawRoundedRect(bar, 3, 3);
    painter->setPen(Qt::NoPen);
    painter->setBrush(colour);
    painter->drawRoundedRect(QRectF(bar.left(), bar.top(), bar.width() * share, bar.height()), 3, 3);
    if (share >= 0.8) {
        painter->setBrush(QBrush(option.palette.color(QPalette::Base), Qt::BDiagPattern));
        painter->drawRect(QRectF(bar.left(), bar.top(), bar.width() * share, bar.height()));
    }
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    painter->setPen(option.palette.color(selected ? QPalette::HighlightedText : QPalette::Text));
    painter->drawText(QRectF(bar.right() + 10, frame.top(), frame.right() - bar.right() - 10, frame.height()),
                      Qt::AlignLeft | Qt::AlignVCenter, text);
    painter->restore();
}

} // namespace gatehouse
