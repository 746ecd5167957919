// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main_window/main_window.h"

#include "ui/access/access_page.h"
#include "ui/dragdrop/drop_label.h"
#include "ui/entities/entity_commands.h"
#include "ui/entities/entity_editor.h"
#include "ui/entities/entity_page.h"
#include "ui/forms/entity_form.h"
#include "ui/history/history_page.h"
#include "ui/jwt_tool/jwt_page.h"
#include "ui/limits/limits_page.h"
#include "ui/main_window/file_commands.h"
#include "ui/main_window/gateway_commands.h"
#include "ui/main_window/help_desk.h"
#include "ui/main_window/message_area.h"
#include "ui/main_window/navigation.h"
#include "ui/main_window/page_parts.h"
#include "ui/main_window/secret_commands.h"
#include "ui/main_window/status_bar.h"
#include "ui/main_window/tray.h"
#include "ui/overview/overview_page.h"
#include "ui/problems/problem_store.h"
#include "ui/problems/problems_page.h"
#include "ui/requests/requests_page.h"
#include "ui/secrets/secret_clipboard.h"
#include "ui/settings/settings_page.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/traffic/traffic_page.h"
#include "ui/welcome/tour.h"
#include "ui/welcome/welcome_page.h"
#include "ui/yaml/yaml_page.h"

#include <QCloseEvent>
#include <QComboBox>
#include <QDockWidget>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <utility>

using namespace Qt::StringLiterals;

namespace gatehouse {

MainWindow::MainWindow(
    Project &project, Gateway &gateway, UiSettings &settings, SecretKeeper &secrets, Revisions &revisions)
    : m_project(project)
    , m_gateway(gateway)
    , m_settings(settings)
    , m_secrets(secrets)
    , m_workbench(new Workbench(project, gateway, settings, secrets, revisions, this))
    , m_problems(new ProblemStore(project, gateway, this))
    , m_rowCommands(new EntityCommands(*m_workbench, this))
    , m_files(new FileCommands(project, secrets, settings, this))
    , m_gatewayCommands(new GatewayCommands(gateway, settings, this))
    , m_navigation(new Navigation(this))
    , m_stack(new QStackedWidget(this))
    , m_messages(new MessageArea(this))
    , m_tour(new Tour(*m_workbench, this))
    , m_welcome(new WelcomePage(settings, this))
    , m_status(new StatusBar(gateway, m_workbench->trafficStats(), this))
    , m_dropLabel(new DropLabel(this))
    , m_secretCommands(new SecretCommands(project, secrets, {*m_files, *m_messages, settings, this}))
    , m_help(new HelpDesk(
          m_workbench->shortcuts(), *this, [this] { return qobject_cast<const Page *>(m_stack->currentWidget()); }))
{
    layOut();
    makePages();
    makeProblemsDock();
    makeActions();
    m_tray = new Tray(m_gateway, m_settings, *this, Tray::desktop());
    connect(m_tray, &Tray::quitWanted, this, &MainWindow::quit);
    connectWorkbench();
    connectFiles();
    connectSecrets();
    connectGateway();
    m_status->setProblemCount(static_cast<int>(m_problems->entries().size()));
    refreshTitle();
    refreshGatewayActions();
    onSettingChanged(Setting::Density);
    onSettingChanged(Setting::SecretClipboard);
    restore();
}

void MainWindow::layOut()
{
    setObjectName(u"mainWindow"_s);
    setMinimumSize(900, 600);
    setAcceptDrops(true);
    auto *splitter = new QSplitter(this);
    splitter->setObjectName(u"mainSplitter"_s);
    auto *centre = new QWidget(splitter);
    auto *column = new QVBoxLayout(centre);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_messages);
    column->addWidget(m_stack, 1);
    splitter->addWidget(m_navigation);
    splitter->addWidget(centre);
    splitter->setStretchFactor(1, 1);
    splitter->setChildrenCollapsible(false);
    splitter->setHandleWidth(1);
    setCentralWidget(splitter);
    setStatusBar(m_status);
}

void MainWindow::connectGateway()
{
    connect(m_navigation, &Navigation::pageChosen, this, &MainWindow::showCurrent);
    connect(m_status, &StatusBar::stateClicked, this, [this] { showPage(u"overviewPage"_s); });
    connect(m_status, &StatusBar::trafficClicked, this, [this] { showPage(u"trafficPage"_s); });
    connect(m_status, &StatusBar::problemsClicked, this, [this] { showPage(u"problemsPage"_s); });
    connect(m_problems, &ProblemStore::changed, this,
            [this] { m_status->setProblemCount(static_cast<int>(m_problems->entries().size())); });
    connect(&m_gateway, &Gateway::rejected, this, [this] { m_status->setRejected(true); });
    connect(&m_gateway, &Gateway::started, this, &MainWindow::leaveWelcome);
    connect(m_gatewayCommands, &GatewayCommands::startFailed, this, [this](const Error &error) {
        m_problems->setStartError(error);
        showPage(u"problemsPage"_s);
    });
    connect(&m_project, &Project::fileChanged, this, &MainWindow::refreshTitle);
    connect(&m_project, &Project::modifiedChanged, this, &MainWindow::refreshTitle);
    connect(&m_gateway, &Gateway::started, this, &MainWindow::refreshGatewayActions);
    connect(&m_gateway, &Gateway::draining, this, &MainWindow::refreshGatewayActions);
    connect(&m_gateway, &Gateway::stopped, this, &MainWindow::refreshGatewayActions);
}

