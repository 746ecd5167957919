// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inspect/access_ways.h"
#include "ui/inspect/latest_run.h"
#include "ui/main_window/workbench.h"

#include <QWidget>

class QAction;
class QComboBox;
class QLabel;
class QPushButton;

namespace gatehouse {

// What the pane below the table is about.
struct AccessSubject {
    QString sentence;
    QString consumerId; // empty: nobody, or a group
    QString routeId;
    QString pluginId;   // the instance that decides; empty: none does
    QString credential; // the plugin for which the consumer has no credential; empty: none is missing
    QList<AccessWay> ways;
};

// The current cell in a sentence, the doors to what decides it, and the ways to change it with whom else each lets in
// or shuts out. Thread: control.
class AccessDetail : public QWidget
{
    Q_OBJECT
public:
    explicit AccessDetail(Workbench &workbench, QWidget *parent);

    // Without a sentence there is nothing to say.
    void show(const AccessSubject &subject);

    // One step of the history.
    void carryOut(const AccessWay &way);

    // The doors, for the menu of the table too.
    [[nodiscard]] QList<QAction *> doors() const
    {
        return {m_addCredential, m_openPlugin, m_openConsumer, m_showTraffic};
    }

    void focusFirst();

private:
    QWidget *makeDoors();
    QWidget *makeWays();
    QAction *addDoor(const QString &objectName, const QString &text, const std::function<void()> &run);
    void fillWays();
    void foresee();
    void addCredential();
    void showTraffic();

    Workbench &m_workbench;
    AccessSubject m_subject;
    QLabel *m_sentence;
    QAction *m_addCredential;
    QAction *m_openPlugin;
    QAction *m_openConsumer;
    QAction *m_showTraffic;
    QWidget *m_change;
    QComboBox *m_ways;
    QPushButton *m_doIt;
    QLabel *m_preview;
    LatestRun m_run;
};

} // namespace gatehouse
