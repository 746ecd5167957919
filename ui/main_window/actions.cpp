// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The actions of MainWindow: every command is in a menu, with its shortcut.
#include "ui/dialogs/import_dialog.h"
#include "ui/forms/entity_form.h"
#include "ui/main_window/file_commands.h"
#include "ui/main_window/gateway_commands.h"
#include "ui/main_window/help_desk.h"
#include "ui/main_window/main_window.h"
#include "ui/main_window/menu_walk.h"
#include "ui/main_window/page.h"
#include "ui/main_window/secret_commands.h"
#include "ui/main_window/status_bar.h"
#include "ui/problems/problems_page.h"
#include "ui/theme/icons.h"
#include "ui/theme/text_scale.h"
#include "ui/theme/theme.h"
#include "ui/welcome/tour.h"
#include "ui/yaml/yaml_view.h"

#include <QActionGroup>
#include <QApplication>
#include <QClipboard>
#include <QDockWidget>
#include <QGuiApplication>
#include <QMenuBar>
#include <QMessageBox>
#include <QStackedWidget>
#include <QToolBar>

#include <array>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

QAction *add(QMenu *menu, const QString &objectName, const QString &text, const QKeySequence &shortcut = {})
{
    QAction *action = menu->addAction(text);
    action->setObjectName(objectName);
    action->setShortcut(shortcut);
    return action;
}

} // namespace

void MainWindow::makeActions()
{
    makeFileMenu();
    makeEditMenu();
    makeViewMenu();
    makeGatewayMenu();
    makeHelpMenu();
    defineShortcuts();
    makeToolBar();
}

void MainWindow::defineShortcuts()
{
    const QList<QAction *> menus = menuBar()->actions();
    for (const QAction *menu : menus) {
        const QString title = QString(menu->text()).remove(u'&');
        forEachAction(*menu->menu(), title, [this](QAction &action, const QString &path) {
            if (!action.objectName().isEmpty())
                m_workbench->shortcuts().define(action, path);
        });
    }
    m_workbench->shortcuts().follow(m_apply->objectName(), this, [this] { refreshStaged(); });
    m_workbench->shortcuts().follow(m_undo->objectName(), this, [this] { refreshHistoryActions(); });
    m_workbench->shortcuts().follow(m_redo->objectName(), this, [this] { refreshHistoryActions(); });
}

void MainWindow::makeFileMenu()
{
    QMenu *menu = menuBar()->addMenu(tr("&File"));
    connect(add(menu, u"newAction"_s, tr("&New configuration"), {}), &QAction::triggered, m_files,
            &FileCommands::newProject);
    m_open = add(menu, u"openAction"_s, tr("&Open…"), QKeySequence::Open);
    connect(m_open, &QAction::triggered, m_files, &FileCommands::openWithDialog);
    connect(add(menu, u"openFolderAction"_s, tr("Open fol&der…"), QKeySequence(u"Ctrl+Alt+O"_s)), &QAction::triggered,
            m_files, &FileCommands::openFolderWithDialog);
    QMenu *recent = menu->addMenu(tr("Open &recent"));
    recent->setObjectName(u"recentMenu"_s);
    connect(recent, &QMenu::aboutToShow, this, [this, recent] { fillRecentMenu(recent); });
    menu->addSeparator();
    m_save = add(menu, u"saveAction"_s, tr("&Save"), QKeySequence::Save);
    connect(m_save, &QAction::triggered, m_files, &FileCommands::save);
    connect(add(menu, u"saveAsAction"_s, tr("Save &as…"), {}), &QAction::triggered, m_files, &FileCommands::saveAs);
    connect(add(menu, u"importAction"_s, tr("&Import…"), QKeySequence(u"Ctrl+Shift+O"_s)), &QAction::triggered, this,
            [this] { showImport(); });
    connect(add(menu, u"addCertificatesAction"_s, tr("Add &certificates…"), {}), &QAction::triggered, this,
            &MainWindow::askForCertificates);
    connect(add(menu, u"openLogAction"_s, tr("Open &log file…"), {}), &QAction::triggered, this,
            &MainWindow::askForRequests);
    connect(add(menu, u"exportAction"_s, tr("&Export…"), QKeySequence(u"Ctrl+Shift+S"_s)), &QAction::triggered, m_files,
            &FileCommands::exportYaml);
    menu->addSeparator();
    menu->addAction(&m_secretCommands->keepAction());
    menu->addAction(&m_secretCommands->removeUnusedAction());
    menu->addSeparator();
    connect(add(menu, u"quitAction"_s, tr("&Quit"), QKeySequence::Quit), &QAction::triggered, this, &MainWindow::quit);
}

void MainWindow::showImport(const QStringList &files)
{
    auto *dialog = new ImportDialog(*m_workbench, this);
    connect(dialog, &ImportDialog::imported, this, [this](const QString &from) {
        leaveWelcome();
        m_status->showMessage(tr("Imported %1").arg(from), 5000);
    });
    dialog->open();
    if (!files.isEmpty())
        dialog->showFiles(files);
}

