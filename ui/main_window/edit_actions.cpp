// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The Edit menu of MainWindow: the history, and what can be done to the rows of the page that is shown.
#include "ui/main_window/main_window.h"
#include "ui/main_window/page.h"
#include "ui/theme/icons.h"

#include <QCoreApplication>
#include <QMenu>
#include <QMenuBar>
#include <QStackedWidget>

#include <array>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

struct Row {
    ListCommand command;
    const char *objectName;
    const char *text; // for tr() in the context "EditMenu"
    const char *shortcut;
    const char *icon;
    bool onlyInList; // the key means something else in a text field
};

constexpr std::array rows{
    Row{ListCommand::New, "newRowAction", QT_TRANSLATE_NOOP("EditMenu", "&New row"), "Ctrl+N", "new", false},
    Row{ListCommand::Duplicate, "duplicateAction", QT_TRANSLATE_NOOP("EditMenu", "&Duplicate"), "Ctrl+D", nullptr,
        false},
    Row{ListCommand::Rename, "renameAction", QT_TRANSLATE_NOOP("EditMenu", "&Rename"), "F2", nullptr, true},
    Row{ListCommand::ToggleEnabled, "toggleAction", QT_TRANSLATE_NOOP("EditMenu", "&Enable or disable"), "Space",
        nullptr, true},
    Row{ListCommand::TryRequest, "tryRequestAction", QT_TRANSLATE_NOOP("EditMenu", "Tr&y it…"), nullptr, "requests",
        false},
    Row{ListCommand::SendAs, "sendAsAction", QT_TRANSLATE_NOOP("EditMenu", "Send re&quest as…"), nullptr, "requests",
        false},
    Row{ListCommand::AddTag, "addTagAction", QT_TRANSLATE_NOOP("EditMenu", "Add a &tag…"), nullptr, nullptr, false},
    Row{ListCommand::AttachPlugin, "attachPluginAction", QT_TRANSLATE_NOOP("EditMenu", "Attac&h a plugin…"), nullptr,
        nullptr, false},
    Row{ListCommand::ShowTraffic, "showTrafficAction", QT_TRANSLATE_NOOP("EditMenu", "Sho&w its traffic"), nullptr,
        nullptr, false},
    Row{ListCommand::MoveToService, "moveToServiceAction", QT_TRANSLATE_NOOP("EditMenu", "Mo&ve to service…"), nullptr,
        nullptr, false},
    Row{ListCommand::AddToGroup, "addToGroupAction", QT_TRANSLATE_NOOP("EditMenu", "Add to &group…"), nullptr, nullptr,
        false},
    Row{ListCommand::ChangeScope, "changeScopeAction", QT_TRANSLATE_NOOP("EditMenu", "Move to another &scope…"),
        nullptr, nullptr, false},
    Row{ListCommand::CopyToScope, "copyToScopeAction", QT_TRANSLATE_NOOP("EditMenu", "C&opy to another scope…"),
        nullptr, nullptr, false},
    Row{ListCommand::MoveToFile, "moveToFileAction", QT_TRANSLATE_NOOP("EditMenu", "Move to &file…"), "Ctrl+Shift+M",
        nullptr, false},
    Row{ListCommand::Delete, "deleteAction", QT_TRANSLATE_NOOP("EditMenu", "De&lete"), "Del", "delete", true},
    Row{ListCommand::CopyYaml, "copyYamlAction", QT_TRANSLATE_NOOP("EditMenu", "&Copy as YAML"), "Ctrl+C", "copy",
        true},
    Row{ListCommand::CopyCurl, "copyCurlAction", QT_TRANSLATE_NOOP("EditMenu", "Copy as c&url"), "Ctrl+Shift+C",
        nullptr, false},
    Row{ListCommand::CopyAdminCall, "copyAdminCallAction", QT_TRANSLATE_NOOP("EditMenu", "Copy as &Admin API call"),
        nullptr, nullptr, false},
    Row{ListCommand::CopyName, "copyNameAction", QT_TRANSLATE_NOOP("EditMenu", "Copy na&me"), nullptr, nullptr, false},
    Row{ListCommand::CopyId, "copyIdAction", QT_TRANSLATE_NOOP("EditMenu", "Copy &id"), nullptr, nullptr, false},
    Row{ListCommand::Paste, "pasteAction", QT_TRANSLATE_NOOP("EditMenu", "&Paste YAML"), "Ctrl+V", nullptr, true},
};

} // namespace

