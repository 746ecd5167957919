// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/entities/entity_page.h"

#include "ui/dragdrop/row_drops.h"
#include "ui/dragdrop/row_table.h"
#include "ui/dragdrop/url_drops.h"
#include "ui/entities/entity_commands.h"
#include "ui/entities/entity_editor.h"
#include "ui/entities/evaluation_switch.h"
#include "ui/entities/plugin_gallery.h"
#include "ui/entities/traffic_columns.h"
#include "ui/forms/entity_form.h"
#include "ui/main_window/page_parts.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QResizeEvent>
#include <QShortcut>
#include <QSplitter>
#include <QStackedWidget>
#include <QTabWidget>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

QString pageTitle(EntityKind kind)
{
    return QCoreApplication::translate("EntityColumns", entityKindText(kind).title);
}

} // namespace

EntityPage::EntityPage(EntityKind kind, Workbench &workbench, QWidget *parent)
    : Page(QLatin1String(entityKindText(kind).objectName),
           pageTitle(kind),
           QLatin1String(entityKindText(kind).icon),
           parent)
    , m_kind(kind)
    , m_workbench(workbench)
    , m_commands(new EntityCommands(workbench, this))
    , m_model(kind, workbench.store())
    , m_filtered(m_model)
    , m_memory(workbench.settings())
    , m_stack(new QStackedWidget(this))
    , m_splitter(new QSplitter(this))
    , m_filter(new QLineEdit(this))
    , m_count(new QLabel(this))
    , m_table(new RowTable(
          workbench,
          [this] {
              return DraggedRows{table(), selectedIds()};
          },
          this))
    , m_editor(new EntityEditor(kind, workbench, *m_commands, this))
{
    m_splitter->setObjectName(objectName() + u"Splitter"_s);
    m_splitter->addWidget(makeTable());
    m_splitter->addWidget(m_editor);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setChildrenCollapsible(false);
    m_stack->addWidget(m_splitter);
    m_stack->addWidget(makeEmptyState());

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 12, 16, 12);
    layout->setSpacing(10);
    layout->addWidget(makeHeader());
    layout->addWidget(m_stack, 1);

    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(&m_filtered, signal, this, &EntityPage::refreshCount);
    connect(&m_filtered, &QAbstractItemModel::modelReset, this, &EntityPage::refreshCount);
    connect(m_editor, &EntityEditor::created, this, &EntityPage::showRow);
    connect(m_editor, &EntityEditor::cancelled, this, &EntityPage::endDraft);
    connect(m_editor, &EntityEditor::moveRequested, this, &EntityPage::moveToFile);
    m_memory.remember(*m_splitter);
    m_memory.remember(*m_filter);
    refreshCount();
}

EntityPage::~EntityPage() = default;

QWidget *EntityPage::makeHeader()
{
    auto *header = new QWidget(this);
    auto *layout = new QHBoxLayout(header);
    layout->setContentsMargins(0, 0, 0, 0);
    m_filter->setObjectName(objectName() + u"Filter"_s);
    m_filter->setAccessibleName(tr("Filter"));
    m_filter->setPlaceholderText(
        tr("Filter, e.g. orders or %1:…").arg(QLatin1String(entityKindText(m_kind).columns[1].key)));
    m_filter->setClearButtonEnabled(true);
    m_filter->addAction(themedIcon(u"search"_s), QLineEdit::LeadingPosition);
    m_filter->setMinimumWidth(m_filter->fontMetrics().averageCharWidth() * 24);
    connect(m_filter, &QLineEdit::textChanged, this, &EntityPage::filter);
    auto *escape =
        new QShortcut(QKeySequence(Qt::Key_Escape), m_filter, m_filter, &QLineEdit::clear, Qt::WidgetShortcut);
    escape->setObjectName(objectName() + u"ClearFilter"_s);
    auto *add = new QPushButton(themedIcon(u"new"_s), tr("New"), header);
    add->setObjectName(objectName() + u"New"_s);
    Shortcuts &shortcuts = m_workbench.shortcuts();
    shortcuts.follow(u"newRowAction"_s, add, [&shortcuts, add] { add->setToolTip(shortcuts.text(u"newRowAction"_s)); });
    connect(add, &QPushButton::clicked, this, &EntityPage::beginNew);
    layout->addWidget(makePageTitle(this->title(), header));
    layout->addSpacing(12);
    layout->addWidget(m_count);
    layout->addStretch(1);
    if (m_kind == EntityKind::Routes)
        layout->addWidget(new EvaluationSwitch(m_workbench.routes(), m_model, *m_table, header));
    layout->addWidget(m_filter);
    if (m_kind == EntityKind::Certificates)
        layout->addWidget(makeDevelopmentButton());
    layout->addWidget(add);
    return header;
}

