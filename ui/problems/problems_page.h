// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/main_window/page.h"
#include "ui/problems/problem_model.h"

class QStackedWidget;
class QTableView;

namespace gatehouse {

// What is wrong, in one list. Thread: control. The store must outlive it.
class ProblemsPage : public Page
{
    Q_OBJECT
public:
    explicit ProblemsPage(ProblemStore &store, QWidget *parent = nullptr);

    // Moves to the next (or previous) problem and shows where it can be repaired.
    void step(int by);

signals:
    // Where a problem can be repaired; an empty table: nowhere but in the file.
    void repairRequested(const QString &table, const QString &id, const QString &path);

private:
    void repair(int row);
    void makeTable();
    void refresh();
    void copyAll();

    ProblemStore &m_store;
    ProblemModel m_model;
    QTableView *m_table;
    QStackedWidget *m_stack;
};

} // namespace gatehouse
