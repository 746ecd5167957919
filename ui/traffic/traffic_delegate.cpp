// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/traffic/traffic_delegate.h"

#include "ui/theme/theme.h"
#include "ui/traffic/traffic_model.h"

namespace gatehouse {

namespace {

theme::Tone toneOf(int status)
{
    if (status == 429)
        return theme::Tone::Limited;
    if (status >= 500)
        return theme::Tone::ServerError;
    if (status >= 400)
        return theme::Tone::ClientError;
    return status >= 300 ? theme::Tone::Redirect : theme::Tone::Plain;
}

} // namespace

void TrafficDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    option->textElideMode = index.column() == TrafficModel::Path ? Qt::ElideMiddle : Qt::ElideRight;
    if (option->state.testFlag(QStyle::State_Selected))
        return;
    const int status = index.data(TrafficModel::statusRole).toInt();
    QColor colour = option->palette.color(QPalette::Text);
    if (index.column() == TrafficModel::Status)
        colour = theme::tone(toneOf(status), option->palette);
    else if (index.column() == TrafficModel::Time)
        colour = theme::quietText(option->palette);
    option->palette.setColor(QPalette::Text, colour);
    if (index.column() == TrafficModel::Status && status >= 400)
        option->font.setBold(true);
}

} // namespace gatehouse
