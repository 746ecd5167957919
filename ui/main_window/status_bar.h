// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/runtime/gateway.h"
#include "ui/traffic/traffic_stats.h"

#include <QStatusBar>
#include <QTimer>

class QLabel;
class QToolButton;

namespace gatehouse {

// What is going on, at the bottom of the window: state of the gateway with its word, addresses (a click copies), live
// figures, problems. Every part is a button, so that the keyboard and screen readers reach it. Thread: control.
class StatusBar : public QStatusBar
{
    Q_OBJECT
public:
    StatusBar(Gateway &gateway, const TrafficStats &stats, QWidget *parent = nullptr);

    // A sentence at the right end for some seconds; the other parts stay. Screen readers speak it.
    void say(const QString &text);
    // Only spoken: it is written elsewhere.
    void announce(const QString &text);
    void setProblemCount(int count);
    // What is said beside an open lock while secrets are not kept; empty: they are.
    void setOpenLock(const QString &text);
    // A configuration was refused: the running one is older than what is shown.
    void setRejected(bool rejected);

signals:
    void stateClicked();
    void trafficClicked();
    void problemsClicked();
    void openLockClicked();

private:
    QToolButton *addPart(const QString &objectName, const QString &accessibleName);
    void refreshState();
    void refreshFigures();
    void copy(const QString &text);

    Gateway &m_gateway;
    const TrafficStats &m_stats;
    QTimer m_timer;
    QToolButton *m_state;
    QToolButton *m_proxy;
    QToolButton *m_admin;
    QToolButton *m_figures;
    QToolButton *m_problems;
    QToolButton *m_openLock;
    QLabel *m_message;
    QTimer m_messageEnd;
    bool m_rejected = false;
};

} // namespace gatehouse