// The pages go before the workbench, which is the older child: they keep their state in it.
MainWindow::~MainWindow()
{
    delete takeCentralWidget();
}

void MainWindow::makePages()
{
    m_navigation->addSection(tr("Observe"));
    auto *overview = new OverviewPage(*m_workbench, *m_problems);
    addPage(overview);
    auto *traffic = new TrafficPage(*m_workbench);
    addPage(traffic);
    connect(traffic, &TrafficPage::logFileRequested, this, &MainWindow::askForRequests);
    connect(m_workbench, &Workbench::trafficRequested, traffic,
            [this, traffic](const QString &filter, std::optional<quint64> sequence) {
                showPage(traffic->objectName());
                traffic->showFiltered(filter, sequence);
            });
    addPage(new LimitsPage(*m_workbench));
    m_navigation->addSection(tr("Configure"));
    const QList<EntityKind> kinds = entityKinds();
    for (const EntityKind kind : kinds) {
        auto *page = new EntityPage(kind, *m_workbench);
        connect(page, &EntityPage::sampleRequested, this, &MainWindow::sampleRequested);
        connect(page, &EntityPage::openRequested, m_files, &FileCommands::openWithDialog);
        addPage(page);
    }
    m_navigation->addSection(tr("Access"));
    addPage(new AccessPage(*m_workbench));
    makeTestPages();
    makeReviewPages();
    m_stack->addWidget(m_welcome);
    connect(m_welcome, &WelcomePage::sampleRequested, this, &MainWindow::sampleRequested);
    connect(m_welcome, &WelcomePage::importRequested, this, [this] { showImport(); });
    connect(m_welcome, &WelcomePage::openRequested, m_files, &FileCommands::openWithDialog);
    connect(m_welcome, &WelcomePage::fileRequested, m_files, &FileCommands::open);
    connect(m_welcome, &WelcomePage::newRequested, this, [this] { showPage(u"servicesPage"_s); });
    connect(m_tour, &Tour::pageRequested, this, &MainWindow::showPage);
    connect(overview, &OverviewPage::startRequested, m_gatewayCommands, &GatewayCommands::start);
    connect(overview, &OverviewPage::sampleRequested, this, &MainWindow::sampleRequested);
    connect(overview, &OverviewPage::openRequested, m_files, &FileCommands::openWithDialog);
    connect(overview, &OverviewPage::pageRequested, this, &MainWindow::showPage);
}

void MainWindow::makeTestPages()
{
    m_navigation->addSection(tr("Test"));
    auto *requests = new RequestsPage(*m_workbench);
    addPage(requests);
    connect(requests, &RequestsPage::startRequested, m_gatewayCommands, &GatewayCommands::start);
    connect(m_workbench, &Workbench::requestRequested, requests,
            [this, requests](const RequestDraft &draft, RequestUse use) {
                if (use == RequestUse::Edit)
                    showPage(requests->objectName());
                requests->showDraft(draft, use);
            });
    auto *tokens = new JwtPage(*m_workbench);
    addPage(tokens);
    connect(m_workbench, &Workbench::mintRequested, this, [this, tokens](const QString &credential) {
        showPage(tokens->objectName());
        tokens->mint(credential);
    });
}

void MainWindow::makeReviewPages()
{
    m_navigation->addSection(tr("Review"));
    auto *problems = new ProblemsPage(*m_problems);
    connect(&problems->list(), &ProblemList::repairRequested, this, &MainWindow::repair);
    addPage(problems);
    auto *history = new HistoryPage(*m_workbench);
    addPage(history);
    connect(history, &HistoryPage::startRequested, m_gatewayCommands, &GatewayCommands::start);
    connect(history, &HistoryPage::restored, m_secretCommands, &SecretCommands::tellMissing);
    addPage(new YamlPage(*m_workbench));
    addPage(new SettingsPage(*m_workbench, m_secretCommands->keepAction()));
    connect(&m_settings.notifier(), &SettingNotifier::changed, this, &MainWindow::onSettingChanged);
}

void MainWindow::addPage(Page *page)
{
    m_pages.append(page);
    m_stack->addWidget(page);
    m_navigation->addPage(page);
}

