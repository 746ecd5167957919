// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Moving through MainWindow by keyboard: from pane to pane, and back to the pages that were shown before.
#include "ui/main_window/main_window.h"
#include "ui/main_window/navigation.h"
#include "ui/main_window/page.h"
#include "ui/main_window/status_bar.h"

#include <QApplication>
#include <QMenu>
#include <QStackedWidget>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

constexpr qsizetype mostRemembered = 50;

} // namespace

void MainWindow::addMovingActions(QMenu *menu)
{
    const auto add = [this, menu](const char *name, const QString &text, const char *shortcut, auto run) {
        QAction *action = menu->addAction(text);
        action->setObjectName(QLatin1String(name));
        action->setShortcut(QKeySequence(QLatin1String(shortcut)));
        connect(action, &QAction::triggered, this, run);
    };
    add("nextPaneAction", tr("Ne&xt pane"), "F6", [this] { movePane(1); });
    add("previousPaneAction", tr("Pre&vious pane"), "Shift+F6", [this] { movePane(-1); });
    add("backAction", tr("&Back"), "Alt+Left", [this] { moveInHistory(-1); });
    add("forwardAction", tr("For&ward"), "Alt+Right", [this] { moveInHistory(1); });
}

// Navigation, the panes of the page, status bar; hidden ones are left out.
void MainWindow::movePane(int by)
{
    QList<QWidget *> panes{m_navigation};
    if (const auto *page = qobject_cast<Page *>(m_stack->currentWidget()))
        panes << page->panes();
    panes << m_status->findChild<QToolButton *>();
    panes.removeIf([](const QWidget *pane) { return !pane || !pane->isVisible(); });
    qsizetype now = -1;
    for (const QWidget *widget = QApplication::focusWidget(); widget && now < 0; widget = widget->parentWidget())
        now = panes.indexOf(widget);
    const qsizetype count = panes.size();
    panes[(now + by + count) % count]->setFocus(Qt::ShortcutFocusReason);
}

void MainWindow::rememberPage(const QString &objectName)
{
    if (m_isMovingInHistory || (!m_visited.isEmpty() && m_visited[m_visitedIndex] == objectName))
        return;
    m_visited.resize(m_visitedIndex + 1);
    m_visited << objectName;
    if (m_visited.size() > mostRemembered)
        m_visited.removeFirst();
    m_visitedIndex = m_visited.size() - 1;
}

void MainWindow::moveInHistory(int by)
{
    const qsizetype to = m_visitedIndex + by;
    if (to < 0 || to >= m_visited.size())
        return;
    m_visitedIndex = to;
    m_isMovingInHistory = true;
    showPage(m_visited[to]);
    m_isMovingInHistory = false;
}

} // namespace gatehouse
