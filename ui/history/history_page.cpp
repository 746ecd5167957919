// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/history/history_page.h"

#include "ui/history/kong_dialog.h"
#include "ui/main_window/page_parts.h"
#include "ui/theme/icons.h"

#include <QAction>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QResizeEvent>
#include <QShortcut>
#include <QSplitter>
#include <QStackedWidget>
#include <QTableView>
#include <QTreeView>
#include <QVBoxLayout>

#include <array>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

constexpr std::chrono::seconds timesAge{20}; // how often "3 min ago" is worked out anew

} // namespace

HistoryPage::HistoryPage(Workbench &workbench, QWidget *parent)
    : Page(u"historyPage"_s, tr("History"), u"history"_s, parent)
    , m_workbench(workbench)
    , m_commands(workbench, this)
    , m_model(workbench.revisions(), workbench.gateway())
    , m_memory(workbench.settings())
    , m_stack(new QStackedWidget(this))
    , m_splitter(new QSplitter(Qt::Vertical, this))
    , m_filter(new QLineEdit(this))
    , m_count(new QLabel(this))
    , m_table(new QTableView(this))
    , m_difference(new DifferencePanel(workbench, this))
{
    makeTable();
    makeActions();
    connectActions();
    m_splitter->setObjectName(u"historySplitter"_s);
    m_splitter->addWidget(m_table);
    m_splitter->addWidget(m_difference);
    m_splitter->setStretchFactor(0, 5);
    m_splitter->setStretchFactor(1, 4);
    m_splitter->setChildrenCollapsible(false);
    auto *content = new QWidget(this);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(makeButtons());
    column->addWidget(m_splitter, 1);
    m_stack->addWidget(content);
    m_stack->addWidget(makeEmptyState());
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 12, 16, 12);
    layout->setSpacing(8);
    layout->addWidget(makeHeader());
    layout->addWidget(m_stack, 1);
    m_memory.remember(*m_splitter);
    m_times.setInterval(timesAge);
    connect(&m_times, &QTimer::timeout, &m_model, &RevisionModel::refreshTimes);
    connect(&m_commands, &HistoryCommands::restored, this, &HistoryPage::restored);
    connect(&workbench.revisions(), &Revisions::changed, this, &HistoryPage::refresh);
    connect(&workbench.revisions(), &Revisions::failed, this, [this](const Error &error) {
        emit m_workbench.message(
            {u"historyFailed"_s, tr("The history cannot be kept. %1").arg(error.message), Message::Kind::Warning});
    });
    for (const auto signal : {&Gateway::started, &Gateway::stopped})
        connect(&workbench.gateway(), signal, this, &HistoryPage::refreshActions);
    connect(&workbench.project(), &Project::fileChanged, this, &HistoryPage::refreshActions);
    refresh();
}

QWidget *HistoryPage::makeHeader()
{
    auto *header = new QWidget(this);
    auto *layout = new QHBoxLayout(header);
    layout->setContentsMargins(0, 0, 0, 0);
    m_filter->setObjectName(u"historyFilter"_s);
    m_filter->setAccessibleName(tr("Filter"));
    m_filter->setPlaceholderText(tr("Filter, e.g. orders"));
    m_filter->setClearButtonEnabled(true);
    m_filter->addAction(themedIcon(u"search"_s), QLineEdit::LeadingPosition);
    m_filter->setMinimumWidth(m_filter->fontMetrics().averageCharWidth() * 28);
    auto *escape =
        new QShortcut(QKeySequence(Qt::Key_Escape), m_filter, m_filter, &QLineEdit::clear, Qt::WidgetShortcut);
    escape->setObjectName(u"historyClearFilter"_s);
    connect(m_filter, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_filtered.setFilterFixedString(text.trimmed());
        refresh();
    });
    layout->addWidget(makePageTitle(title(), header));
    layout->addSpacing(12);
    layout->addWidget(m_count);
    layout->addStretch(1);
    layout->addWidget(m_filter);
    return header;
}

QWidget *HistoryPage::makeEmptyState()
{
    auto *empty = new QWidget(this);
    auto *layout = new QVBoxLayout(empty);
    QLabel *text = makeEmptyText(tr("There is no revision yet. Each configuration that the gateway runs becomes one: "
                                    "to see what changed, and to come back to it."),
                                 empty);
    m_start = new QPushButton(themedIcon(u"start"_s), tr("Start the gateway"), empty);
    m_start->setObjectName(u"historyStart"_s);
    connect(m_start, &QPushButton::clicked, this, &HistoryPage::startRequested);
    layout->addStretch(1);
    layout->addWidget(text);
    layout->addWidget(m_start, 0, Qt::AlignHCenter);
    layout->addStretch(1);
    return empty;
}

