// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/main_window/workbench.h"

class QWidget;

namespace gatehouse {

// What can be done to rows of a list, one or many at a time; each is one step of the history. Nothing asks, as
// everything can be undone, but for a deletion that would take along what Kong protects: there is a choice.
// Thread: control. Lives as long as its page.
class EntityCommands : public QObject
{
    Q_OBJECT
public:
    EntityCommands(Workbench &workbench, QWidget *window);

    void remove(const QString &table, const QStringList &ids);
    // The copies, in the order of what was copied; children are copied along.
    QStringList duplicate(const QString &table, const QStringList &ids);
    void setEnabled(const QString &table, const QStringList &ids, bool enabled);
    void addTag(const QString &table, const QStringList &ids, const QString &tag);

    // With what belongs to the rows and what they refer to, as it would stand in a file; secrets as they are.
    void copyYaml(const QString &table, const QStringList &ids);
    // A request that the row is about: a route's own, or the Admin API's for anything else.
    void copyCurl(const QString &table, const QString &id);
    // A request for the tester: one that the route is for, or one as the consumer.
    void tryRequest(const QString &table, const QString &id);
    void copyAdminCall(const QString &table, const QString &id);
    // Adds what a YAML text on the clipboard describes and is not here yet; false when it is none.
    bool paste();

private:
    void removeNow(const QString &table, const QStringList &ids);
    void reassign(const QString &table, const QStringList &ids, const QString &to);
    [[nodiscard]] bool commit(const Change &change);
    [[nodiscard]] QString kindOf(const QString &table) const;
    [[nodiscard]] QString nameOf(const QString &table, const QString &id) const;

    Workbench &m_workbench;
    QWidget *m_window;
};

} // namespace gatehouse
