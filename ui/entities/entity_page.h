// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/entities/entity_filter_model.h"
#include "ui/main_window/page.h"
#include "ui/main_window/workbench.h"
#include "ui/settings/view_memory.h"

class QLabel;
class QLineEdit;
class QSplitter;
class QStackedWidget;
class QTableView;

namespace gatehouse {

class EntityCommands;
class EntityEditor;

// One kind of entity: a filtered list and, below or beside it, the selected one in its editor. The same class serves
// all kinds. Thread: control.
class EntityPage : public Page
{
    Q_OBJECT
public:
    EntityPage(EntityKind kind, Workbench &workbench, QWidget *parent = nullptr);
    ~EntityPage() override;

    [[nodiscard]] QString helpPage() const override { return QStringLiteral("edit-a-gateway.md"); }

    void focusFilter() override;
    void focusContent() override;
    [[nodiscard]] QList<QWidget *> panes() const override;
    [[nodiscard]] bool can(ListCommand command) const override;
    [[nodiscard]] bool offers(ListCommand command) const override;
    void run(ListCommand command) override;
    void adoptListActions(const QList<QAction *> &actions) override;

    [[nodiscard]] EntityKind kind() const noexcept { return m_kind; }

    void showRow(const QString &id);
    void showDraft(const QJsonObject &preset);
    // Fills values into the new row that is being made, or begins one with them.
    void fillDraft(const QJsonObject &values);

    [[nodiscard]] EntityEditor &editor() noexcept { return *m_editor; }

signals:
    void sampleRequested();
    void openRequested();

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    QWidget *makeHeader();
    QWidget *makeDevelopmentButton();
    QWidget *makeTable();
    QWidget *makeEmptyState();
    void makeFileColumn();
    void refreshFileColumn();
    void setColumnWidths();
    void acceptDrops();
    void beginNew();
    void beginService(const QString &url);
    void makeDevelopmentCertificate();
    void paste();
    void addTag();
    void moveToFile();
    void runElsewhere(ListCommand command);
    void copy(ListCommand command);
    void copyWords(ListCommand command);
    void filter(const QString &text);
    void refreshCount();
    void refreshEditor();
    void endDraft();

    [[nodiscard]] QString table() const { return QString::fromLatin1(entityKindText(m_kind).table); }

    [[nodiscard]] QStringList selectedIds() const;

    EntityKind m_kind;
    Workbench &m_workbench;
    EntityCommands *m_commands;
    EntityTableModel m_model;
    EntityFilterModel m_filtered;
    ViewMemory m_memory;
    QStackedWidget *m_stack;
    QSplitter *m_splitter;
    QLineEdit *m_filter;
    QLabel *m_count;
    QTableView *m_table;
    EntityEditor *m_editor;
    bool m_isDrafting = false;
    bool m_isFiltering = false;
};

} // namespace gatehouse
