// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/main_window/workbench.h"

#include <QMap>
#include <QWidget>

class QCompleter;
class QLabel;
class QLineEdit;
class QStringListModel;
class QToolButton;

namespace gatehouse {

class FlowLayout;

// The ACL groups of a consumer as chips. Offers the groups that are known, and says when a new one is named nowhere or
// looks like a slip of the pen. Thread: control.
class GroupStrip : public QWidget
{
    Q_OBJECT
public:
    explicit GroupStrip(Workbench &workbench, QWidget *parent = nullptr);

    void showConsumer(const QString &id);

private:
    void addTyped();
    void addChip(const QJsonObject &acl);
    void judge(const QString &text);
    [[nodiscard]] QString verdict(const QString &group) const;

    Workbench &m_workbench;
    QString m_consumer;
    QMap<QString, int> m_known;
    QList<QToolButton *> m_chips;
    QStringList m_groups;
    FlowLayout *m_flow;
    QLineEdit *m_line;
    QStringListModel *m_suggestions;
    QLabel *m_note;
};

} // namespace gatehouse