void MainWindow::fillRecentMenu(QMenu *menu)
{
    menu->clear();
    const QStringList files = m_settings.value(Setting::RecentFiles).toStringList();
    for (const QString &file : files)
        connect(menu->addAction(lineOfPlace(file)), &QAction::triggered, m_files,
                [this, file] { m_files->open(file); });
    if (files.isEmpty())
        menu->addAction(tr("No files yet"))->setEnabled(false);
}

void MainWindow::makeViewMenu()
{
    QMenu *menu = menuBar()->addMenu(tr("&View"));
    for (qsizetype i = 0; i < m_pages.size(); ++i) {
        Page *page = m_pages[i];
        const QKeySequence shortcut = i < 9 ? QKeySequence(u"Ctrl+%1"_s.arg(i + 1)) : QKeySequence();
        QAction *action = add(menu, page->objectName() + u"Action"_s, page->title(), shortcut);
        action->setIcon(themedIcon(page->icon()));
        connect(action, &QAction::triggered, this, [this, page] {
            showPage(page->objectName());
            page->focusContent(); // also when the focus was in the navigation
        });
    }
    menu->addSeparator();
    connect(add(menu, u"paletteAction"_s, tr("&Search or run a command…"), QKeySequence(u"Ctrl+K"_s)),
            &QAction::triggered, this, [this] { showPalette({}); });
    connect(add(menu, u"filterAction"_s, tr("&Filter the list"), QKeySequence::Find), &QAction::triggered, this,
            [this] {
                if (auto *page = qobject_cast<Page *>(m_stack->currentWidget()))
                    page->focusFilter();
            });
    menu->addAction(findChild<QDockWidget *>(u"problemsDock"_s)->toggleViewAction());
    ProblemList *problems = &findChild<ProblemsPage *>()->list();
    connect(add(menu, u"nextProblemAction"_s, tr("&Next problem"), QKeySequence(Qt::Key_F8)), &QAction::triggered, this,
            [problems] { problems->step(1); });
    connect(add(menu, u"previousProblemAction"_s, tr("&Previous problem"), QKeySequence(u"Shift+F8"_s)),
            &QAction::triggered, this, [problems] { problems->step(-1); });
    makeYamlDock(menu);
    menu->addSeparator();
    addMovingActions(menu);
    addTextSizeActions(menu);
    makeThemeMenu(menu);
}

void MainWindow::addTextSizeActions(QMenu *menu)
{
    menu->addSeparator();
    connect(add(menu, u"largerTextAction"_s, tr("&Larger traffic and YAML"), QKeySequence(u"Ctrl++"_s)),
            &QAction::triggered, this, [this] { TextScale::change(m_settings, 1); });
    connect(add(menu, u"smallerTextAction"_s, tr("S&maller traffic and YAML"), QKeySequence(u"Ctrl+-"_s)),
            &QAction::triggered, this, [this] { TextScale::change(m_settings, -1); });
    connect(add(menu, u"usualTextAction"_s, tr("&Usual size of traffic and YAML"), QKeySequence(u"Ctrl+0"_s)),
            &QAction::triggered, this, [this] { m_settings.reset(Setting::TextScale); });
    menu->addSeparator();
}

void MainWindow::makeYamlDock(QMenu *view)
{
    auto *dock = new QDockWidget(tr("YAML"), this);
    dock->setObjectName(u"yamlDock"_s);
    auto *yaml = new YamlView(*m_workbench, YamlView::Use::Follow, dock);
    yaml->setObjectName(u"yamlDockView"_s);
    dock->setWidget(yaml);
    addDockWidget(Qt::RightDockWidgetArea, dock);
    dock->hide();
    QAction *action = dock->toggleViewAction();
    action->setText(tr("YAML &beside the page"));
    action->setObjectName(u"yamlDockAction"_s);
    action->setShortcut(QKeySequence(u"Ctrl+Shift+Y"_s));
    view->addAction(action);
}

void MainWindow::makeThemeMenu(QMenu *view)
{
    QMenu *menu = view->addMenu(tr("&Theme"));
    auto *group = new QActionGroup(menu);

    struct Choice {
        ThemeChoice choice;
        QString text;
    };

    const std::array<Choice, 4> choices{{{ThemeChoice::System, tr("&System")},
                                         {ThemeChoice::Light, tr("&Light")},
                                         {ThemeChoice::Dark, tr("&Dark")},
                                         {ThemeChoice::HighContrast, tr("&High contrast")}}};
    for (const Choice &each : choices) {
        const QString word = theme::toText(each.choice);
        QAction *action = add(menu, word + u"ThemeAction"_s, each.text);
        action->setCheckable(true);
        action->setActionGroup(group);
        action->setChecked(m_settings.value(Setting::Theme).toString() == word);
        connect(action, &QAction::triggered, this, [this, word] { m_settings.setValue(Setting::Theme, word); });
        connect(&m_settings.notifier(), &SettingNotifier::changed, action, [this, action, word](Setting setting) {
            if (setting == Setting::Theme)
                action->setChecked(m_settings.value(Setting::Theme).toString() == word);
        });
    }
}

