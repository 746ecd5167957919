// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/access/access_model.h"
#include "ui/access/group_model.h"
#include "ui/inspect/latest_run.h"
#include "ui/main_window/page.h"
#include "ui/main_window/workbench.h"
#include "ui/settings/view_memory.h"

#include <QTimer>

#include <optional>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QStackedWidget;
class QToolButton;

namespace gatehouse {

class AccessDetail;
class MatrixTable;

// Who can call what: consumers or groups by routes, answered in the background by the rules of the gateway while the
// page is shown, and only again when what they depend on has changed. Thread: control.
class AccessPage : public Page
{
    Q_OBJECT
public:
    explicit AccessPage(Workbench &workbench, QWidget *parent = nullptr);

    [[nodiscard]] QString helpPage() const override { return QStringLiteral("who-can-call.md"); }

    void focusContent() override;
    void focusFilter() override;
    [[nodiscard]] QList<QWidget *> panes() const override;
    [[nodiscard]] bool shows(const Change &change) const override;

protected:
    void showEvent(QShowEvent *event) override;

private:
    enum View { Consumers, Groups };

    enum Compare { All, Running, File };

    // What an answer depends on.
    struct Question {
        View view = Consumers;
        QString filter;
        Config config;
        std::optional<Config> other; // only what differs from it

        [[nodiscard]] bool isSameAs(const Question &question) const;
    };

    QWidget *makeHeader();
    QWidget *makeChoices();
    void makeTables();
    void makeRuleAction();
    void addExport(QToolButton &menu);
    QAction *addExportAction(const QString &objectName, const QString &text, const std::function<void()> &run);
    QWidget *makeEmptyState();
    void orderTabs();
    void refreshSoon();
    void refresh();
    void forgetFile();
    [[nodiscard]] Config readFile() const;
    void showConsumers(const AccessMatrix &matrix);
    void showGroups(const GroupMatrix &matrix);
    void showState(qsizetype rows, qsizetype foundRows, qsizetype routes, qsizetype foundRoutes);
    void showEmpty();
    void helpOut();
    void refreshDetail();
    void changeRule();
    void save();
    [[nodiscard]] QList<QStringList> texts() const;
    [[nodiscard]] View view() const;
    [[nodiscard]] MatrixTable &table() const;

    Workbench &m_workbench;
    ViewMemory m_memory;
    AccessModel m_model;
    GroupModel m_groupModel;
    QLabel *m_count;
    QLineEdit *m_filter;
    QComboBox *m_rows;
    QComboBox *m_compare;
    QLabel *m_legend;
    QStackedWidget *m_stack; // the two tables, and what is said when they are empty
    MatrixTable *m_table;
    MatrixTable *m_groupTable;
    AccessDetail *m_detail;
    QLabel *m_emptyText;
    QPushButton *m_emptyButton;
    QTimer m_soon;
    LatestRun m_run;
    std::optional<Question> m_asked; // what is shown or being worked out
    std::optional<Config> m_file;    // what it held when it was last read
};

} // namespace gatehouse
