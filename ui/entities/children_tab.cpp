// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/entities/children_tab.h"

#include "ui/dragdrop/row_drops.h"
#include "ui/dragdrop/row_table.h"
#include "ui/entities/entity_commands.h"
#include "ui/entities/plugin_summary.h"
#include "ui/forms/entity_form.h"
#include "ui/main_window/page_parts.h"
#include "ui/theme/icons.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QMenu>
#include <QSplitter>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

constexpr int tableRole = Qt::UserRole + 1;
constexpr int idRole = Qt::UserRole + 2;

QString tableTitle(const ConfigStore &store, const QString &table)
{
    const RecordSchema *schema = store.registry().entity(table);
    return schema && schema->label ? QCoreApplication::translate("schema", schema->label) : table;
}

QString inShort(const QString &table, const QJsonObject &row)
{
    if (table == "plugins"_L1)
        return pluginInShort(row);
    if (table == "jwt_secrets"_L1)
        return row.value("algorithm"_L1).toString();
    if (table == "targets"_L1)
        return ChildrenTab::tr("weight %1").arg(row.value("weight"_L1).toInt());
    if (table == "routes"_L1) {
        const QStringList methods = row.value("methods"_L1).toVariant().toStringList();
        const QStringList paths = row.value("paths"_L1).toVariant().toStringList();
        return QString(methods.join(u' ') + u"  "_s + paths.join(u", "_s)).trimmed();
    }
    return row.value("tags"_L1).toVariant().toStringList().join(u", "_s);
}

} // namespace

QString childTitle(const RecordSchema &schema, const QJsonObject &row)
{
    for (const auto key : {"name"_L1, "username"_L1, "group"_L1, "target"_L1, "kid"_L1, "key"_L1, "client_id"_L1}) {
        const Field *field = schema.field(QString(key));
        const QString text = row.value(key).toString();
        if (field && !field->secret && !text.isEmpty())
            return text;
    }
    return row.value("id"_L1).toString().left(8) + u'…';
}

ChildrenTab::ChildrenTab(const ChildKind &kind, Workbench &workbench, EntityCommands &commands, QWidget *parent)
    : QWidget(parent)
    , m_kind(kind)
    , m_workbench(workbench)
    , m_commands(commands)
    , m_table(new RowTable(
          workbench,
          [this] {
              const auto [table, id] = current();
              return DraggedRows{table, id.isEmpty() ? QStringList() : QStringList{id}};
          },
          this))
{
    setObjectName(QLatin1String(kind.tables.first()) + u"Tab"_s);
    makeTable();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 8, 0, 0);
    layout->addWidget(makeHeader());
    if (kind.hasPage) {
        layout->addWidget(m_table, 1);
    } else {
        m_form = new EntityForm(workbench.project(), workbench.history(), this);
        m_form->setObjectName(objectName() + u"Form"_s);
        m_form->setSecretKeeper(workbench.secrets());
        connect(m_form, &EntityForm::created, this, [this](const QString &, const QString &id) { select(id); });
        connect(m_form, &EntityForm::cancelled, this, &ChildrenTab::showCurrent);
        connect(m_form, &EntityForm::openRequested, &workbench, &Workbench::openRequested);
        connect(m_form, &EntityForm::problemsChanged, &workbench, &Workbench::editProblems);
        auto *splitter = new QSplitter(Qt::Vertical, this);
        splitter->addWidget(m_table);
        splitter->addWidget(m_form);
        splitter->setStretchFactor(0, 1);
        splitter->setStretchFactor(1, 2);
        splitter->setChildrenCollapsible(false);
        layout->addWidget(splitter, 1);
    }
    connect(&workbench.store(), &ConfigStore::changed, this, [this](const Change &change) {
        if (std::any_of(change.edits.begin(), change.edits.end(),
                        [this](const Edit &edit) { return lists(edit.table); }))
            refill();
    });
}

