// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/limits/limits_model.h"
#include "ui/main_window/page.h"
#include "ui/main_window/workbench.h"
#include "ui/settings/view_memory.h"

#include <QTimer>

class QPushButton;
class QStackedWidget;
class QTableView;

namespace gatehouse {

class LimitHistoryPanel;

// The live counters of every rate limit, looked at four times a second while the page is visible, and the last
// windows of the selected one. Thread: control.
class LimitsPage : public Page
{
    Q_OBJECT
public:
    explicit LimitsPage(Workbench &workbench, QWidget *parent = nullptr);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    [[nodiscard]] QWidget *makeHeaderParts();
    void refresh();
    void askReset();

    Gateway &m_gateway;
    LimitsModel m_model;
    QTimer m_timer;
    ViewMemory m_memory;
    QTableView *m_table;
    QStackedWidget *m_stack;
    LimitHistoryPanel *m_history;
    QPushButton *m_reset;
    bool m_isPaused = false;
};

} // namespace gatehouse
