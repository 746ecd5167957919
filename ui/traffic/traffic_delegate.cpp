// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/traffic/traffic_delegate.h"

#include "ui/theme/theme.h"
#include "ui/traffic/traffic_model.h"

namespace gatehouse {

void TrafficDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    option->textElideMode = index.column() == TrafficModel::Path ? Qt::ElideMiddle : Qt::ElideRight;
    if (option->state.testFlag(QStyle::State_Selected))
        return;
    const int status = index.data(TrafficModel::statusRole).toInt();
    QColor colour = option->palette.color(QPalette::Text);
    if (index.column() == TrafficModel::Status)
        colour = theme::tone(theme::toneOf(status), option->palette);
    else if (index.column() == TrafficModel::Time)
        colour = theme::quietText(option->palette);
    option->palette.setColor(QPalette::Text, colour);
    if (index.column() == TrafficModel::Status && status >= 400)
        option->font.setBold(true);
}

} // namespace gatehouse