QWidget *EntityPage::makeDevelopmentButton()
{
    auto *make = new QPushButton(tr("For development…"), this);
    make->setToolTip(tr("Make a development certificate…"));
    make->setObjectName(u"makeDevelopmentCertificate"_s);
    connect(make, &QPushButton::clicked, this, &EntityPage::makeDevelopmentCertificate);
    return make;
}

QWidget *EntityPage::makeTable()
{
    m_table->setObjectName(objectName() + u"Table"_s);
    m_table->setAccessibleName(title());
    m_table->setModel(&m_filtered);
    prepareList(*m_table, 12);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->setAlternatingRowColors(true);
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(-1, Qt::AscendingOrder); // the order of the file, until a header is clicked
    m_table->horizontalHeader()->setStretchLastSection(true);
    setColumnWidths();
    if (const int order = m_model.columnOf(u"order"_s); order >= 0)
        m_table->hideColumn(order);
    makeColumnMenu(*m_table, 0); // the name stays
    makeFileColumn();
    acceptDrops();
    new TrafficColumns(m_kind, m_workbench.entityTraffic(), m_model, m_table);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &EntityPage::refreshEditor);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &Page::commandsChanged);
    connect(m_table, &QTableView::activated, this, [this] { m_editor->form().focusFirst(); });
    return m_table;
}

void EntityPage::acceptDrops()
{
    new RowDrops(m_workbench, *m_table, [this](const QModelIndex &index) {
        return std::pair(table(), index.siblingAtColumn(0).data(EntityTableModel::idRole).toString());
    });
    if (m_kind == EntityKind::Services)
        connect(new UrlDrops(*m_table), &UrlDrops::dropped, this, &EntityPage::beginService);
}

void EntityPage::makeFileColumn()
{
    const int column = m_model.columnOf(u"file"_s);
    QAction *action = m_table->horizontalHeader()->actions().at(column);
    action->setChecked(false);
    action->setVisible(false);
    m_model.setTexts(column, [this](const QString &id) {
        return m_workbench.project().shownFile(m_workbench.project().fileOf(table(), id));
    });
    connect(&m_workbench.project(), &Project::filesOfRowsChanged, &m_model, &EntityTableModel::refreshTexts);
    connect(&m_workbench.project(), &Project::fileChanged, this, &EntityPage::refreshFileColumn);
}

// Where rows stand is of interest as soon as there is a choice; who hides the column then need not do so again.
void EntityPage::refreshFileColumn()
{
    QAction *action = m_table->horizontalHeader()->actions().at(m_model.columnOf(u"file"_s));
    if (const bool hasFiles = m_workbench.project().hasFiles(); action->isVisible() != hasFiles) {
        action->setVisible(hasFiles);
        action->setChecked(hasFiles);
    }
    emit commandsChanged();
}

void EntityPage::setColumnWidths()
{
    if (m_memory.remember(*m_table))
        return;
    const int character = m_table->fontMetrics().averageCharWidth();
    const QList<EntityColumn> &columns = entityKindText(m_kind).columns;
    for (int i = 0; i < columns.size(); ++i)
        m_table->setColumnWidth(i, columns[i].width * character + 16);
}

QWidget *EntityPage::makeEmptyState()
{
    auto *empty = new QWidget(this);
    auto *layout = new QVBoxLayout(empty);
    QLabel *text = makeEmptyText(QCoreApplication::translate("EntityColumns", entityKindText(m_kind).emptyText), empty);
    auto *add = new QPushButton(themedIcon(u"new"_s), tr("Create the first one"), empty);
    add->setObjectName(objectName() + u"First"_s);
    auto *sample = new QPushButton(themedIcon(u"sample"_s), tr("Start with the sample"), empty);
    sample->setObjectName(objectName() + u"Sample"_s);
    auto *open = new QPushButton(themedIcon(u"open"_s), tr("Open kong.yml…"), empty);
    open->setObjectName(objectName() + u"Open"_s);
    connect(add, &QPushButton::clicked, this, &EntityPage::beginNew);
    connect(sample, &QPushButton::clicked, this, &EntityPage::sampleRequested);
    connect(open, &QPushButton::clicked, this, &EntityPage::openRequested);
    auto *buttons = new QVBoxLayout; // below each other: beside each other long words do not fit
    for (QPushButton *button : {add, sample, open})
        buttons->addWidget(button);
    auto *middle = new QHBoxLayout;
    middle->addStretch(1);
    middle->addLayout(buttons);
    middle->addStretch(1);
    layout->addStretch(1);
    layout->addWidget(text);
    layout->addSpacing(8);
    layout->addLayout(middle);
    layout->addStretch(2);
    return empty;
}

