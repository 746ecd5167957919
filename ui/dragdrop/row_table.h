// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/dragdrop/dragged_rows.h"

#include <QTableView>

#include <functional>

namespace gatehouse {

// A list whose selected rows can be dragged: onto what they can be moved to, or out of the program as YAML.
// Thread: control.
class RowTable : public QTableView
{
    Q_OBJECT
public:
    // `rows` tells what is selected when a drag begins; no ids: nothing can be dragged.
    RowTable(Workbench &workbench, std::function<DraggedRows()> rows, QWidget *parent);

    // What stands in it while its model, which is set before, has no rows.
    void setEmptyText(const QString &text);

protected:
    void paintEvent(QPaintEvent *event) override;
    void startDrag(Qt::DropActions supportedActions) override;

private:
    Workbench &m_workbench;
    std::function<DraggedRows()> m_rows;
    QString m_emptyText;
};

} // namespace gatehouse
