// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/runtime/journal.h"
#include "ui/main_window/list_command.h"
#include "ui/main_window/workbench.h"

#include <QHash>
#include <QMainWindow>

class QAction;
class QComboBox;
class QMenu;
class QStackedWidget;
class QToolBar;

namespace gatehouse {

class FileCommands;
class DropLabel;
class EntityCommands;
class EntityPage;
class GatewayCommands;
class HelpDesk;
class MessageArea;
class Navigation;
class Page;
class ProblemStore;
class SecretCommands;
class StatusBar;
class Tour;
class Tray;
class WelcomePage;
struct CertificatePair;
struct DroppedFiles;
struct PaletteEntry;
struct TestRequest;

// The window: menus, navigation, pages, status bar; puts the commands and the pages together.
// Thread: control. What it is given must outlive it.
class MainWindow : public QMainWindow
{
    Q_OBJECT
public:
    MainWindow(Project &project, Gateway &gateway, UiSettings &settings, SecretKeeper &secrets, Revisions &revisions);
    ~MainWindow() override;

    [[nodiscard]] FileCommands &files() noexcept { return *m_files; }

    [[nodiscard]] GatewayCommands &gatewayCommands() noexcept { return *m_gatewayCommands; }

    [[nodiscard]] Workbench &workbench() noexcept { return *m_workbench; }

    void showPage(const QString &objectName);
    // Shows a row where it is edited; rows that belong to another are shown with it.
    void showRow(const QString &table, const QString &id);
    // Brings back what an earlier run left unsaved, as a step that can be undone.
    void recover(const LeftBehind &left);

    [[nodiscard]] Tour &tour() noexcept { return *m_tour; }

signals:
    void sampleRequested();
    void changesAbandoned(); // the window closes, and what is unsaved may be lost

protected:
    void closeEvent(QCloseEvent *event) override;
    void changeEvent(QEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragLeaveEvent(QDragLeaveEvent *event) override;
    void dropEvent(QDropEvent *event) override; // files, by what they are

private:
    void layOut();
    void connectGateway();
    void makePages();
    void makeTestPages();
    void makeReviewPages();
    void makeProblemsDock();
    void repair(const QString &table, const QString &id, const QString &path);
    void makeActions();
    void makeFileMenu();
    void makeEditMenu();
    void makeViewMenu();
    void makeYamlDock(QMenu *view);
    void addTextSizeActions(QMenu *menu);
    void makeThemeMenu(QMenu *view);
    void makeGatewayMenu();
    void makeHelpMenu();
    void defineShortcuts();
    void makeToolBar();
    // The buttons say in their tooltips which keys do the same.
    void showShortcutsOf(const QList<QAction *> &buttons);
    void makeApplyAction(QMenu *menu);
    void makeApplyMode(QToolBar *bar);
    void connectWorkbench();
    void connectFiles();
    void connectSecrets();
    void restoreText(const LeftBehind &left);
    void addPage(Page *page);
    void showCurrent(Page *page);
    void fillRecentMenu(QMenu *menu);
    void leaveWelcome();
    void onSettingChanged(Setting setting);
    void refreshTitle();
    void refreshGatewayActions();
    void refreshHistoryActions();
    void refreshListActions();
    void refreshStaged();
    void reviewStaged();
    void showChange(const Change &change);
    // Begins a new row; one that belongs to another is begun with it.
    void showDraft(const QString &table, const QJsonObject &preset, const QJsonObject &values);
    // Null when the row belongs to none.
    EntityPage *showParent(const QString &table, const QJsonObject &row);
    void addMovingActions(QMenu *menu);
    void movePane(int by);
    void moveInHistory(int by);
    void rememberPage(const QString &objectName);
    void onFileChangedOnDisk();
    void compareWithDisk();
    [[nodiscard]] EntityPage *pageOf(const QString &table) const;
    void restore();
    void showImport(const QStringList &files = {});
    void takeFiles(const DroppedFiles &files);
    void takeCertificates(const DroppedFiles &files);
    void takePkcs12(QStringList names, QList<CertificatePair> opened);
    void askForPassphrase(const QString &name,
                          const QByteArray &content,
                          const QStringList &later,
                          const QList<CertificatePair> &opened);
    void addCertificates(const QList<CertificatePair> &pairs);
    void fillCertificate(const QString &table, const QString &certificate, const QString &key);
    void showRequests(const QString &fileName);
    // The same as the drops, by menu.
    void askForCertificates();
    void askForRequests();
    void showPalette(const QString &text);
    void addRowEntries(QList<PaletteEntry> &entries);
    [[nodiscard]] QList<PaletteEntry> actionsOf(const QString &table, const QString &id);
    void showLastRequest(const QString &filter);
    void showToken(const QString &token);
    // What can be done with a text that was pasted into the palette.
    [[nodiscard]] QList<PaletteEntry> answersTo(const QString &text);
    [[nodiscard]] PaletteEntry openInTester(const RequestDraft &draft);
    [[nodiscard]] PaletteEntry answerTo(const TestRequest &request);
    void showAbout();
    // Closes the window even if the gateway could go on without it.
    void quit();

    Project &m_project;
    Gateway &m_gateway;
    UiSettings &m_settings;
    SecretKeeper &m_secrets;
    Workbench *m_workbench;
    ProblemStore *m_problems;
    EntityCommands *m_rowCommands;
    FileCommands *m_files;
    GatewayCommands *m_gatewayCommands;
    Navigation *m_navigation;
    QStackedWidget *m_stack;
    MessageArea *m_messages;
    Tour *m_tour;
    Tray *m_tray = nullptr;
    WelcomePage *m_welcome;
    StatusBar *m_status;
    DropLabel *m_dropLabel;
    SecretCommands *m_secretCommands;
    QList<Page *> m_pages;
    QHash<ListCommand, QAction *> m_listActions;
    QComboBox *m_applyMode = nullptr;
    QAction *m_apply = nullptr;
    QAction *m_undo = nullptr;
    QAction *m_redo = nullptr;
    QAction *m_start = nullptr;
    QAction *m_stop = nullptr;
    QAction *m_restart = nullptr;
    QAction *m_open = nullptr;
    QAction *m_save = nullptr;
    HelpDesk *m_help;
    QStringList m_visited; // pages, in the order in which they were shown
    qsizetype m_visitedIndex = -1;
    bool m_isMovingInHistory = false;
    bool m_mayClose = false; // what is unsaved was saved or given up
    bool m_mayQuit = false;
};

} // namespace gatehouse