void MainWindow::makeGatewayMenu()
{
    QMenu *menu = menuBar()->addMenu(tr("&Gateway"));
    m_start = add(menu, u"startAction"_s, tr("&Start"), QKeySequence(Qt::Key_F5));
    m_start->setIcon(themedIcon(u"start"_s));
    connect(m_start, &QAction::triggered, m_gatewayCommands, &GatewayCommands::start);
    m_stop = add(menu, u"stopAction"_s, tr("S&top"), QKeySequence(u"Shift+F5"_s));
    m_stop->setIcon(themedIcon(u"stop"_s));
    connect(m_stop, &QAction::triggered, m_gatewayCommands, &GatewayCommands::stop);
    m_restart = add(menu, u"restartAction"_s, tr("&Restart"), QKeySequence(u"Ctrl+F5"_s));
    m_restart->setIcon(themedIcon(u"restart"_s));
    connect(m_restart, &QAction::triggered, m_gatewayCommands, &GatewayCommands::restart);
    makeApplyAction(menu);
    menu->addSeparator();
    connect(add(menu, u"copyProxyAction"_s, tr("&Copy the proxy's URL")), &QAction::triggered, this,
            [this] { QGuiApplication::clipboard()->setText(u"http://"_s + m_gateway.proxyAddress()); });
    QAction *sample = add(menu, u"sampleAction"_s, tr("Start with the sa&mple"));
    sample->setIcon(themedIcon(u"sample"_s));
    connect(sample, &QAction::triggered, this, &MainWindow::sampleRequested);
}

void MainWindow::makeHelpMenu()
{
    QMenu *menu = menuBar()->addMenu(tr("&Help"));
    connect(add(menu, u"helpHereAction"_s, tr("Help on &this"), QKeySequence::HelpContents), &QAction::triggered,
            m_help, &HelpDesk::showHere);
    connect(add(menu, u"helpAction"_s, tr("&Help pages"), {}), &QAction::triggered, m_help,
            [this] { m_help->showTitle({}); });
    connect(add(menu, u"tourAction"_s, tr("&Tour of the sample"), {}), &QAction::triggered, m_tour, &Tour::begin);
    connect(add(menu, u"aboutAction"_s, tr("&About Gatehouse")), &QAction::triggered, this, &MainWindow::showAbout);
}

void MainWindow::makeToolBar()
{
    QToolBar *bar = addToolBar(tr("Gateway"));
    bar->setObjectName(u"toolBar"_s);
    bar->setMovable(false);
    bar->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    bar->setIconSize({18, 18});
    bar->setContextMenuPolicy(Qt::PreventContextMenu);
    m_open->setIcon(themedIcon(u"open"_s));
    m_save->setIcon(themedIcon(u"save"_s));
    bar->addActions({m_start, m_stop, m_restart});
    bar->addSeparator();
    makeApplyMode(bar);
    bar->addSeparator();
    bar->addActions({m_undo, m_redo});
    bar->addSeparator();
    bar->addActions({m_open, m_save});
    auto *room = new QWidget(bar);
    room->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    bar->addWidget(room);
    auto *palette = findChild<QAction *>(u"paletteAction"_s);
    palette->setIcon(themedIcon(u"search"_s));
    m_workbench->shortcuts().follow(palette->objectName(), palette, [this, palette] {
        palette->setIconText(tr("Search… %1").arg(m_workbench->shortcuts().text(palette->objectName())).trimmed());
    });
    bar->addAction(palette);
    showShortcutsOf({m_start, m_stop, m_restart, m_open, m_save, palette});
}

void MainWindow::showShortcutsOf(const QList<QAction *> &buttons)
{
    Shortcuts &shortcuts = m_workbench->shortcuts();
    for (QAction *action : buttons) {
        shortcuts.follow(action->objectName(), action, [&shortcuts, action] {
            const QString words = QString(action->text()).remove(u'&');
            action->setToolTip(shortcuts.withKeys(words, action->objectName()));
        });
    }
}

void MainWindow::showAbout()
{
    auto *box = new QMessageBox(QMessageBox::NoIcon, tr("About Gatehouse"),
                                tr("Gatehouse %1").arg(QStringLiteral(GATEHOUSE_VERSION)), QMessageBox::Close, this);
    box->setObjectName(u"aboutDialog"_s);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setIconPixmap(QIcon(u":/icons/org.gatehouse.Gatehouse.svg"_s).pixmap(64, 64));
    box->setInformativeText(
        tr("An API gateway on your desktop. It loads Kong's declarative configuration and answers "
           "Kong's Admin API.\n\nLicensed under the GNU General Public License, version 3 or later."));
    box->open();
}

} // namespace gatehouse