void MainWindow::showPage(const QString &objectName)
{
    for (Page *page : std::as_const(m_pages)) {
        if (page->objectName() == objectName)
            m_navigation->showAsCurrent(page);
    }
}

void MainWindow::showCurrent(Page *page)
{
    m_stack->setCurrentWidget(page);
    m_settings.setValue(Setting::CurrentPage, page->objectName());
    rememberPage(page->objectName());
    if (!m_navigation->hasFocus())
        page->focusContent();
    refreshListActions();
}

void MainWindow::refreshTitle()
{
    const QString name = m_project.fileName().isEmpty() ? tr("Untitled") : nameOfPlace(m_project.fileName());
    setWindowTitle(tr("%1[*] — Gatehouse").arg(name));
    setWindowModified(m_project.isModified());
    m_save->setEnabled(m_project.isModified() || m_project.fileName().isEmpty());
}

void MainWindow::refreshGatewayActions()
{
    const Gateway::State state = m_gateway.state();
    m_start->setEnabled(state == Gateway::State::Stopped);
    m_stop->setEnabled(state != Gateway::State::Stopped);
    m_stop->setText(state == Gateway::State::Draining ? tr("S&top now") : tr("S&top"));
    m_restart->setEnabled(state == Gateway::State::Running);
}

void MainWindow::restore()
{
    if (!restoreGeometry(m_settings.value(Setting::WindowGeometry).toByteArray()))
        resize(1280, 800);
    restoreState(m_settings.value(Setting::WindowState).toByteArray());
    showPage(m_settings.value(Setting::CurrentPage).toString());
    if (m_stack->currentIndex() <= 0)
        showPage(u"overviewPage"_s);
    if (m_project.store().config().isEmpty() && m_project.fileName().isEmpty()) {
        m_navigation->setCurrentIndex({});
        m_stack->setCurrentWidget(m_welcome);
        refreshListActions();
    }
}

void MainWindow::makeProblemsDock()
{
    auto *dock = new QDockWidget(tr("Problems"), this);
    dock->setObjectName(u"problemsDock"_s);
    dock->setAllowedAreas(Qt::BottomDockWidgetArea);
    dock->setFeatures(QDockWidget::DockWidgetClosable);
    auto *list = new ProblemList(u"problemsDockTable"_s, *m_problems, dock);
    dock->setWidget(list);
    addDockWidget(Qt::BottomDockWidgetArea, dock);
    dock->hide();
    dock->toggleViewAction()->setObjectName(u"problemsDockAction"_s);
    dock->toggleViewAction()->setText(tr("Problems &below the page"));
    connect(list, &ProblemList::repairRequested, this, &MainWindow::repair);
}

void MainWindow::repair(const QString &table, const QString &id, const QString &path)
{
    showRow(table, id);
    if (EntityPage *page = pageOf(table))
        page->editor().form().focusField(path);
}

void MainWindow::onSettingChanged(Setting setting)
{
    if (setting == Setting::Theme)
        theme::apply(theme::fromText(m_settings.value(Setting::Theme).toString()));
    else if (setting == Setting::Density || setting == Setting::TextScale)
        setListDensity(*this, m_settings.value(Setting::Density).toString() == "compact"_L1);
    else if (setting == Setting::SecretClipboard)
        setSecretClipboardTime(std::chrono::seconds(m_settings.value(Setting::SecretClipboard).toInt()));
    else if (setting == Setting::ApplyMode)
        m_applyMode->setCurrentIndex(m_applyMode->findData(m_settings.value(Setting::ApplyMode)));
}

void MainWindow::leaveWelcome()
{
    if (m_stack->currentWidget() == m_welcome)
        showPage(u"overviewPage"_s);
}

void MainWindow::quit()
{
    m_tray->showWindow(); // there may be something to ask
    m_mayQuit = true;
    close();
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (!std::exchange(m_mayQuit, false) && m_tray->takesOver()) {
        event->ignore();
        return;
    }
    if (!m_mayClose && m_project.isModified()) {
        event->ignore();
        m_files->whenSaved([this] {
            m_mayClose = true;
            quit();
        });
        return;
    }
    emit changesAbandoned();
    m_settings.setValue(Setting::WindowGeometry, saveGeometry());
    m_settings.setValue(Setting::WindowState, saveState());
    m_help->close();
    m_gateway.stopNow();
    event->accept();
}

void MainWindow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::ActivationChange && isActiveWindow())
        m_project.checkDisk();
    // Icons take their colour when they are painted; what has cached one paints again.
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::ApplicationPaletteChange) {
        const QList<QWidget *> children = findChildren<QWidget *>();
        for (QWidget *child : children)
            child->update();
    }
    QMainWindow::changeEvent(event);
}

} // namespace gatehouse