void MainWindow::makeEditMenu()
{
    QMenu *menu = menuBar()->addMenu(tr("&Edit"));
    UndoHistory &history = m_workbench->history();
    m_undo = menu->addAction(themedIcon(u"undo"_s), tr("&Undo"));
    m_undo->setObjectName(u"undoAction"_s);
    m_undo->setShortcut(QKeySequence(u"Ctrl+Z"_s));
    connect(m_undo, &QAction::triggered, &history, &UndoHistory::undo);
    m_redo = menu->addAction(themedIcon(u"redo"_s), tr("&Redo"));
    m_redo->setObjectName(u"redoAction"_s);
    m_redo->setShortcut(QKeySequence(u"Ctrl+Shift+Z"_s));
    connect(m_redo, &QAction::triggered, &history, &UndoHistory::redo);
    connect(&history.stack(), &QUndoStack::indexChanged, this, &MainWindow::refreshHistoryActions);
    connect(&history, &UndoHistory::stepped, this, &MainWindow::showChange);
    menu->addSeparator();
    QList<QAction *> inLists;
    for (const Row &row : rows) {
        QAction *action = menu->addAction(QCoreApplication::translate("EditMenu", row.text));
        action->setObjectName(QLatin1String(row.objectName));
        if (row.shortcut)
            action->setShortcut(QKeySequence(QLatin1String(row.shortcut)));
        if (row.icon)
            action->setIcon(themedIcon(QLatin1String(row.icon)));
        if (row.onlyInList)
            action->setShortcutContext(Qt::WidgetShortcut);
        connect(action, &QAction::triggered, this, [this, command = row.command] {
            if (auto *page = qobject_cast<Page *>(m_stack->currentWidget()))
                page->run(command);
        });
        inLists << action;
        m_listActions.insert(row.command, action);
        if (row.command == ListCommand::Delete)
            menu->addSeparator();
    }
    for (Page *page : std::as_const(m_pages)) {
        page->adoptListActions(inLists);
        connect(page, &Page::commandsChanged, this, &MainWindow::refreshListActions);
    }
    refreshHistoryActions();
    refreshListActions();
}

void MainWindow::refreshHistoryActions()
{
    const QUndoStack &stack = m_workbench->history().stack();
    const Shortcuts &shortcuts = m_workbench->shortcuts();
    m_undo->setEnabled(stack.canUndo());
    m_undo->setText(stack.canUndo() ? tr("&Undo: %1").arg(stack.undoText()) : tr("&Undo"));
    m_undo->setIconText(tr("Undo"));
    m_undo->setToolTip(shortcuts.withKeys(QString(m_undo->text()).remove(u'&'), m_undo->objectName()));
    m_redo->setEnabled(stack.canRedo());
    m_redo->setText(stack.canRedo() ? tr("&Redo: %1").arg(stack.redoText()) : tr("&Redo"));
    m_redo->setIconText(tr("Redo"));
    m_redo->setToolTip(shortcuts.withKeys(QString(m_redo->text()).remove(u'&'), m_redo->objectName()));
}

void MainWindow::refreshListActions()
{
    const auto *page = qobject_cast<Page *>(m_stack->currentWidget());
    for (auto it = m_listActions.begin(); it != m_listActions.end(); ++it) {
        it.value()->setEnabled(page && page->can(it.key()));
        it.value()->setVisible(!page || page->offers(it.key()));
    }
}

} // namespace gatehouse
