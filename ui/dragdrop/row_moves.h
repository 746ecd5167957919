// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/change_draft.h"
#include "ui/dragdrop/dragged_rows.h"

namespace gatehouse {

// Where rows can be moved: routes to a service, consumers to a group, plugins to another scope. The same for a drag and
// for its command in the menu; a move is one step of the history. Thread: control.
class RowMoves
{
public:
    enum class Way { Move, Copy };

    // What rows are moved to; `table` is "services", "routes", "consumers", "acls" for a group, or empty for
    // everything.
    struct Place {
        QString table;
        QString id; // of a group: its name
        QString name;
    };

    explicit RowMoves(Workbench &workbench)
        : m_workbench(workbench)
    {
    }

    // Where the rows of a table can go: what the command offers.
    [[nodiscard]] QList<Place> places(const QString &table) const;
    // What a move would do, in words; empty when it cannot be.
    [[nodiscard]] QString text(const DraggedRows &rows, const Place &place, Way way) const;
    // What a place is called beside others.
    [[nodiscard]] QString title(const Place &place) const;
    // False when the configuration refuses it; the message has been shown.
    bool run(const DraggedRows &rows, const Place &place, Way way);

    // A place with the name it has in the configuration.
    [[nodiscard]] Place placeOf(const QString &table, const QString &id) const;

private:
    StoreOutcome moveRow(ChangeDraft &draft, const DraggedRows &rows, const QString &id, const Place &place, Way way);
    [[nodiscard]] QString what(const DraggedRows &rows) const;

    Workbench &m_workbench;
};

} // namespace gatehouse
