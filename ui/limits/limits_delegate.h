// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace gatehouse {

// Paints how much of a limit is used as a bar with the figures on it; hatched from 80 %, so that colour is not the only
// sign. Thread: control.
class LimitsDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

// Fills an area by how much of a limit is used: another colour from 80 %, and hatched.
void fillUse(QPainter &painter, const QRectF &area, double share, const QPalette &palette);

} // namespace gatehouse
