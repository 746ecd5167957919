// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/history/difference_panel.h"
#include "ui/history/history_commands.h"
#include "ui/history/revision_model.h"
#include "ui/main_window/page.h"
#include "ui/settings/view_memory.h"

#include <QSortFilterProxyModel>
#include <QTimer>

class QAction;
class QLabel;
class QLineEdit;
class QPushButton;
class QSplitter;
class QStackedWidget;
class QTableView;

namespace gatehouse {

// What has run: the revisions, and what the selected one changed or how it differs from something else.
// Thread: control. The workbench must outlive it.
class HistoryPage : public Page
{
    Q_OBJECT
public:
    explicit HistoryPage(Workbench &workbench, QWidget *parent = nullptr);

    [[nodiscard]] QString helpPage() const override { return QStringLiteral("history.md"); }

    void focusContent() override;
    [[nodiscard]] QList<QWidget *> panes() const override;
    void focusFilter() override;
    [[nodiscard]] bool can(ListCommand command) const override;

    [[nodiscard]] bool offers(ListCommand command) const override { return command == ListCommand::CopyYaml; }

    void run(ListCommand command) override;
    void adoptListActions(const QList<QAction *> &actions) override;

signals:
    void startRequested();
    void restored(); // see HistoryCommands

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    [[nodiscard]] QWidget *makeHeader();
    [[nodiscard]] QWidget *makeEmptyState();
    void makeTable();
    void makeActions();
    QAction *makeAction(const char *name, const QString &text, const QKeySequence &keys);
    void connectActions();
    [[nodiscard]] QWidget *makeButtons();
    [[nodiscard]] QPushButton *makeButton(QAction *action);
    [[nodiscard]] QPushButton *makeCompareButton();

    [[nodiscard]] QString currentKey() const;
    // The other one of two that are selected; empty: there are not two.
    [[nodiscard]] QString otherKey() const;
    void followNewest();
    void refresh();
    void refreshActions();
    void compare(ComparedWith with);
    void compareWithKong();
    void takeRow(DifferencePanel::Side from);

    Workbench &m_workbench;
    HistoryCommands m_commands;
    RevisionModel m_model;
    QSortFilterProxyModel m_filtered;
    ViewMemory m_memory;
    QStackedWidget *m_stack;
    QSplitter *m_splitter;
    QLineEdit *m_filter;
    QLabel *m_count;
    QTableView *m_table;
    DifferencePanel *m_difference;
    QPushButton *m_start = nullptr;
    QAction *m_restore = nullptr;
    QAction *m_take = nullptr;
    QAction *m_takeOther = nullptr;
    QAction *m_previous = nullptr;
    QAction *m_running = nullptr;
    QAction *m_file = nullptr;
    QAction *m_selected = nullptr;
    QAction *m_kong = nullptr;
    QAction *m_pin = nullptr;
    QAction *m_unpin = nullptr;
    QAction *m_export = nullptr;
    QTimer m_times;
    QString m_newest; // key of the one that was the newest
};

} // namespace gatehouse
