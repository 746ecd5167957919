// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dragdrop/row_table.h"

#include <QDrag>
#include <QMimeData>

namespace gatehouse {

RowTable::RowTable(Workbench &workbench, std::function<DraggedRows()> rows, QWidget *parent)
    : QTableView(parent)
    , m_workbench(workbench)
    , m_rows(std::move(rows))
{
    setDragEnabled(true);
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
