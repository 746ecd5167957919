// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/runtime/revision_reader.h"
#include "ui/inspect/latest_run.h"
#include "ui/main_window/workbench.h"

class QWidget;

namespace gatehouse {

// What can be done with a revision. Restoring it, or a row of it, is a step of the history like any other; nothing
// asks. Thread: control; snapshots are read on another. Lives as long as its page, which is the parent of dialogs.
class HistoryCommands : public QObject
{
    Q_OBJECT
public:
    HistoryCommands(Workbench &workbench, QWidget *page);

    void restore(const QString &key);
    // The row as it is there, in a revision or what it was compared with; it goes when there is none.
    void takeRow(const RowChange &row, const ReadRevision &there, const QString &name);
    void pin(const QString &key);
    void copyYaml(const QString &key);
    void exportYaml(const QString &key);

signals:
    // Some secrets of it may not be known any more (Project::missingSecrets).
    void restored();

private:
    void readText(const QString &key, const std::function<void(const QByteArray &)> &take);
    void restoreNow(const QString &number, const ReadRevision &read);
    void save(const QString &fileName, const QString &number, const QByteArray &text);
    void offerUndo(const QString &text);
    void say(const Error &error);

    Workbench &m_workbench;
    QWidget *m_page;
    LatestRun m_reading;
};

} // namespace gatehouse
