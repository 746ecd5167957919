// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/entities/entity_page.h"

#include "ui/entities/entity_summary.h"
#include "ui/main_window/page_parts.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

#include <QFontDatabase>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QShortcut>
#include <QSplitter>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

QString pageTitle(EntityKind kind)
{
    return QCoreApplication::translate("EntityColumns", entityKindText(kind).title);
}

} // namespace

EntityPage::EntityPage(EntityKind kind, Project &project, UiSettings &settings, QWidget *parent)
    : Page(QLatin1String(entityKindText(kind).objectName),
           pageTitle(kind),
           QLatin1String(entityKindText(kind).icon),
           parent)
    , m_kind(kind)
    , m_project(project)
    , m_settings(settings)
    , m_model(kind, project.store())
    , m_filtered(m_model)
    , m_stack(new QStackedWidget(this))
    , m_filter(new QLineEdit(this))
    , m_count(new QLabel(this))
    , m_table(new QTableView(this))
    , m_details(new QPlainTextEdit(this))
{
    auto *splitter = new QSplitter(this);
    splitter->setObjectName(objectName() + u"Splitter"_s);
    splitter->addWidget(makeTable());
    splitter->addWidget(makeDetails());
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 2);
    splitter->setChildrenCollapsible(false);
    m_stack->addWidget(splitter);
    m_stack->addWidget(makeEmptyState());

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 12, 16, 12);
    layout->setSpacing(10);
    layout->addWidget(makeHeader());
    layout->addWidget(m_stack, 1);

    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(&m_filtered, signal, this, &EntityPage::refreshCount);
    connect(&m_filtered, &QAbstractItemModel::modelReset, this, &EntityPage::refreshCount);
    connect(&m_model, &QAbstractItemModel::dataChanged, this, &EntityPage::refreshDetails);
    refreshCount();
}

EntityPage::~EntityPage()
{
    m_settings.setViewState(m_table->objectName(), m_table->horizontalHeader()->saveState());
}

QWidget *EntityPage::makeHeader()
{
    auto *header = new QWidget(this);
    auto *layout = new QHBoxLayout(header);
    layout->setContentsMargins(0, 0, 0, 0);
    QLabel *title = makePageTitle(this->title(), header);
    m_filter->setObjectName(objectName() + u"Filter"_s);
    m_filter->setAccessibleName(tr("Filter"));
    m_filter->setPlaceholderText(
        tr("Filter, e.g. orders or %1:…").arg(QLatin1String(entityKindText(m_kind).columns[1].key)));
    m_filter->setClearButtonEnabled(true);
    m_filter->addAction(themedIcon(u"search"_s), QLineEdit::LeadingPosition);
    m_filter->setMinimumWidth(m_filter->fontMetrics().averageCharWidth() * 40);
    connect(m_filter, &QLineEdit::textChanged, &m_filtered, &EntityFilterModel::setFilter);
    connect(m_filter, &QLineEdit::textChanged, this, &EntityPage::refreshCount);
    auto *escape =
        new QShortcut(QKeySequence(Qt::Key_Escape), m_filter, m_filter, &QLineEdit::clear, Qt::WidgetShortcut);
    escape->setObjectName(objectName() + u"ClearFilter"_s);
    layout->addWidget(title);
    layout->addSpacing(12);
    layout->addWidget(m_count);
    layout->addStretch(1);
    layout->addWidget(m_filter);
    return header;
}

QWidget *EntityPage::makeTable()
{
    m_table->setObjectName(objectName() + u"Table"_s);
    m_table->setAccessibleName(title());
    m_table->setModel(&m_filtered);
    prepareList(*m_table, 12);
    m_table->setAlternatingRowColors(true);
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(-1, Qt::AscendingOrder); // the order of the file, until a header is clicked
    m_table->horizontalHeader()->setStretchLastSection(true);
    setColumnWidths();
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &EntityPage::refreshDetails);
    return m_table;
}

void EntityPage::setColumnWidths()
{
    if (m_table->horizontalHeader()->restoreState(m_settings.viewState(m_table->objectName())))
        return;
    const int character = m_table->fontMetrics().averageCharWidth();
    const QList<EntityColumn> &columns = entityKindText(m_kind).columns;
    for (int i = 0; i < columns.size(); ++i)
        m_table->setColumnWidth(i, columns[i].width * character + 16);
}

QWidget *EntityPage::makeDetails()
{
    m_details->setObjectName(objectName() + u"Details"_s);
    m_details->setAccessibleName(tr("Details of the selected row"));
    m_details->setReadOnly(true);
    m_details->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_details->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_details->setPlaceholderText(tr("Select a row to see all of it."));
    m_details->setTabChangesFocus(true);
    return m_details;
}

QWidget *EntityPage::makeEmptyState()
{
    auto *empty = new QWidget(this);
    auto *layout = new QVBoxLayout(empty);
    auto *text = new QLabel(QCoreApplication::translate("EntityColumns", entityKindText(m_kind).emptyText), empty);
    text->setAlignment(Qt::AlignCenter);
    text->setWordWrap(true);
    auto *sample = new QPushButton(themedIcon(u"sample"_s), tr("Start with the sample"), empty);
    sample->setObjectName(objectName() + u"Sample"_s);
    auto *open = new QPushButton(themedIcon(u"open"_s), tr("Open kong.yml…"), empty);
    open->setObjectName(objectName() + u"Open"_s);
    connect(sample, &QPushButton::clicked, this, &EntityPage::sampleRequested);
    connect(open, &QPushButton::clicked, this, &EntityPage::openRequested);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(sample);
    buttons->addWidget(open);
    buttons->addStretch(1);
    layout->addStretch(1);
    layout->addWidget(text);
    layout->addSpacing(8);
    layout->addLayout(buttons);
    layout->addStretch(2);
    return empty;
}

void EntityPage::refreshCount()
{
    const int all = m_model.rowCount();
    const int shown = m_filtered.rowCount();
    m_stack->setCurrentIndex(all == 0 ? 1 : 0);
    m_filter->setEnabled(all > 0);
    QPalette quiet = m_count->palette();
    quiet.setColor(QPalette::WindowText, theme::quietText(palette()));
    m_count->setPalette(quiet);
    m_count->setText(all == 0 ? QString() : shown == all ? QString::number(all) : tr("%1 of %2").arg(shown).arg(all));
    setBadge(all == 0 ? QString() : QString::number(all));
    refreshDetails();
}

void EntityPage::refreshDetails()
{
    const QModelIndex current = m_filtered.mapToSource(m_table->currentIndex());
    if (!current.isValid()) {
        m_details->clear();
        return;
    }
    const QString text =
        entitySummary(m_project.store().registry(), m_model.config(), m_kind, m_model.entity(current.row()));
    if (text != m_details->toPlainText())
        m_details->setPlainText(text);
}

void EntityPage::focusFilter()
{
    m_filter->setFocus(Qt::ShortcutFocusReason);
    m_filter->selectAll();
}

void EntityPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        refreshCount();
    Page::changeEvent(event);
}

} // namespace gatehouse
