// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/overview/overview_page.h"

#include "ui/overview/latency_card.h"
#include "ui/overview/next_steps.h"
#include "ui/overview/overview_lists.h"
#include "ui/overview/traffic_card.h"
#include "ui/theme/icons.h"

#include <QClipboard>
#include <QDateTime>
#include <QFontDatabase>
#include <QGridLayout>
#include <QGuiApplication>
#include <QJsonArray>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace gatehouse {

OverviewPage::OverviewPage(Workbench &workbench, const ProblemStore &problems, QWidget *parent)
    : Page(u"overviewPage"_s, tr("Overview"), u"overview"_s, parent)
    , m_workbench(workbench)
    , m_gateway(workbench.gateway())
    , m_project(workbench.project())
    , m_stats(workbench.trafficStats())
    , m_problems(problems)
{
    auto *scroll = new QScrollArea(this);
    scroll->setObjectName(u"overviewScroll"_s);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(makeCards());
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(scroll);
    m_timer.setInterval(std::chrono::seconds(1));
    connect(&m_timer, &QTimer::timeout, this, &OverviewPage::refreshFigures);
    followState();
    refresh();
}

QWidget *OverviewPage::makeCards()
{
    auto *cards = new QWidget(this);
    m_lists = new OverviewLists(m_workbench, m_problems, cards);
    connect(m_lists, &OverviewLists::pageRequested, this, &OverviewPage::pageRequested);
    auto *grid = new QGridLayout;
    grid->setSpacing(14);
    grid->addWidget(makeNextCard(), 0, 0, 1, 2);
    grid->addWidget(makeGatewayCard(), 1, 0);
    grid->addWidget(makeConfigurationCard(), 1, 1);
    grid->addWidget(makeTrafficCard(), 2, 0, 1, 2);
    grid->addWidget(makeLatencyCard(), 3, 0, 1, 2);
    grid->addWidget(m_lists, 4, 0, 1, 2);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    auto *layout = new QVBoxLayout(cards);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->addLayout(grid);
    layout->addStretch(1);
    return cards;
}

void OverviewPage::followState()
{
    connect(&m_gateway, &Gateway::started, this, &OverviewPage::refresh);
    connect(&m_gateway, &Gateway::draining, this, &OverviewPage::refresh);
    connect(&m_gateway, &Gateway::stopped, this, &OverviewPage::refresh);
    connect(&m_gateway, &Gateway::published, this, &OverviewPage::refresh);
    connect(&m_project, &Project::fileChanged, this, &OverviewPage::refresh);
    connect(&m_project, &Project::modifiedChanged, this, &OverviewPage::refresh);
    connect(&m_project.store(), &ConfigStore::changed, this, &OverviewPage::refresh);
    connect(&m_problems, &ProblemStore::changed, this, &OverviewPage::refresh);
}

void OverviewPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    refresh();
    m_timer.start();
}

void OverviewPage::hideEvent(QHideEvent *event)
{
    m_timer.stop();
    Page::hideEvent(event);
}

Card *OverviewPage::makeGatewayCard()
{
    auto *card = new Card(u"gatewayCard"_s, tr("Gateway"), this);
    m_state = card->addLine(tr("State"));
    m_proxy = card->addLine(tr("Proxy"));
    m_admin = card->addLine(tr("Admin API"));
    m_revision = card->addLine(tr("Configuration"));
    m_uptime = card->addLine(tr("Running for"));
    card->body()->addStretch(1);
    return card;
}

TrafficCard *OverviewPage::makeTrafficCard()
{
    m_traffic = new TrafficCard(m_workbench.shortcuts(), this);
    addLink(m_traffic, u"trafficLink"_s, tr("Show traffic"), u"trafficPage"_s);
    return m_traffic;
}

LatencyCard *OverviewPage::makeLatencyCard()
{
    m_latency = new LatencyCard(m_workbench.shortcuts(), this);
    addLink(m_latency, u"limitsLink"_s, tr("Show rate limits"), u"limitsPage"_s);
    return m_latency;
}

Card *OverviewPage::makeConfigurationCard()
{
    auto *card = new Card(u"configurationCard"_s, tr("Configuration"), this);
    m_file = card->addLine(tr("File"));
    m_counts = card->addLine(tr("Holds"));
    m_problemCount = card->addLine(tr("Problems"));
    addLink(card, u"problemsLink"_s, tr("Show problems"), u"problemsPage"_s);
    return card;
}

QPushButton *OverviewPage::addLink(Card *card, const QString &objectName, const QString &text, const QString &page)
{
    auto *button = new QPushButton(text, card);
    button->setObjectName(objectName);
    connect(button, &QPushButton::clicked, this, [this, page] { emit pageRequested(page); });
    card->body()->addStretch(1);
    card->body()->addWidget(button, 0, Qt::AlignLeft);
    return button;
}

