// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/entities/entity_columns.h"
#include "ui/main_window/workbench.h"

#include <QWidget>

class QCheckBox;
class QLabel;
class QPlainTextEdit;
class QPushButton;
class QStackedWidget;
class QTabWidget;

namespace gatehouse {

class ChildrenTab;
class EditorTab;
class EntityCommands;
class EntityForm;

// One row in full: its form, the rows that belong to it, and how it stands in kong.yml. Thread: control.
class EntityEditor : public QWidget
{
    Q_OBJECT
public:
    EntityEditor(EntityKind kind, Workbench &workbench, EntityCommands &commands, QWidget *parent = nullptr);

    void showRow(const QString &id);
    void showDraft(const QJsonObject &preset);
    void showNothing();
    // The tab and row of something that belongs to the row on show.
    void showChild(const QString &table, const QString &id);
    // Begins something that belongs to it.
    void draftChild(const QString &table);

    [[nodiscard]] EntityForm &form() noexcept { return *m_form; }

    [[nodiscard]] QTabWidget &tabs() noexcept { return *m_tabs; }

signals:
    void created(const QString &id);
    void cancelled();
    void moveRequested(); // to another file of the project

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QWidget *makeHeader();
    QWidget *makeTryButton();
    void makeFormTab();
    void addChildTab(const ChildKind &kind);
    void addPartTabs();
    void refresh();

    const EntityKindText &m_text;
    Workbench &m_workbench;
    EntityCommands &m_commands;
    QString m_id;
    QStackedWidget *m_stack;
    QLabel *m_title;
    QPushButton *m_file;          // of several
    QPushButton *m_try = nullptr; // where a request can be made of the row
    QCheckBox *m_enabled;
    QTabWidget *m_tabs;
    EntityForm *m_form;
    QPlainTextEdit *m_yaml;
    QList<ChildrenTab *> m_children;
    QList<EditorTab *> m_parts;
};

} // namespace gatehouse
