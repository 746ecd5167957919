// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/problems/problems_page.h"

#include "ui/main_window/page_parts.h"
#include "ui/theme/icons.h"

#include <QCheckBox>
#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>

using namespace Qt::StringLiterals;

namespace gatehouse {

ProblemsPage::ProblemsPage(ProblemStore &store, QWidget *parent)
    : Page(u"problemsPage"_s, tr("Problems"), u"problems"_s, parent)
    , m_store(store)
    , m_list(new ProblemList(u"problemsTable"_s, store, this))
    , m_stack(new QStackedWidget(this))
    , m_muted(new QCheckBox(this))
{
    auto *parts = new QWidget(this);
    m_muted->setObjectName(u"problemsMuted"_s);
    m_muted->setChecked(store.showsMuted());
    connect(m_muted, &QCheckBox::toggled, &store, &ProblemStore::showMuted);
    auto *copy = new QPushButton(themedIcon(u"copy"_s), tr("Copy all"), parts);
    copy->setObjectName(u"problemsCopy"_s);
    connect(copy, &QPushButton::clicked, this, &ProblemsPage::copyAll);
    auto *row = new QHBoxLayout(parts);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_muted);
    row->addWidget(copy);
    QLabel *empty =
        makeEmptyText(tr("No problems. What a file holds that the gateway cannot use, and changes it could not "
                         "apply, are listed here."),
                      this);
    m_stack->addWidget(m_list);
    m_stack->addWidget(empty);
    layOutList(*this, title(), *parts, *m_stack);
    connect(&m_list->problems(), &QAbstractItemModel::modelReset, this, &ProblemsPage::refresh);
    refresh();
}

void ProblemsPage::refresh()
{
    const int count = m_list->problems().rowCount();
    m_stack->setCurrentIndex(count == 0 ? 1 : 0);
    m_muted->setText(tr("Show %n muted", nullptr, m_store.mutedCount()));
    m_muted->setVisible(m_store.mutedCount() > 0);
    setBadge(count == 0 ? QString() : QString::number(count));
}

void ProblemsPage::copyAll()
{
    QStringList lines;
    for (int row = 0; row < m_list->problems().rowCount(); ++row) {
        const ProblemStore::Entry &entry = m_store.entries()[row];
        QStringList parts{m_list->problems().place(row), entry.text()};
        parts.removeAll(QString());
        lines << parts.join(u": "_s);
    }
    QGuiApplication::clipboard()->setText(lines.join(u'\n'));
}

} // namespace gatehouse
