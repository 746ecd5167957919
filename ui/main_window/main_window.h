// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/runtime/gateway.h"
#include "core/runtime/project.h"
#include "ui/settings/ui_settings.h"

#include <QMainWindow>

class QAction;
class QMenu;
class QStackedWidget;

namespace gatehouse {

class FileCommands;
class GatewayCommands;
class HelpWindow;
class Navigation;
class Page;
class ProblemStore;
class StatusBar;
class TrafficStats;
class TrafficStore;

// The window: menus, navigation, pages, status bar; puts the commands and the pages together.
// Thread: control. Project, gateway and settings must outlive it.
class MainWindow : public QMainWindow
{
    Q_OBJECT
public:
    MainWindow(Project &project, Gateway &gateway, UiSettings &settings);
    ~MainWindow() override;

    [[nodiscard]] FileCommands &files() noexcept { return *m_files; }

    [[nodiscard]] GatewayCommands &gatewayCommands() noexcept { return *m_gatewayCommands; }

    void showPage(const QString &objectName);

signals:
    void sampleRequested();

protected:
    void closeEvent(QCloseEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void makePages();
    void makeActions();
    void makeFileMenu();
    void makeViewMenu();
    void makeThemeMenu(QMenu *view);
    void makeGatewayMenu();
    void makeHelpMenu();
    void makeToolBar();
    void addPage(Page *page);
    void showCurrent(Page *page);
    void fillRecentMenu(QMenu *menu);
    void refreshTitle();
    void refreshGatewayActions();
    void restore();
    void showHelp();
    void showAbout();

    Project &m_project;
    Gateway &m_gateway;
    UiSettings &m_settings;
    TrafficStore *m_traffic;
    TrafficStats *m_stats;
    ProblemStore *m_problems;
    FileCommands *m_files;
    GatewayCommands *m_gatewayCommands;
    Navigation *m_navigation;
    QStackedWidget *m_stack;
    StatusBar *m_status;
    QList<Page *> m_pages;
    QAction *m_start = nullptr;
    QAction *m_stop = nullptr;
    QAction *m_restart = nullptr;
    QAction *m_open = nullptr;
    QAction *m_save = nullptr;
    QAction *m_sample = nullptr;
    HelpWindow *m_help = nullptr; // made when it is first asked for
    bool m_mayClose = false;
};

} // namespace gatehouse