bool ChildrenTab::lists(const QString &table) const
{
    return std::any_of(m_kind.tables.begin(), m_kind.tables.end(),
                       [&table](const char *each) { return table == QLatin1String(each); });
}

void ChildrenTab::makeTable()
{
    m_table->setObjectName(objectName() + u"Table"_s);
    m_table->setAccessibleName(QCoreApplication::translate("EntityColumns", m_kind.title));
    m_table->setModel(&m_model);
    m_table->setEmptyText(tr("None yet. “Add…” begins one."));
    prepareList(*m_table, 8);
    m_table->horizontalHeader()->setStretchLastSection(true);
    connect(m_table, &QTableView::activated, this, &ChildrenTab::openCurrent);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &ChildrenTab::showCurrent);
    // Rows dropped here come to belong to the parent; a consumer joins the group it is dropped on.
    new RowDrops(m_workbench, *m_table, [this](const QModelIndex &index) -> std::pair<QString, QString> {
        const QStandardItem *item = m_model.item(index.row());
        if (lists(u"acls"_s))
            return {u"acls"_s, item ? item->data(idRole).toString() : QString()};
        return {QLatin1String(m_kind.field) + u's', m_parent};
    });
    auto *remove = new QAction(tr("Delete"), m_table);
    remove->setShortcutContext(Qt::WidgetShortcut);
    m_workbench.shortcuts().share(u"deleteAction"_s, *remove);
    connect(remove, &QAction::triggered, this, &ChildrenTab::removeCurrent);
    m_table->addAction(remove);
    if (lists(u"jwt_secrets"_s))
        makeMintAction();
    m_table->setContextMenuPolicy(Qt::ActionsContextMenu);
}

void ChildrenTab::makeMintAction()
{
    m_mint = new QAction(tr("Mint JWT…"), m_table);
    m_mint->setObjectName(u"mintAction"_s);
    connect(m_mint, &QAction::triggered, this, [this] {
        if (const auto [table, id] = current(); table == "jwt_secrets"_L1)
            emit m_workbench.mintRequested(id);
    });
    m_table->addAction(m_mint);
}

QWidget *ChildrenTab::makeHeader()
{
    auto *header = new QWidget(this);
    auto *layout = new QHBoxLayout(header);
    layout->setContentsMargins(0, 0, 0, 0);
    auto *add = new QToolButton(header);
    add->setObjectName(objectName() + u"Add"_s);
    add->setText(tr("Add…"));
    add->setIcon(themedIcon(u"new"_s));
    add->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    add->setFocusPolicy(Qt::StrongFocus);
    addShortcut(*add);
    if (m_kind.tables.size() == 1) {
        connect(add, &QToolButton::clicked, this, [this] { this->add(QLatin1String(m_kind.tables.first())); });
    } else {
        auto *menu = new QMenu(add);
        for (const char *table : m_kind.tables) {
            QAction *action = menu->addAction(tableTitle(m_workbench.store(), QLatin1String(table)));
            action->setObjectName(u"add."_s + QLatin1String(table));
            connect(action, &QAction::triggered, this, [this, table] { this->add(QLatin1String(table)); });
        }
        add->setMenu(menu);
        add->setPopupMode(QToolButton::InstantPopup);
    }
    m_remove = new QToolButton(header);
    m_remove->setObjectName(objectName() + u"Delete"_s);
    m_remove->setText(tr("Delete"));
    m_remove->setFocusPolicy(Qt::StrongFocus);
    connect(m_remove, &QToolButton::clicked, this, &ChildrenTab::removeCurrent);
    layout->addWidget(add);
    layout->addWidget(m_remove);
    layout->addStretch(1);
    if (m_mint) {
        auto *mint = new QToolButton(header);
        mint->setObjectName(objectName() + u"Mint"_s);
        mint->setDefaultAction(m_mint);
        mint->setFocusPolicy(Qt::StrongFocus);
        layout->addWidget(mint);
    }
    return header;
}

