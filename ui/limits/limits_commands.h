// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/main_window/workbench.h"

class QAction;
class QTableView;

namespace gatehouse {

// What can be done with a bucket of a list of rate limits: raise its limit, see its requests, set it back. Stands in
// the list's context menu. Thread: control. Child of the list; the workbench outlives it.
class LimitsCommands : public QObject
{
    Q_OBJECT
public:
    // `place` is what the settings call the list, for the keys.
    LimitsCommands(Workbench &workbench, QTableView &table, const QString &place);

signals:
    void changed(); // counters

private:
    QAction *add(const QString &objectName, const QString &text, const QString &place);
    void raise();
    void showRequests();
    void reset();
    void refresh();
    [[nodiscard]] QString filter() const;

    Workbench &m_workbench;
    QTableView &m_table;
    QList<QAction *> m_actions;
};

} // namespace gatehouse
