// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/traffic/traffic_page.h"

#include "ui/dragdrop/dragged_request.h"
#include "ui/forms/flow_layout.h"
#include "ui/main_window/page_parts.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/traffic/kept_filters.h"
#include "ui/traffic/traffic_commands.h"
#include "ui/traffic/traffic_filter_edit.h"
#include "ui/traffic/traffic_table.h"

#include <QAction>
#include <QButtonGroup>
#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace gatehouse {

TrafficPage::TrafficPage(Workbench &workbench, QWidget *parent)
    : Page(u"trafficPage"_s, tr("Traffic"), u"traffic"_s, parent)
    , m_workbench(workbench)
    , m_store(workbench.traffic())
    , m_gateway(workbench.gateway())
    , m_shortcuts(workbench.shortcuts())
    , m_model(m_store)
    , m_memory(workbench.settings())
    , m_stack(new QStackedWidget(this))
    , m_filter(new TrafficFilterEdit(u"trafficFilter"_s, m_store, this))
    , m_count(new QLabel(this))
    , m_emptyText(new QLabel(this))
    , m_copy(new QPushButton(this))
    , m_pause(new QToolButton(this))
    , m_newer(new QToolButton(this))
    , m_table(new TrafficTable(m_model, u"trafficTable"_s, workbench.settings(), this))
    , m_detail(new TrafficDetail(this))
{
    auto *splitter = new QSplitter(Qt::Vertical, this);
    splitter->setObjectName(u"trafficSplitter"_s);
    splitter->addWidget(makeTable());
    splitter->addWidget(m_detail);
    splitter->setStretchFactor(0, 1);
    splitter->setChildrenCollapsible(false);
    m_stack->addWidget(splitter);
    m_stack->addWidget(makeEmptyState());

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 12, 16, 12);
    layout->setSpacing(8);
    layout->addWidget(makeHeader());
    layout->addWidget(m_filter->makeProblemLabel(this));
    layout->addWidget(makePresets());
    layout->addWidget(m_stack, 1);

    connect(&m_model, &QAbstractItemModel::rowsInserted, this, &TrafficPage::onRowsInserted);
    connect(&m_model, &QAbstractItemModel::modelReset, this, &TrafficPage::refreshState);
    connect(&m_store, &TrafficStore::appended, this, &TrafficPage::refreshState);
    connect(&m_gateway, &Gateway::started, this, &TrafficPage::refreshState);
    connect(&m_gateway, &Gateway::stopped, this, &TrafficPage::refreshState);
    m_shortcuts.follow(u"startAction"_s, this, [this] { refreshState(); });
    m_memory.remember(*splitter);
    m_memory.remember(*m_filter);
}

TrafficPage::~TrafficPage() = default;

QWidget *TrafficPage::makeHeader()
{
    auto *header = new QWidget(this);
    auto *layout = new QHBoxLayout(header);
    layout->setContentsMargins(0, 0, 0, 0);
    QLabel *title = makePageTitle(this->title(), header);
    connect(m_filter, &TrafficFilterEdit::filterChanged, this, &TrafficPage::applyFilter);

    m_pause->setObjectName(u"trafficPause"_s);
    m_pause->setText(tr("Pause"));
    m_pause->setIcon(themedIcon(u"pause"_s));
    m_pause->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_pause->setCheckable(true);
    m_pause->setFocusPolicy(Qt::TabFocus);
    connect(m_pause, &QToolButton::toggled, this, [this](bool paused) {
        m_model.setPaused(paused);
        refreshState();
    });
    auto *clear = new QToolButton(header);
    clear->setObjectName(u"trafficClear"_s);
    clear->setText(tr("Clear"));
    clear->setIcon(themedIcon(u"clear"_s));
    clear->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    clear->setFocusPolicy(Qt::TabFocus);
    connect(clear, &QToolButton::clicked, &m_store, &TrafficStore::clear);
    layout->addWidget(title);
    layout->addSpacing(12);
    layout->addWidget(m_count);
    layout->addStretch(1);
    layout->addWidget(m_filter, 2);
    layout->addWidget(new KeptFilters(m_workbench.settings(), *m_filter, header));
    layout->addWidget(m_pause);
    layout->addWidget(clear);
    return header;
}