void ChildrenTab::addShortcut(QToolButton &button)
{
    auto *action = new QAction(tr("Add one"), this);
    action->setObjectName(u"addChildAction"_s);
    action->setShortcut(QKeySequence(u"Ctrl+Shift+A"_s));
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(action, &QAction::triggered, &button, &QToolButton::click);
    addAction(action);
    Shortcuts &shortcuts = m_workbench.shortcuts();
    shortcuts.define(*action, tr("Tabs of a row"));
    shortcuts.follow(action->objectName(), &button,
                     [&shortcuts, &button, action] { button.setToolTip(shortcuts.text(action->objectName())); });
}

void ChildrenTab::setParentRow(const QString &id)
{
    if (m_parent == id)
        return;
    m_parent = id;
    if (m_form)
        m_form->showNothing();
    refill();
}

void ChildrenTab::refill()
{
    const QString selected = current().second;
    const QSignalBlocker quiet(m_table->selectionModel());
    m_model.clear();
    m_model.setHorizontalHeaderLabels({tr("Name"), tr("Kind"), tr("In short")});
    m_table->setColumnWidth(0, m_table->fontMetrics().averageCharWidth() * 28);
    m_table->setColumnWidth(1, m_table->fontMetrics().averageCharWidth() * 18);
    m_table->setColumnHidden(1, m_kind.tables.size() == 1);
    for (const char *table : m_kind.tables) {
        const QList<QJsonObject> rows =
            m_workbench.config().table(QLatin1String(table)).rowsWhere(QLatin1String(m_kind.field), m_parent);
        for (const QJsonObject &row : rows)
            appendRow(QLatin1String(table), row);
    }
    m_remove->setEnabled(m_model.rowCount() > 0);
    emit countChanged(m_model.rowCount());
    select(selected);
}

void ChildrenTab::appendRow(const QString &table, const QJsonObject &row)
{
    const RecordSchema &schema = *m_workbench.store().registry().entity(table);
    auto *name = new QStandardItem(childTitle(schema, row));
    name->setData(table, tableRole);
    name->setData(row.value("id"_L1).toString(), idRole);
    m_model.appendRow(
        {name, new QStandardItem(tableTitle(m_workbench.store(), table)), new QStandardItem(inShort(table, row))});
}

void ChildrenTab::select(const QString &id)
{
    for (int row = 0; row < m_model.rowCount(); ++row) {
        if (m_model.item(row)->data(idRole).toString() == id) {
            m_table->selectRow(row);
            showCurrent();
            return;
        }
    }
    if (m_form && !m_form->isDraft())
        m_form->showNothing();
}

std::pair<QString, QString> ChildrenTab::current() const
{
    const QStandardItem *item = m_model.item(m_table->currentIndex().row());
    return item ? std::pair(item->data(tableRole).toString(), item->data(idRole).toString())
                : std::pair<QString, QString>();
}

void ChildrenTab::add(const QString &table)
{
    const QJsonObject preset{{QLatin1String(m_kind.field), QJsonObject{{u"id"_s, m_parent}}}};
    if (m_kind.hasPage) {
        emit m_workbench.draftRequested(table, preset);
        return;
    }
    m_form->showDraft(table, preset);
    m_form->widget()->setFocus();
    m_form->focusFirst();
}

void ChildrenTab::showCurrent()
{
    if (!m_form)
        return;
    const auto [table, id] = current();
    if (m_mint)
        m_mint->setEnabled(table == "jwt_secrets"_L1);
    if (id.isEmpty())
        m_form->showNothing();
    else
        m_form->showRow(table, id);
}

void ChildrenTab::openCurrent()
{
    const auto [table, id] = current();
    if (id.isEmpty())
        return;
    if (m_kind.hasPage)
        emit m_workbench.openRequested(table, id);
    else
        m_form->focusFirst();
}

void ChildrenTab::removeCurrent()
{
    const auto [table, id] = current();
    if (!id.isEmpty())
        m_commands.remove(table, {id});
}

} // namespace gatehouse
