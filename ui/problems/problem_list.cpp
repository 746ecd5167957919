// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/problems/problem_list.h"

#include "ui/main_window/page_parts.h"

#include <QHeaderView>

using namespace Qt::StringLiterals;

namespace gatehouse {

ProblemList::ProblemList(const QString &objectName, ProblemStore &store, QWidget *parent)
    : QTableView(parent)
    , m_store(store)
    , m_model(store)
{
    setObjectName(objectName);
    setAccessibleName(tr("Problems"));
    setModel(&m_model);
    prepareList(*this, 12);
    setAlternatingRowColors(true);
    verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents); // few rows
    setWordWrap(true);
    horizontalHeader()->setSectionResizeMode(ProblemModel::What, QHeaderView::Stretch);
    const int character = fontMetrics().averageCharWidth();
    setColumnWidth(ProblemModel::Severity, 13 * character);
    setColumnWidth(ProblemModel::Where, 32 * character);
    setColumnWidth(ProblemModel::Place, 22 * character);
    connect(this, &QTableView::activated, this, [this](const QModelIndex &index) { repair(index.row()); });
}

void ProblemList::step(int by)
{
    const int count = m_model.rowCount();
    if (count == 0)
        return;
    const int now = currentIndex().row();
    const int next = now < 0 ? (by > 0 ? 0 : count - 1) : (now + by + count) % count;
    selectRow(next);
    repair(next);
}

const ProblemStore::Entry *ProblemList::current() const
{
    const int row = currentIndex().row();
    return row >= 0 && row < m_store.entries().size() ? &m_store.entries()[row] : nullptr;
}

QString ProblemList::helpSection() const
{
    const ProblemStore::Entry *entry = current();
    return entry ? m_store.helpSection(*entry) : QString();
}

QString ProblemList::helpField() const
{
    const ProblemStore::Entry *entry = current();
    return entry ? entry->problem.path.section(u"config."_s, -1) : QString();
}

void ProblemList::repair(int row)
{
    if (row < 0 || row >= m_store.entries().size())
        return;
    const ProblemStore::Entry entry = m_store.entries()[row];
    if (!entry.table.isEmpty())
        emit repairRequested(entry.table, entry.id, entry.problem.path);
}

} // namespace gatehouse
