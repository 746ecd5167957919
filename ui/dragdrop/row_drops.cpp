// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dragdrop/row_drops.h"

#include "ui/dragdrop/drop_label.h"

#include <QDropEvent>
#include <QTableView>

namespace gatehouse {

RowDrops::RowDrops(Workbench &workbench, QTableView &list, RowAt rowAt)
    : QObject(&list)
    , m_moves(workbench)
    , m_list(list)
    , m_rowAt(std::move(rowAt))
    , m_label(new DropLabel(list.viewport()))
{
    list.viewport()->setAcceptDrops(true);
    list.viewport()->installEventFilter(this);
}

RowMoves::Place RowDrops::placeAt(const QDropEvent &event) const
{
    const auto [table, id] = m_rowAt(m_list.indexAt(event.position().toPoint()));
    return id.isEmpty() ? RowMoves::Place{} : m_moves.placeOf(table, id);
}

RowMoves::Way RowDrops::wayOf(const QDropEvent &event)
{
    return event.modifiers().testFlag(Qt::ControlModifier) ? RowMoves::Way::Copy : RowMoves::Way::Move;
}

void RowDrops::dragOver(QDropEvent &event, const DraggedRows &rows)
{
    const RowMoves::Place place = placeAt(event);
    const QString text = place.id.isEmpty() ? QString() : m_moves.text(rows, place, wayOf(event));
    m_label->showText(text);
    // Entering is accepted anywhere, or no further movement would be told.
    event.setDropAction(wayOf(event) == RowMoves::Way::Copy ? Qt::CopyAction : Qt::MoveAction);
    event.setAccepted(event.type() == QEvent::DragEnter || !text.isEmpty());
}

bool RowDrops::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::DragLeave)
        m_label->showText({});
    if (event->type() != QEvent::DragEnter && event->type() != QEvent::DragMove && event->type() != QEvent::Drop)
        return QObject::eventFilter(watched, event);
    auto &drop = static_cast<QDropEvent &>(*event);
    const std::optional<DraggedRows> rows = draggedRows(*drop.mimeData());
    if (!rows)
        return QObject::eventFilter(watched, event);
    if (event->type() != QEvent::Drop) {
        dragOver(drop, *rows);
        return true;
    }
    m_label->showText({});
    const RowMoves::Place place = placeAt(drop);
    drop.setAccepted(!place.id.isEmpty() && m_moves.run(*rows, place, wayOf(drop)));
    return true;
}

} // namespace gatehouse