void TrafficPage::addPreset(QLayout *layout, TrafficFilter::Preset preset, const QString &text)
{
    auto *button = new QToolButton(this);
    button->setObjectName(u"trafficPreset%1"_s.arg(static_cast<int>(preset)));
    button->setText(text);
    button->setCheckable(true);
    button->setChecked(preset == m_filter->preset());
    button->setAutoExclusive(true);
    button->setFocusPolicy(Qt::TabFocus);
    connect(button, &QToolButton::clicked, this, [this, preset] { m_filter->setPreset(preset); });
    layout->addWidget(button);
}

QWidget *TrafficPage::makePresets()
{
    auto *row = new QWidget(this);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    auto *presets = new FlowLayout(6);
    addPreset(presets, TrafficFilter::Preset::All, tr("All"));
    addPreset(presets, TrafficFilter::Preset::Errors, tr("Errors"));
    addPreset(presets, TrafficFilter::Preset::Denied, tr("Denied 401/403"));
    addPreset(presets, TrafficFilter::Preset::Limited, tr("Limited 429"));
    addPreset(presets, TrafficFilter::Preset::Slow,
              tr("Slow > %1 ms").arg(QLocale().toString(static_cast<int>(TrafficFilter::slowMs))));
    addPreset(presets, TrafficFilter::Preset::NoRoute, tr("No route"));
    layout->addLayout(presets, 1);
    m_newer->setObjectName(u"trafficNewer"_s);
    m_newer->setAccessibleName(tr("Go to the newest request"));
    m_newer->setFocusPolicy(Qt::TabFocus);
    connect(m_newer, &QToolButton::clicked, this, &TrafficPage::follow);
    layout->addWidget(m_newer);
    auto *open = new QToolButton(row);
    open->setObjectName(u"trafficOpenLog"_s);
    open->setText(tr("Open log file…"));
    open->setToolTip(tr("Shows the requests of a file-log or HAR file beside these; a file can be dropped here too."));
    open->setFocusPolicy(Qt::TabFocus);
    connect(open, &QToolButton::clicked, this, &TrafficPage::logFileRequested);
    layout->addWidget(open);
    return row;
}

QWidget *TrafficPage::makeTable()
{
    setColumnWidths();
    auto *why = new QAction(tr("Why?"), m_table);
    why->setObjectName(u"trafficWhyAction"_s);
    why->setShortcut(Qt::Key_W);
    why->setShortcutContext(Qt::WidgetShortcut); // elsewhere W is a letter
    connect(why, &QAction::triggered, m_detail, &TrafficDetail::focusWhy);
    m_table->addAction(why);
    m_shortcuts.define(*why, title());
    makeRequestActions();
    m_commands = new TrafficCommands(m_workbench, m_model, *m_table, *m_filter, title());
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &TrafficPage::refreshDetail);
    connect(m_table, &TrafficTable::followsChanged, this, [this] {
        if (m_table->follows())
            m_unseen = 0;
        refreshState();
    });
    return m_table;
}

void TrafficPage::makeRequestActions()
{
    const auto add = [this](const QString &name, const QString &text, const QKeySequence &keys, RequestUse use) {
        auto *action = new QAction(text, m_table);
        action->setObjectName(name);
        action->setShortcut(keys);
        action->setShortcutContext(Qt::WidgetShortcut);
        connect(action, &QAction::triggered, this, [this, use] { request(use); });
        m_table->addAction(action);
        m_shortcuts.define(*action, title());
    };
    add(u"trafficRepeatAction"_s, tr("Repeat"), Qt::Key_R, RequestUse::Send);
    add(u"trafficEditAction"_s, tr("Edit and send"), {}, RequestUse::Edit);
    m_table->setDragData([this] {
        const std::optional<RequestDraft> draft = selectedDraft();
        return draft ? makeMimeData(*draft) : nullptr;
    });
}

std::optional<RequestDraft> TrafficPage::selectedDraft() const
{
    const QModelIndex row = m_table->currentIndex();
    return row.isValid() ? draftForRecord(m_model.record(row.row()), m_workbench.config()) : std::nullopt;
}

void TrafficPage::request(RequestUse use)
{
    if (const std::optional<RequestDraft> draft = selectedDraft())
        emit m_workbench.requestRequested(*draft, use);
    else if (m_table->currentIndex().isValid())
        emit m_workbench.message(
            {u"repeated"_s, tr("The path of this request was too long to be recorded, so it cannot be sent again."),
             Message::Kind::Warning});
}

void TrafficPage::setColumnWidths()
{
    QHeaderView *header = m_table->horizontalHeader();
    if (!m_memory.remember(*m_table))
        m_table->setUsualWidths();
    header->setSectionResizeMode(TrafficModel::Path, QHeaderView::Stretch);
    makeColumnMenu(*m_table, TrafficModel::Path);
}