void HistoryPage::makeTable()
{
    m_filtered.setSourceModel(&m_model);
    m_filtered.setFilterKeyColumn(-1);
    m_filtered.setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_table->setObjectName(u"historyTable"_s);
    m_table->setAccessibleName(tr("Revisions"));
    m_table->setModel(&m_filtered);
    prepareList(*m_table, 8);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection); // two can be compared
    if (!m_memory.remember(*m_table)) {
        static constexpr std::array<int, RevisionModel::columns> characters{13, 15, 11, 34, 10, 12};
        for (int i = 0; i < RevisionModel::columns; ++i)
            m_table->setColumnWidth(i, characters[static_cast<std::size_t>(i)] * fontMetrics().averageCharWidth() + 10);
    }
    m_table->horizontalHeader()->setSectionResizeMode(RevisionModel::Summary, QHeaderView::Stretch);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this] {
        if (isVisible())
            compare(ComparedWith::Previous);
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &HistoryPage::refreshActions);
    connect(m_difference, &DifferencePanel::changed, this, &HistoryPage::refreshActions);
}

QString HistoryPage::currentKey() const
{
    return m_table->currentIndex().data(RevisionModel::keyRole).toString();
}

QString HistoryPage::otherKey() const
{
    const QModelIndexList rows = m_table->selectionModel()->selectedRows();
    if (rows.size() != 2)
        return {};
    const QString first = rows.first().data(RevisionModel::keyRole).toString();
    return first == currentKey() ? rows.last().data(RevisionModel::keyRole).toString() : first;
}

// Who looks at the newest goes on looking at the newest.
void HistoryPage::followNewest()
{
    const QString newest = m_filtered.index(0, 0).data(RevisionModel::keyRole).toString();
    const QString current = currentKey();
    // Not the view's own way, which looks at the keys that are held down just now.
    if (current.isEmpty() || (current == m_newest && newest != m_newest))
        m_table->selectionModel()->setCurrentIndex(m_filtered.index(0, 0),
                                                   QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    m_newest = newest;
}

void HistoryPage::refresh()
{
    const int all = m_model.rowCount();
    const int shown = m_filtered.rowCount();
    m_stack->setCurrentIndex(all == 0 ? 1 : 0);
    m_count->setText(shown == all ? tr("%n revision(s)", nullptr, all)
                                  : tr("%1 of %n revision(s)", nullptr, all).arg(shown));
    followNewest();
    refreshActions();
}

void HistoryPage::refreshActions()
{
    const Revision *revision = m_workbench.revisions().find(currentKey());
    for (QAction *action : {m_restore, m_previous, m_kong, m_pin, m_export})
        action->setEnabled(revision);
    m_running->setEnabled(revision && m_workbench.gateway().state() == Gateway::State::Running);
    m_file->setEnabled(revision && !m_workbench.project().fileName().isEmpty());
    m_selected->setEnabled(!otherKey().isEmpty());
    m_unpin->setEnabled(revision && revision->isPinned);
    const bool isRow = m_difference->currentChange();
    m_take->setEnabled(isRow);
    m_takeOther->setEnabled(isRow && !m_difference->nameOf(DifferencePanel::Side::Other).isEmpty());
    m_start->setEnabled(m_workbench.gateway().state() == Gateway::State::Stopped);
    emit commandsChanged();
}

void HistoryPage::compare(ComparedWith with)
{
    m_difference->compare(currentKey(), with, with == ComparedWith::Revision ? otherKey() : QString());
}

void HistoryPage::compareWithKong()
{
    auto *dialog = new KongDialog(m_workbench.store(), this);
    connect(dialog, &KongDialog::finishedReading, this,
            [this, key = currentKey()](const OpenedFile &file, const QString &place) {
                m_difference->compareWith(key, file, place);
            });
    dialog->open();
}

void HistoryPage::takeRow(DifferencePanel::Side from)
{
    const RowChange *row = m_difference->currentChange();
    const ReadRevision *there = m_difference->side(from);
    if (row && there)
        m_commands.takeRow(*row, *there, m_difference->nameOf(from));
}

void HistoryPage::focusContent()
{
    if (m_table->isVisible())
        m_table->setFocus(Qt::OtherFocusReason);
}

QList<QWidget *> HistoryPage::panes() const
{
    return {m_table, &m_difference->tree()};
}

void HistoryPage::focusFilter()
{
    m_filter->setFocus(Qt::ShortcutFocusReason);
    m_filter->selectAll();
}

bool HistoryPage::can(ListCommand command) const
{
    return command == ListCommand::CopyYaml && !currentKey().isEmpty();
}

void HistoryPage::run(ListCommand command)
{
    if (can(command))
        m_commands.copyYaml(currentKey());
}

void HistoryPage::showEvent(QShowEvent *event)
{
    m_model.refreshTimes();
    m_times.start();
    Page::showEvent(event);
    compare(ComparedWith::Previous);
}

void HistoryPage::hideEvent(QHideEvent *event)
{
    m_times.stop();
    Page::hideEvent(event);
}

void HistoryPage::resizeEvent(QResizeEvent *event)
{
    m_splitter->setOrientation(event->size().width() < narrowWidth ? Qt::Vertical : Qt::Horizontal);
    Page::resizeEvent(event);
}

} // namespace gatehouse
