// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The commands of HistoryPage: one action each, for the keys, the context menus and the buttons.
#include "ui/forms/flow_layout.h"
#include "ui/history/history_page.h"

#include <QAction>
#include <QMenu>
#include <QPushButton>
#include <QTableView>
#include <QTreeView>

using namespace Qt::StringLiterals;

namespace gatehouse {

QAction *HistoryPage::makeAction(const char *name, const QString &text, const QKeySequence &keys)
{
    auto *action = new QAction(text, this);
    action->setObjectName(QLatin1String(name));
    action->setShortcut(keys);
    action->setShortcutContext(Qt::WidgetShortcut); // elsewhere the key is a letter
    m_table->addAction(action);
    m_difference->tree().addAction(action);
    m_workbench.shortcuts().define(*action, title());
    return action;
}

void HistoryPage::makeActions()
{
    m_restore = makeAction("historyRestoreAction", tr("Restore"), Qt::Key_R);
    m_take = makeAction("historyTakeAction", tr("Take this row"), Qt::Key_T);
    m_takeOther = makeAction("historyTakeOtherAction", tr("Take the other side's row"), Qt::Key_O);
    m_previous = makeAction("historyPreviousAction", tr("Compare with the one before"), Qt::Key_B);
    m_running = makeAction("historyRunningAction", tr("Compare with what runs"), Qt::Key_C);
    m_file = makeAction("historyFileAction", tr("Compare with the file"), Qt::Key_F);
    m_selected = makeAction("historySelectedAction", tr("Compare the two selected"), Qt::Key_S);
    m_kong = makeAction("historyKongAction", tr("Compare with another gateway…"), Qt::Key_K);
    m_pin = makeAction("historyPinAction", tr("Pin…"), Qt::Key_P);
    m_unpin = makeAction("historyUnpinAction", tr("Unpin"), Qt::Key_U);
    m_export = makeAction("historyExportAction", tr("Export…"), Qt::Key_E);
    m_table->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_difference->tree().setContextMenuPolicy(Qt::ActionsContextMenu);
}

void HistoryPage::connectActions()
{
    connect(m_restore, &QAction::triggered, this, [this] { m_commands.restore(currentKey()); });
    connect(m_take, &QAction::triggered, this, [this] { takeRow(DifferencePanel::Side::Revision); });
    connect(m_takeOther, &QAction::triggered, this, [this] { takeRow(DifferencePanel::Side::Other); });
    connect(m_previous, &QAction::triggered, this, [this] { compare(ComparedWith::Previous); });
    connect(m_running, &QAction::triggered, this, [this] { compare(ComparedWith::Running); });
    connect(m_file, &QAction::triggered, this, [this] { compare(ComparedWith::File); });
    connect(m_selected, &QAction::triggered, this, [this] { compare(ComparedWith::Revision); });
    connect(m_kong, &QAction::triggered, this, &HistoryPage::compareWithKong);
    connect(m_pin, &QAction::triggered, this, [this] { m_commands.pin(currentKey()); });
    connect(m_unpin, &QAction::triggered, this, [this] { m_workbench.revisions().unpin(currentKey()); });
    connect(m_export, &QAction::triggered, this, [this] { m_commands.exportYaml(currentKey()); });
}

void HistoryPage::adoptListActions(const QList<QAction *> &actions)
{
    m_table->addActions(actions);
    m_difference->tree().addActions(actions);
}

QWidget *HistoryPage::makeButtons()
{
    auto *row = new QWidget(this);
    auto *layout = new FlowLayout(6, row);
    layout->addWidget(makeButton(m_restore));
    layout->addWidget(makeButton(m_take));
    layout->addWidget(makeCompareButton());
    layout->addWidget(makeButton(m_pin));
    layout->addWidget(makeButton(m_unpin));
    layout->addWidget(makeButton(m_export));
    return row;
}

QPushButton *HistoryPage::makeButton(QAction *action)
{
    auto *button = new QPushButton(action->text(), this);
    button->setObjectName(action->objectName().chopped(6) + u"Button"_s); // ...Action
    connect(button, &QPushButton::clicked, action, &QAction::trigger);
    connect(action, &QAction::enabledChanged, button, &QPushButton::setEnabled);
    m_workbench.shortcuts().follow(action->objectName(), button, [this, button, action] {
        button->setToolTip(m_workbench.shortcuts().withKeys(action->text(), action->objectName()));
    });
    return button;
}

QPushButton *HistoryPage::makeCompareButton()
{
    auto *button = new QPushButton(tr("Compare"), this);
    button->setObjectName(u"historyCompareButton"_s);
    auto *menu = new QMenu(button);
    menu->setObjectName(u"historyCompareMenu"_s);
    menu->addActions({m_previous, m_running, m_file, m_selected, m_kong});
    button->setMenu(menu);
    return button;
}

} // namespace gatehouse