QWidget *TrafficPage::makeEmptyState()
{
    auto *empty = new QWidget(this);
    auto *layout = new QVBoxLayout(empty);
    m_emptyText->setObjectName(u"trafficEmpty"_s);
    m_emptyText->setAlignment(Qt::AlignCenter);
    m_emptyText->setWordWrap(true);
    m_emptyText->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_copy->setObjectName(u"trafficCopyCommand"_s);
    m_copy->setText(tr("Copy a curl line"));
    m_copy->setIcon(themedIcon(u"copy"_s));
    connect(m_copy, &QPushButton::clicked, this, &TrafficPage::copyCommand);
    layout->addStretch(1);
    layout->addWidget(m_emptyText);
    layout->addSpacing(8);
    layout->addWidget(m_copy, 0, Qt::AlignHCenter);
    layout->addStretch(2);
    return empty;
}

void TrafficPage::copyCommand()
{
    QGuiApplication::clipboard()->setText(u"curl -i http://"_s + m_gateway.proxyAddress() + u'/');
}

void TrafficPage::showFiltered(const QString &filter, std::optional<quint64> sequence)
{
    m_filter->setFilter(TrafficFilter::Preset::All, filter);
    findChild<QToolButton *>(u"trafficPreset%1"_s.arg(static_cast<int>(m_filter->preset())))->setChecked(true);
    const int row = sequence ? m_model.rowOf(*sequence) : -1;
    if (row < 0)
        return;
    m_table->setCurrentIndex(m_model.index(row, 0));
    m_table->scrollTo(m_table->currentIndex());
}

void TrafficPage::applyFilter()
{
    const bool hadSelection = m_table->currentIndex().isValid();
    const quint64 selected = hadSelection ? m_model.sequence(m_table->currentIndex().row()) : 0;
    m_model.setFilter(m_filter->filter());
    const int row = hadSelection ? m_model.rowOf(selected) : -1;
    if (row >= 0)
        m_table->setCurrentIndex(m_model.index(row, 0));
    if (m_table->follows())
        follow();
}

void TrafficPage::onRowsInserted()
{
    if (!m_table->follows())
        ++m_unseen;
    refreshState();
}

void TrafficPage::follow()
{
    m_unseen = 0;
    m_table->follow();
    refreshState();
}

void TrafficPage::refreshState()
{
    const QLocale locale;
    const quint64 recorded = m_store.end() - m_store.begin();
    QString count = tr("%1 of %2 shown").arg(locale.toString(m_model.rowCount()), locale.toString(recorded));
    if (const quint64 dropped = m_store.dropped(); dropped > 0)
        count += u"   "_s + tr("%1 not recorded").arg(locale.toString(dropped));
    m_count->setText(recorded > 0 ? count : QString());
    m_newer->setVisible(!m_table->follows() && !m_model.isPaused() && m_unseen > 0);
    m_newer->setText(tr("Newer requests ↓"));
    const bool running = m_gateway.state() == Gateway::State::Running;
    if (recorded > 0)
        m_emptyText->setText(tr("No request passes the filter. %1 are recorded.").arg(locale.toString(recorded)));
    else if (running)
        m_emptyText->setText(tr("Waiting for requests on http://%1").arg(m_gateway.proxyAddress()));
    else
        m_emptyText->setText(tr("The gateway is stopped. Start it with %1; its requests appear here.")
                                 .arg(m_shortcuts.wayTo(u"startAction"_s)));
    m_copy->setVisible(running && recorded == 0);
    m_stack->setCurrentIndex(m_model.rowCount() == 0 ? 1 : 0);
    if (m_model.rowCount() == 0)
        refreshDetail();
}

void TrafficPage::refreshDetail()
{
    m_detail->showRow(m_model, m_table->currentIndex());
    emit commandsChanged();
}

bool TrafficPage::can(ListCommand command) const
{
    return command == ListCommand::CopyCurl && m_table->currentIndex().isValid();
}

void TrafficPage::run(ListCommand command)
{
    if (command == ListCommand::CopyCurl)
        QGuiApplication::clipboard()->setText(m_commands->curl());
}

void TrafficPage::focusFilter()
{
    m_filter->setFocus(Qt::ShortcutFocusReason);
    m_filter->selectAll();
}

} // namespace gatehouse
