// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inspect/access.h"
#include "ui/entities/editor_tab.h"
#include "ui/inspect/latest_run.h"

#include <QStandardItemModel>

class QLabel;
class QTableView;

namespace gatehouse {

class GroupStrip;

// Who can call a route, or what a consumer can call, and why. Answered by the rules of the gateway in the background.
// Thread: control.
class AccessTab final : public EditorTab
{
    Q_OBJECT
public:
    enum class Side { Route, Consumer };

    AccessTab(Side side, Workbench &workbench, QWidget *parent = nullptr);

    struct Line {
        QString id;
        QString name;
        AccessAnswer answer;
        QStringList limits; // a consumer's on the route
    };

    struct Findings {
        QList<Line> lines;
        QStringList unread; // plugins whose credentials the consumer has in vain
    };

protected:
    void refresh() override;

private:
    void show(const Findings &findings);
    void showUnread(const QStringList &plugins);
    void addLine(const Line &line);

    Side m_side;
    GroupStrip *m_groups = nullptr; // of a consumer
    QLabel *m_summary;
    QLabel *m_warning;
    QTableView *m_table;
    QStandardItemModel m_model;
    LatestRun m_run;
};

} // namespace gatehouse
