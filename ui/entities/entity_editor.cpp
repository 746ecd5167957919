// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/entities/entity_editor.h"

#include "ui/entities/children_tab.h"
#include "ui/entities/editor_parts.h"
#include "ui/entities/editor_tab.h"
#include "ui/entities/entity_commands.h"
#include "ui/entities/entity_summary.h"
#include "ui/forms/entity_form.h"
#include "ui/main_window/page_parts.h"
#include "ui/theme/icons.h"
#include "ui/theme/text_scale.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QStackedWidget>
#include <QTabBar>
#include <QTabWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace gatehouse {

EntityEditor::EntityEditor(EntityKind kind, Workbench &workbench, EntityCommands &commands, QWidget *parent)
    : QWidget(parent)
    , m_text(entityKindText(kind))
    , m_workbench(workbench)
    , m_commands(commands)
    , m_stack(new QStackedWidget(this))
    , m_title(new QLabel(this))
    , m_file(new QPushButton(this))
    , m_enabled(new QCheckBox(tr("Enabled"), this))
    , m_tabs(new QTabWidget(this))
    , m_form(new EntityForm(workbench.project(), workbench.history(), this))
    , m_yaml(new QPlainTextEdit(this))
{
    const QString name = QLatin1String(m_text.objectName);
    setObjectName(name + u"Editor"_s);
    m_form->setObjectName(name + u"Form"_s);
    m_form->setSecretKeeper(workbench.secrets());
    m_tabs->setObjectName(name + u"Tabs"_s);
    m_tabs->setDocumentMode(true);
    makeFormTab();
    for (const ChildKind &child : m_text.children)
        addChildTab(child);
    addPartTabs();
    m_yaml->setObjectName(name + u"Yaml"_s);
    m_yaml->setAccessibleName(tr("The row as it stands in kong.yml"));
    prepareCodeView(*m_yaml);
    new TextScale(workbench.settings(), *m_yaml);
    m_tabs->addTab(m_yaml, u"YAML"_s);
    auto *page = new QWidget(this);
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(makeHeader());
    layout->addWidget(m_tabs, 1);
    QLabel *empty = makeEmptyText({}, this);
    Shortcuts &shortcuts = workbench.shortcuts();
    shortcuts.follow(u"newRowAction"_s, empty, [&shortcuts, empty] {
        empty->setText(
            tr("Select a row to edit it, or make a new one with %1.").arg(shortcuts.wayTo(u"newRowAction"_s)));
    });
    m_stack->addWidget(empty);
    m_stack->addWidget(page);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(8, 0, 0, 0);
    outer->addWidget(m_stack);
    connect(m_form, &EntityForm::created, this, [this](const QString &, const QString &id) { emit created(id); });
    connect(m_form, &EntityForm::cancelled, this, &EntityEditor::cancelled);
    connect(m_form, &EntityForm::openRequested, &workbench, &Workbench::openRequested);
    connect(m_form, &EntityForm::problemsChanged, &workbench, &Workbench::editProblems);
    connect(&workbench.store(), &ConfigStore::changed, this, &EntityEditor::refresh);
    connect(m_tabs, &QTabWidget::currentChanged, this, &EntityEditor::refresh);
    setFocusProxy(m_tabs->tabBar());
}

QWidget *EntityEditor::makeHeader()
{
    auto *header = new QWidget(this);
    auto *layout = new QHBoxLayout(header);
    layout->setContentsMargins(4, 4, 4, 0);
    QFont font = m_title->font();
    font.setBold(true);
    m_title->setFont(font);
    m_title->setObjectName(objectName() + u"Title"_s);
    m_title->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_enabled->setObjectName(objectName() + u"Enabled"_s);
    connect(m_enabled, &QCheckBox::clicked, this,
            [this](bool on) { m_commands.setEnabled(QLatin1String(m_text.table), {m_id}, on); });
    m_file->setObjectName(objectName() + u"File"_s);
    m_file->setFlat(true);
    m_file->setAccessibleName(tr("File"));
    m_file->setToolTip(tr("The file this row stands in. Press to move it to another."));
    m_file->hide();
    connect(m_file, &QPushButton::clicked, this, &EntityEditor::moveRequested);
    connect(&m_workbench.project(), &Project::filesOfRowsChanged, this, &EntityEditor::refresh);
    layout->addWidget(m_title, 1);
    layout->addWidget(m_file);
    if (m_text.kind == EntityKind::Routes || m_text.kind == EntityKind::Consumers)
        layout->addWidget(makeTryButton());
    layout->addWidget(m_enabled);
    return header;
}

QWidget *EntityEditor::makeTryButton()
{
    const bool isRoute = m_text.kind == EntityKind::Routes;
    m_try = new QPushButton(themedIcon(u"requests"_s), isRoute ? tr("Try it…") : tr("Send request as…"), this);
    m_try->setObjectName(objectName() + u"Try"_s);
    connect(m_try, &QPushButton::clicked, this, [this] { m_commands.tryRequest(QLatin1String(m_text.table), m_id); });
    return m_try;
}

