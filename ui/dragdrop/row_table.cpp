// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dragdrop/row_table.h"

#include "ui/theme/theme.h"

#include <QDrag>
#include <QMimeData>
#include <QPainter>

namespace gatehouse {

RowTable::RowTable(Workbench &workbench, std::function<DraggedRows()> rows, QWidget *parent)
    : QTableView(parent)
    , m_workbench(workbench)
    , m_rows(std::move(rows))
{
    setDragEnabled(true);
}

void RowTable::setEmptyText(const QString &text)
{
    m_emptyText = text;
    const auto describe = [this] { setAccessibleDescription(model()->rowCount() == 0 ? m_emptyText : QString()); };
    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(model(), signal, this, describe);
    connect(model(), &QAbstractItemModel::modelReset, this, describe);
    describe();
}

void RowTable::paintEvent(QPaintEvent *event)
{
    QTableView::paintEvent(event);
    if (m_emptyText.isEmpty() || !model() || model()->rowCount() > 0)
        return;
    QPainter painter(viewport());
    painter.setPen(theme::quietText(palette()));
    painter.drawText(viewport()->rect().adjusted(8, 8, -8, -8), Qt::AlignCenter | Qt::TextWordWrap, m_emptyText);
}

// Not the model's own drag: it carries cells, and would remove what was moved.
void RowTable::startDrag(Qt::DropActions)
{
    const DraggedRows rows = m_rows();
    if (rows.ids.isEmpty())
        return;
    auto *drag = new QDrag(this); // ends itself
    drag->setMimeData(makeMimeData(m_workbench, rows));
    drag->exec(Qt::CopyAction | Qt::MoveAction, Qt::MoveAction);
}

} // namespace gatehouse
