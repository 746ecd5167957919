// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/entities/entity_columns.h"
#include "ui/main_window/workbench.h"

#include <QStandardItemModel>
#include <QWidget>

class QAction;
class QToolButton;

namespace gatehouse {

class EntityCommands;
class EntityForm;
class RowTable;

// The rows that belong to the row being edited: credentials of a consumer, targets of an upstream, plugins of a route.
// They are added and edited in place, or opened on their own page. Thread: control.
class ChildrenTab : public QWidget
{
    Q_OBJECT
public:
    ChildrenTab(const ChildKind &kind, Workbench &workbench, EntityCommands &commands, QWidget *parent = nullptr);

    void setParentRow(const QString &id);

    [[nodiscard]] bool lists(const QString &table) const;
    void select(const QString &id);
    // Begins a new row.
    void add(const QString &table);

signals:
    void countChanged(int count);

private:
    QWidget *makeHeader();
    void makeTable();
    void makeMintAction();
    void addShortcut(QToolButton &button);
    void refill();
    void appendRow(const QString &table, const QJsonObject &row);
    void openCurrent();
    void removeCurrent();
    void showCurrent();
    [[nodiscard]] std::pair<QString, QString> current() const; // table and id

    const ChildKind &m_kind;
    Workbench &m_workbench;
    EntityCommands &m_commands;
    QString m_parent;
    QStandardItemModel m_model;
    RowTable *m_table;
    EntityForm *m_form = nullptr; // null when the rows have a page of their own
    QToolButton *m_remove = nullptr;
    QAction *m_mint = nullptr; // null when none of the rows can sign
};

// What a row without a name is called in lists: its key, group, target. Never a secret.
[[nodiscard]] QString childTitle(const RecordSchema &schema, const QJsonObject &row);

} // namespace gatehouse
