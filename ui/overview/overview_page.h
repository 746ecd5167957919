// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/main_window/page.h"
#include "ui/main_window/workbench.h"
#include "ui/problems/problem_store.h"

#include <QTimer>

class QLabel;
class QLineEdit;
class QPushButton;

namespace gatehouse {

class Card;
class NextSteps;
class OverviewLists;
class LatencyCard;
class TrafficCard;

// The state of everything at a glance, and the next step. Thread: control.
class OverviewPage : public Page
{
    Q_OBJECT
public:
    OverviewPage(Workbench &workbench, const ProblemStore &problems, QWidget *parent = nullptr);

signals:
    void startRequested();
    void sampleRequested();
    void openRequested();
    void pageRequested(const QString &objectName);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    QWidget *makeCards();
    void followState();
    Card *makeGatewayCard();
    TrafficCard *makeTrafficCard();
    LatencyCard *makeLatencyCard();
    Card *makeConfigurationCard();
    Card *makeNextCard();
    QPushButton *addLink(Card *card, const QString &objectName, const QString &text, const QString &page);
    void refresh();
    void refreshGateway();
    void refreshFigures();
    void refreshNextStep();
    [[nodiscard]] QString exampleCommand() const;

    Workbench &m_workbench;
    Gateway &m_gateway;
    Project &m_project;
    const TrafficStats &m_stats;
    const ProblemStore &m_problems;
    QTimer m_timer;
    QLabel *m_state = nullptr;
    QLabel *m_proxy = nullptr;
    QLabel *m_admin = nullptr;
    QLabel *m_uptime = nullptr;
    QLabel *m_revision = nullptr;
    QLabel *m_file = nullptr;
    QLabel *m_counts = nullptr;
    QLabel *m_problemCount = nullptr;
    QLabel *m_nextText = nullptr;
    QLineEdit *m_command = nullptr;
    QPushButton *m_copy = nullptr;
    QPushButton *m_start = nullptr;
    QPushButton *m_sample = nullptr;
    QPushButton *m_open = nullptr;
    TrafficCard *m_traffic = nullptr;
    LatencyCard *m_latency = nullptr;
    NextSteps *m_steps = nullptr;
    OverviewLists *m_lists = nullptr;
};

} // namespace gatehouse
