// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/problems/problem_model.h"

#include <QTableView>

namespace gatehouse {

// The problems as a list; Enter goes where one can be repaired. Thread: control. The store must outlive it.
class ProblemList : public QTableView
{
    Q_OBJECT
public:
    ProblemList(const QString &objectName, ProblemStore &store, QWidget *parent = nullptr);

    [[nodiscard]] const ProblemModel &problems() const noexcept { return m_model; }

    // Moves to the next (or previous) problem and shows where it can be repaired.
    void step(int by);

    // Where the reference speaks of the current problem; empty when it is about no row.
    [[nodiscard]] QString helpSection() const;
    [[nodiscard]] QString helpField() const;

signals:
    // Where a problem can be repaired; nothing is said of those that only the file can repair.
    void repairRequested(const QString &table, const QString &id, const QString &path);

private:
    void makeCommands();
    void refreshCommands();
    void toggleMuted();
    void askReason(const ProblemStore::Entry &entry);
    void report(const Result<> &result);
    void copy() const;
    void repair(int row);
    // Null when none is current.
    [[nodiscard]] const ProblemStore::Entry *current() const;

    ProblemStore &m_store;
    ProblemModel m_model;
    QAction *m_go = nullptr;
    QAction *m_mute = nullptr;
    QAction *m_copy = nullptr;
};

} // namespace gatehouse