// A filter takes thousands of runs of rows away or brings them back: they are counted once, when it is done.
void EntityPage::filter(const QString &text)
{
    m_isFiltering = true;
    m_filtered.setFilter(text);
    m_isFiltering = false;
    refreshCount();
}

void EntityPage::refreshCount()
{
    if (m_isFiltering)
        return;
    const int all = m_model.rowCount();
    const int shown = m_filtered.rowCount();
    m_stack->setCurrentIndex(all == 0 && !m_isDrafting ? 1 : 0);
    m_filter->setEnabled(all > 0);
    QPalette quiet = m_count->palette();
    quiet.setColor(QPalette::WindowText, theme::quietText(palette()));
    m_count->setPalette(quiet);
    m_count->setText(all == 0 ? QString() : shown == all ? QString::number(all) : tr("%1 of %2").arg(shown).arg(all));
    setBadge(all == 0 ? QString() : QString::number(all));
    refreshEditor();
}

void EntityPage::refreshEditor()
{
    const QString id = m_table->currentIndex().siblingAtColumn(0).data(EntityTableModel::idRole).toString();
    if (m_isDrafting && !m_table->hasFocus())
        return;
    m_isDrafting = false;
    if (id.isEmpty()) {
        m_editor->showNothing();
    } else {
        m_editor->showRow(id);
        emit m_workbench.rowSelected(table(), id);
    }
    emit commandsChanged();
}

void EntityPage::showRow(const QString &id)
{
    m_isDrafting = false;
    for (int attempt = 0; attempt < 2; ++attempt) {
        for (int row = 0; row < m_filtered.rowCount(); ++row) {
            const QModelIndex index = m_filtered.index(row, 0);
            if (index.data(EntityTableModel::idRole).toString() != id)
                continue;
            m_table->selectionModel()->setCurrentIndex(index,
                                                       QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
            m_table->scrollTo(index);
            refreshCount();
            return;
        }
        m_filter->clear(); // the filter may hide it
    }
}

void EntityPage::showDraft(const QJsonObject &preset)
{
    if (m_kind == EntityKind::Plugins && !preset.contains("name"_L1)) {
        auto *gallery = new PluginGallery(m_workbench.store(), preset, this);
        connect(gallery, &PluginGallery::chosen, this, &EntityPage::showDraft);
        gallery->open();
        return;
    }
    m_isDrafting = true;
    m_stack->setCurrentIndex(0);
    m_table->clearSelection();
    m_table->setCurrentIndex({});
    m_editor->showDraft(preset);
}

void EntityPage::fillDraft(const QJsonObject &values)
{
    if (!m_editor->form().isDraft())
        showDraft({});
    m_editor->form().setValues(values);
}

void EntityPage::endDraft()
{
    m_isDrafting = false;
    refreshCount();
    m_table->setFocus();
}

void EntityPage::beginNew()
{
    showDraft(m_kind == EntityKind::Vaults ? QJsonObject{{u"name"_s, u"env"_s}} : QJsonObject());
}

QStringList EntityPage::selectedIds() const
{
    QStringList ids;
    const QModelIndexList rows = m_table->selectionModel()->selectedRows();
    for (const QModelIndex &row : rows)
        ids << row.data(EntityTableModel::idRole).toString();
    return ids;
}

void EntityPage::adoptListActions(const QList<QAction *> &actions)
{
    m_table->addActions(actions);
    m_table->setContextMenuPolicy(Qt::ActionsContextMenu);
}

void EntityPage::focusContent()
{
    if (m_table->isVisible() && !m_isDrafting)
        m_table->setFocus(Qt::OtherFocusReason);
}

QList<QWidget *> EntityPage::panes() const
{
    return {m_table, m_editor};
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

void EntityPage::showEvent(QShowEvent *event)
{
    m_model.makeCells();
    Page::showEvent(event);
}

void EntityPage::resizeEvent(QResizeEvent *event)
{
    m_splitter->setOrientation(event->size().width() < narrowWidth ? Qt::Vertical : Qt::Horizontal);
    Page::resizeEvent(event);
}

} // namespace gatehouse
