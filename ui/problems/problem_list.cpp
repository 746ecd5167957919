// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/problems/problem_list.h"

#include "ui/main_window/page_parts.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QInputDialog>
#include <QMessageBox>

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
    makeCommands();
    connect(this, &QTableView::activated, this, [this](const QModelIndex &index) { repair(index.row()); });
}

void ProblemList::makeCommands()
{
    setContextMenuPolicy(Qt::ActionsContextMenu);
    m_go = new QAction(tr("Go to where it can be repaired"), this);
    connect(m_go, &QAction::triggered, this, [this] { repair(currentIndex().row()); });
    m_mute = new QAction(this);
    connect(m_mute, &QAction::triggered, this, &ProblemList::toggleMuted);
    m_copy = new QAction(tr("Copy"), this);
    m_copy->setShortcut(QKeySequence::Copy);
    m_copy->setShortcutContext(Qt::WidgetShortcut);
    connect(m_copy, &QAction::triggered, this, &ProblemList::copy);
    for (const auto &[action, name] : {std::pair(m_go, u"Go"_s), {m_mute, u"Mute"_s}, {m_copy, u"CopyOne"_s}}) {
        action->setObjectName(objectName() + name);
        addAction(action);
    }
    connect(selectionModel(), &QItemSelectionModel::currentRowChanged, this, &ProblemList::refreshCommands);
    connect(&m_model, &QAbstractItemModel::modelReset, this, &ProblemList::refreshCommands);
    refreshCommands();
}

void ProblemList::refreshCommands()
{
    const ProblemStore::Entry *entry = current();
    m_go->setEnabled(entry && !entry->table.isEmpty());
    m_mute->setEnabled(entry && entry->severity == ProblemStore::Severity::Warning);
    m_mute->setText(entry && entry->isMuted ? tr("Show this warning again") : tr("Mute this warning…"));
    m_copy->setEnabled(entry);
}

void ProblemList::toggleMuted()
{
    const ProblemStore::Entry entry = *current();
    if (entry.isMuted)
        report(m_store.unmute(entry));
    else
        askReason(entry);
}

void ProblemList::askReason(const ProblemStore::Entry &entry)
{
    auto *dialog = new QInputDialog(this);
    dialog->setObjectName(u"muteDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Mute this warning"));
    dialog->setLabelText(tr("%1\n\nWhy is it right as it is? (kept in the project's settings)").arg(entry.text()));
    dialog->setOkButtonText(tr("Mute"));
    connect(dialog, &QInputDialog::textValueSelected, this,
            [this, entry](const QString &reason) { report(m_store.mute(entry, reason)); });
    dialog->open();
}

void ProblemList::report(const Result<> &result)
{
    if (result)
        return;
    auto *box = new QMessageBox(QMessageBox::Warning, tr("Problems"), result.error().message, QMessageBox::Close, this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->open();
}

void ProblemList::copy() const
{
    if (const ProblemStore::Entry *entry = current())
        QGuiApplication::clipboard()->setText(entry->text());
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
