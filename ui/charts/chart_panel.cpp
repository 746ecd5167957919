// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/chart_panel.h"

#include "ui/forms/flow_layout.h"
#include "ui/main_window/page_parts.h"
#include "ui/settings/shortcuts.h"

#include <QAction>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QTableView>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

constexpr int shownRows = 5;      // of a table
constexpr int footerSpacing = 24; // pixels between figures

} // namespace

ChartPanel::ChartPanel(const QString &objectName, Shortcuts &shortcuts, QWidget *parent)
    : QWidget(parent)
    , m_asTable(new QAction(tr("Show as table"), this))
    , m_charts(new QHBoxLayout)
    , m_footer(new FlowLayout(footerSpacing))
{
    setObjectName(objectName);
    m_asTable->setObjectName(u"chartAsTable"_s);
    m_asTable->setCheckable(true);
    m_asTable->setShortcut(Qt::Key_T);
    m_asTable->setShortcutContext(Qt::WidgetWithChildrenShortcut); // elsewhere T is a letter
    connect(m_asTable, &QAction::toggled, this, &ChartPanel::setTableShown);
    addAction(m_asTable);
    shortcuts.define(*m_asTable, tr("Charts"));
    shortcuts.follow(m_asTable->objectName(), this, [this, &shortcuts] {
        m_asTable->setToolTip(shortcuts.withKeys(m_asTable->text(), m_asTable->objectName()));
    });
    auto *button = new QToolButton(this);
    button->setObjectName(objectName + u"TableButton"_s);
    button->setDefaultAction(m_asTable);
    button->setFocusPolicy(Qt::TabFocus);
    m_charts->setSpacing(20);
    auto *bottom = new QHBoxLayout;
    bottom->addLayout(m_footer, 1);
    bottom->addWidget(button, 0, Qt::AlignRight | Qt::AlignBottom);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addLayout(m_charts, 1);
    layout->addLayout(bottom);
}

void ChartPanel::add(Chart *chart, QAbstractItemModel *figures)
{
    auto *table = new QTableView(this);
    table->setObjectName(chart->objectName() + u"Table"_s);
    table->setAccessibleName(chart->accessibleName());
    table->setModel(figures);
    prepareList(*table, 4);
    table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    table->setMinimumHeight(table->verticalHeader()->defaultSectionSize() * shownRows +
                            table->horizontalHeader()->sizeHint().height());
    table->hide();
    chart->setFocusPolicy(Qt::StrongFocus);
    auto *place = new QVBoxLayout;
    place->addWidget(chart);
    place->addWidget(table);
    m_charts->addLayout(place, 1);
    m_pairs << std::pair(chart, table);
}

void ChartPanel::setTableShown(bool shown)
{
    for (const auto &[chart, table] : std::as_const(m_pairs)) {
        QWidget *next = shown ? static_cast<QWidget *>(table) : chart;
        const bool hadFocus = chart->hasFocus() || table->hasFocus();
        chart->setVisible(!shown);
        table->setVisible(shown);
        if (hadFocus)
            next->setFocus(Qt::ShortcutFocusReason);
    }
}

} // namespace gatehouse