Card *OverviewPage::makeNextCard()
{
    auto *card = new Card(u"nextCard"_s, tr("Next steps"), this);
    m_nextText = new QLabel(card);
    m_nextText->setWordWrap(true);
    m_nextText->setObjectName(u"nextText"_s);
    m_command = new QLineEdit(card);
    m_command->setObjectName(u"nextCommand"_s);
    m_command->setAccessibleName(tr("Command to send a request"));
    m_command->setReadOnly(true);
    m_command->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_copy = new QPushButton(themedIcon(u"copy"_s), tr("Copy"), card);
    m_copy->setObjectName(u"nextCopy"_s);
    connect(m_copy, &QPushButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(m_command->text()); });
    m_start = new QPushButton(themedIcon(u"start"_s), tr("Start the gateway"), card);
    m_start->setObjectName(u"nextStart"_s);
    m_sample = new QPushButton(themedIcon(u"sample"_s), tr("Start with the sample"), card);
    m_sample->setObjectName(u"nextSample"_s);
    m_open = new QPushButton(themedIcon(u"open"_s), tr("Open kong.yml…"), card);
    m_open->setObjectName(u"nextOpen"_s);
    connect(m_start, &QPushButton::clicked, this, &OverviewPage::startRequested);
    connect(m_sample, &QPushButton::clicked, this, &OverviewPage::sampleRequested);
    connect(m_open, &QPushButton::clicked, this, &OverviewPage::openRequested);
    auto *row = new QHBoxLayout;
    row->addWidget(m_command, 1);
    row->addWidget(m_copy);
    row->addWidget(m_start);
    row->addWidget(m_sample);
    row->addWidget(m_open);
    row->addStretch(0);
    m_steps = new NextSteps(m_workbench, card);
    connect(m_steps, &NextSteps::nextChanged, this, &OverviewPage::refreshNextStep);
    card->body()->addWidget(m_steps);
    card->body()->addWidget(m_nextText);
    card->body()->addLayout(row);
    return card;
}

void OverviewPage::refresh()
{
    if (!isVisible())
        return; // when it is shown
    refreshGateway();
    refreshNextStep();
    m_lists->refreshState();
    refreshFigures();
}

void OverviewPage::refreshGateway()
{
    const bool running = m_gateway.state() == Gateway::State::Running;
    const QString none = u"–"_s;
    m_state->setText(running                                         ? tr("● Running")
                     : m_gateway.state() == Gateway::State::Draining ? tr("◐ Stopping")
                                                                     : tr("○ Stopped"));
    m_proxy->setText(running ? u"http://"_s + m_gateway.proxyAddress() : none);
    m_admin->setText(running ? u"http://"_s + m_gateway.adminAddress() : none);
    m_revision->setText(running ? tr("revision %1").arg(m_gateway.revision()) : none);
    const QString name = m_project.fileName().isEmpty() ? tr("not saved in a file") : nameOfPlace(m_project.fileName());
    m_file->setText(m_project.isModified() && !m_project.fileName().isEmpty() ? tr("%1, changed").arg(name) : name);
    m_file->setToolTip(lineOfPlace(m_project.fileName()));
    const Config &config = m_project.store().config();
    m_counts->setText(tr("%1 services, %2 routes, %3 consumers, %4 plugins")
                          .arg(config.table(u"services"_s).size())
                          .arg(config.table(u"routes"_s).size())
                          .arg(config.table(u"consumers"_s).size())
                          .arg(config.table(u"plugins"_s).size()));
    const auto problems = static_cast<int>(m_problems.entries().size());
    m_problemCount->setText(problems == 0 ? tr("none") : QString::number(problems));
}

QString OverviewPage::exampleCommand() const
{
    const QList<QJsonObject> routes = m_project.store().config().rows(u"routes"_s);
    QString path = u"/"_s;
    for (const QJsonObject &route : routes) {
        const QString first = route.value("paths"_L1).toArray().first().toString();
        if (first.startsWith(u'/')) {
            path = first;
            break;
        }
    }
    return u"curl -i http://"_s + m_gateway.proxyAddress() + path;
}

void OverviewPage::refreshNextStep()
{
    const bool running = m_gateway.state() == Gateway::State::Running;
    const bool empty = m_project.store().config().table(u"routes"_s).isEmpty();
    const QString next = m_steps->next();
    const bool showsCommand = running && !empty && (next.isEmpty() || m_steps->asksForRequest());
    m_command->setVisible(showsCommand);
    m_copy->setVisible(showsCommand);
    m_start->setVisible(!running);
    m_sample->setVisible(empty);
    m_open->setVisible(empty);
    if (running && !empty) {
        m_command->setText(exampleCommand());
        m_nextText->setText(next.isEmpty() ? tr("Requests to the gateway appear under Traffic. One to begin with:")
                                           : next);
    } else if (running) {
        m_nextText->setText(
            tr("The gateway runs, but it has no routes. Load the sample, open a file, or use the Admin API."));
    } else if (empty) {
        m_nextText->setText(
            tr("See a gateway at work with three built-in services, or open a configuration of your own."));
    } else {
        m_nextText->setText(tr("The configuration is loaded. Start the gateway to serve it."));
    }
}

void OverviewPage::refreshFigures()
{
    const qint64 now = QDateTime::currentSecsSinceEpoch();
    m_lists->refreshFigures();
    m_steps->refresh();
    m_traffic->refresh(m_stats, now);
    m_latency->refresh(m_stats.summary(now));
    const auto seconds = m_gateway.uptime().count();
    m_uptime->setText(m_gateway.state() == Gateway::State::Stopped
                          ? u"–"_s
                          : u"%1:%2:%3"_s.arg(seconds / 3600)
                                .arg(seconds / 60 % 60, 2, 10, QLatin1Char('0'))
                                .arg(seconds % 60, 2, 10, QLatin1Char('0')));
}

} // namespace gatehouse
