// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/problems/problems_page.h"

#include "ui/main_window/page_parts.h"
#include "ui/theme/icons.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>
#include <QTableView>

using namespace Qt::StringLiterals;

namespace gatehouse {

ProblemsPage::ProblemsPage(ProblemStore &store, QWidget *parent)
    : Page(u"problemsPage"_s, tr("Problems"), u"problems"_s, parent)
    , m_store(store)
    , m_model(store)
    , m_table(new QTableView(this))
    , m_stack(new QStackedWidget(this))
{
    auto *copy = new QPushButton(themedIcon(u"copy"_s), tr("Copy all"), this);
    copy->setObjectName(u"problemsCopy"_s);
    connect(copy, &QPushButton::clicked, this, &ProblemsPage::copyAll);

    makeTable();
    QLabel *empty =
        makeEmptyText(tr("No problems. What a file holds that the gateway cannot use, and changes it could not "
                         "apply, are listed here."),
                      this);
    m_stack->addWidget(m_table);
    m_stack->addWidget(empty);
    layOutList(*this, title(), *copy, *m_stack);
    connect(&m_model, &QAbstractItemModel::modelReset, this, &ProblemsPage::refresh);
    refresh();
}

void ProblemsPage::makeTable()
{
    m_table->setObjectName(u"problemsTable"_s);
    m_table->setAccessibleName(title());
    m_table->setModel(&m_model);
    prepareList(*m_table, 12);
    m_table->setAlternatingRowColors(true);
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents); // few rows
    m_table->setWordWrap(true);
    m_table->horizontalHeader()->setSectionResizeMode(ProblemModel::What, QHeaderView::Stretch);
    connect(m_table, &QTableView::activated, this, [this](const QModelIndex &index) { repair(index.row()); });
    const int character = m_table->fontMetrics().averageCharWidth();
    m_table->setColumnWidth(ProblemModel::Severity, 13 * character);
    m_table->setColumnWidth(ProblemModel::Where, 32 * character);
    m_table->setColumnWidth(ProblemModel::Place, 22 * character);
}

void ProblemsPage::step(int by)
{
    const int count = m_model.rowCount();
    if (count == 0)
        return;
    const int now = m_table->currentIndex().row();
    const int next = now < 0 ? (by > 0 ? 0 : count - 1) : (now + by + count) % count;
    m_table->selectRow(next);
    repair(next);
}

void ProblemsPage::repair(int row)
{
    if (row < 0 || row >= m_store.entries().size())
        return;
    const ProblemStore::Entry entry = m_store.entries()[row];
    if (!entry.table.isEmpty())
        emit repairRequested(entry.table, entry.id, entry.problem.path);
}

void ProblemsPage::refresh()
{
    m_stack->setCurrentIndex(m_model.rowCount() == 0 ? 1 : 0);
    setBadge(m_model.rowCount() == 0 ? QString() : QString::number(m_model.rowCount()));
}

void ProblemsPage::copyAll()
{
    QStringList lines;
    for (int row = 0; row < m_model.rowCount(); ++row) {
        const ProblemStore::Entry &entry = m_store.entries()[row];
        QStringList parts{m_model.place(row), entry.problem.path, entry.problem.message};
        parts.removeAll(QString());
        lines << parts.join(u": "_s);
    }
    QGuiApplication::clipboard()->setText(lines.join(u'\n'));
}

} // namespace gatehouse
