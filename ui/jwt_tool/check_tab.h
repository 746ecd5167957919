// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inspect/token_check.h"
#include "ui/inspect/latest_run.h"
#include "ui/main_window/workbench.h"

#include <QStandardItemModel>
#include <QWidget>

class QComboBox;
class QLabel;
class QPlainTextEdit;
class QPushButton;
class QTableView;

namespace gatehouse {

// What the jwt plugin of a route says of a token: its tests in their order up to the first that fails, its own words,
// and what may help. The working configuration is asked in the background. Thread: control.
class CheckTab : public QWidget
{
    Q_OBJECT
public:
    CheckTab(Workbench &workbench, QWidget *parent);

    // An empty route: the one that is chosen.
    void setToken(const QString &token, const QString &routeId = {});
    void focusToken();

protected:
    void showEvent(QShowEvent *event) override;

private:
    QWidget *makeInput();
    QWidget *makeOutput();
    void refresh();
    void check();
    void show(const TokenVerdict &verdict, bool hadBearer);
    void repair();

    Workbench &m_workbench;
    QPlainTextEdit *m_token;
    QComboBox *m_route;
    QLabel *m_result;
    QLabel *m_hints;
    QPushButton *m_repair;
    QTableView *m_steps;
    QStandardItemModel m_model;
    QString m_plugin;
    LatestRun m_run;
};

} // namespace gatehouse