// Above and below the form of a draft Ctrl+Return means the same as in it.
bool EntityEditor::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride && m_form->isDraft() &&
        EntityForm::isCreateKey(*static_cast<QKeyEvent *>(event)))
        event->accept();
    return QWidget::event(event);
}

void EntityEditor::keyPressEvent(QKeyEvent *event)
{
    if (m_form->isDraft() && EntityForm::isCreateKey(*event))
        m_form->create();
    else
        QWidget::keyPressEvent(event);
}

void EntityEditor::makeFormTab()
{
    const EditorParts &parts = editorParts(m_text.kind);
    if (parts.makeEditor)
        m_form->setSpecialEditors(parts.makeEditor);
    auto *general = new QWidget(this);
    auto *layout = new QVBoxLayout(general);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    if (QWidget *head = parts.makeHead ? parts.makeHead(m_workbench, *m_form, general) : nullptr)
        layout->addWidget(head);
    layout->addWidget(m_form, 1);
    if (QWidget *foot = parts.makeFoot ? parts.makeFoot(m_workbench, *m_form, general) : nullptr)
        layout->addWidget(foot);
    m_tabs->addTab(general, tr("General"));
}

void EntityEditor::addPartTabs()
{
    for (const auto make : editorParts(m_text.kind).tabs) {
        EditorTab *tab = make(m_workbench, this);
        m_parts << tab;
        const int place = m_tabs->addTab(tab, tab->title());
        connect(tab, &EditorTab::titleChanged, this,
                [this, place](const QString &title) { m_tabs->setTabText(place, title); });
    }
}

void EntityEditor::addChildTab(const ChildKind &kind)
{
    auto *tab = new ChildrenTab(kind, m_workbench, m_commands, this);
    m_children << tab;
    const int place = m_tabs->addTab(tab, QCoreApplication::translate("EntityColumns", kind.title));
    connect(tab, &ChildrenTab::countChanged, this, [this, place, &kind](int count) {
        const QString title = QCoreApplication::translate("EntityColumns", kind.title);
        m_tabs->setTabText(place, count == 0 ? title : u"%1 (%2)"_s.arg(title).arg(count));
    });
}

void EntityEditor::showRow(const QString &id)
{
    m_id = id;
    m_stack->setCurrentIndex(1);
    m_form->showRow(QLatin1String(m_text.table), id);
    for (ChildrenTab *tab : std::as_const(m_children))
        tab->setParentRow(id);
    for (EditorTab *tab : std::as_const(m_parts))
        tab->setRow(id);
    for (int i = 1; i < m_tabs->count(); ++i)
        m_tabs->setTabVisible(i, true);
    refresh();
}

void EntityEditor::showDraft(const QJsonObject &preset)
{
    m_id.clear();
    m_stack->setCurrentIndex(1);
    m_tabs->setCurrentIndex(0);
    for (int i = 1; i < m_tabs->count(); ++i)
        m_tabs->setTabVisible(i, false);
    m_form->showDraft(QLatin1String(m_text.table), preset);
    m_title->setText(tr("New: %1").arg(QCoreApplication::translate(
        "schema", m_workbench.store().registry().entity(QString::fromLatin1(m_text.table))->label)));
    m_enabled->hide();
    if (m_try)
        m_try->hide();
    m_file->hide();
    m_form->focusFirst();
}

void EntityEditor::showNothing()
{
    m_id.clear();
    m_stack->setCurrentIndex(0);
    m_form->showNothing();
    for (ChildrenTab *tab : std::as_const(m_children))
        tab->setParentRow({});
    for (EditorTab *tab : std::as_const(m_parts))
        tab->setRow({});
}

void EntityEditor::showChild(const QString &table, const QString &id)
{
    for (ChildrenTab *tab : std::as_const(m_children)) {
        if (tab->lists(table)) {
            m_tabs->setCurrentWidget(tab);
            tab->select(id);
        }
    }
}

void EntityEditor::draftChild(const QString &table)
{
    for (ChildrenTab *tab : std::as_const(m_children)) {
        if (tab->lists(table)) {
            m_tabs->setCurrentWidget(tab);
            tab->add(table);
        }
    }
}

void EntityEditor::refresh()
{
    const QString table = QLatin1String(m_text.table);
    const auto row = m_workbench.config().find(table, m_id);
    if (!row)
        return;
    m_title->setText(m_text.columns.first().text(m_workbench.config(), *row)); // what the list calls it
    if (m_try)
        m_try->show();
    const QString file = m_workbench.project().fileOf(table, m_id);
    m_file->setVisible(!file.isEmpty());
    m_file->setText(m_workbench.project().shownFile(file));
    m_file->setAccessibleName(tr("File: %1").arg(m_file->text()));
    m_enabled->setVisible(m_workbench.store().registry().entity(table)->field(u"enabled") != nullptr);
    m_enabled->setChecked(row->value("enabled"_L1).toBool(true));
    if (m_tabs->currentWidget() != m_yaml)
        return;
    const QString text = entitySummary(m_workbench.store().registry(), m_workbench.config(), m_text.kind, *row);
    if (text != m_yaml->toPlainText())
        m_yaml->setPlainText(text);
}

} // namespace gatehouse
