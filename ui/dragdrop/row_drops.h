// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/dragdrop/row_moves.h"

#include <QObject>

#include <functional>

class QDropEvent;
class QTableView;

namespace gatehouse {

class DropLabel;

// Lets rows be dropped onto the rows of a list: it says what would happen while the drag is over them. Holding Ctrl
// copies a plugin instead of moving it. Thread: control. Belongs to the list.
class RowDrops : public QObject
{
    Q_OBJECT
public:
    // Table and id of the row at an index; an empty id: none.
    using RowAt = std::function<std::pair<QString, QString>(const QModelIndex &index)>;

    RowDrops(Workbench &workbench, QTableView &list, RowAt rowAt);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    [[nodiscard]] RowMoves::Place placeAt(const QDropEvent &event) const;
    [[nodiscard]] static RowMoves::Way wayOf(const QDropEvent &event);
    void dragOver(QDropEvent &event, const DraggedRows &rows);

    RowMoves m_moves;
    QTableView &m_list;
    RowAt m_rowAt;
    DropLabel *m_label;
};

} // namespace gatehouse
