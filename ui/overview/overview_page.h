// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/runtime/gateway.h"
#include "core/runtime/project.h"
#include "ui/main_window/page.h"
#include "ui/problems/problem_store.h"
#include "ui/traffic/traffic_stats.h"

#include <QTimer>

class QLabel;
class QLineEdit;
class QPushButton;

namespace gatehouse {

class Card;
class Sparkline;

// The state of everything at a glance, and the next step. Thread: control.
class OverviewPage : public Page
{
    Q_OBJECT
public:
    OverviewPage(Gateway &gateway,
                 Project &project,
                 const TrafficStats &stats,
                 const ProblemStore &problems,
                 QWidget *parent = nullptr);

signals:
    void startRequested();
    void sampleRequested();
    void openRequested();
    void pageRequested(const QString &objectName);

private:
    Card *makeGatewayCard();
    Card *makeTrafficCard();
    Card *makeLatencyCard();
    Card *makeConfigurationCard();
    Card *makeNextCard();
    QPushButton *addLink(Card *card, const QString &objectName, const QString &text, const QString &page);
    void refresh();
    void refreshGateway();
    void refreshFigures();
    void refreshNextStep();
    [[nodiscard]] QString exampleCommand() const;

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
    QLabel *m_rate = nullptr;
    QLabel *m_errors = nullptr;
    QLabel *m_p50 = nullptr;
    QLabel *m_p95 = nullptr;
    QLabel *m_p99 = nullptr;
    QLabel *m_counts = nullptr;
    QLabel *m_problemCount = nullptr;
    QLabel *m_nextText = nullptr;
    QLineEdit *m_command = nullptr;
    QPushButton *m_copy = nullptr;
    QPushButton *m_start = nullptr;
    QPushButton *m_sample = nullptr;
    QPushButton *m_open = nullptr;
    Sparkline *m_sparkline = nullptr;
};

} // namespace gatehouse
