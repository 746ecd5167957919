// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/main_window/workbench.h"
#include "ui/traffic/traffic_filter_edit.h"
#include "ui/traffic/traffic_model.h"

class QAction;

namespace gatehouse {

class TrafficTable;

// What can be done with a request of the traffic list: narrow the filter to what its cell shows, mark it, open what it
// met, repair what refused it. All of it stands in the list's context menu. Thread: control. Child of the table; the
// workbench outlives it.
class TrafficCommands : public QObject
{
    Q_OBJECT
public:
    // `place` is what the settings call the list, for the keys.
    TrafficCommands(Workbench &workbench,
                    TrafficModel &model,
                    TrafficTable &table,
                    TrafficFilterEdit &filter,
                    const QString &place);

    // A curl line that makes the request again, as far as it is recorded: neither headers nor body are.
    [[nodiscard]] QString curl() const;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QAction *add(const QString &objectName, const QString &text, const QKeySequence &keys = {});
    void addSeparator();
    void addFilters();
    void addFlags();
    void addDoors();
    void refresh();
    void narrow(TrafficModel::Column column, bool without);
    [[nodiscard]] QString termFor(TrafficModel::Column column, bool without) const;
    void setFlag(int flag);
    void open(const QString &table, ShortText<64> TrafficRecord::*name);
    void open(const QString &table, const QString &id, const QString &name);
    // The plugin that answered in place of the service; nothing when none did.
    [[nodiscard]] QString answeringPlugin() const;
    [[nodiscard]] QString idOf(const QString &table, std::string_view name) const;
    [[nodiscard]] const TrafficRecord *current() const;

    Workbench &m_workbench;
    TrafficModel &m_model;
    TrafficTable &m_table;
    TrafficFilterEdit &m_filter;
    QString m_place;
    QList<QAction *> m_needRow;
    QAction *m_only = nullptr;
    QAction *m_without = nullptr;
    QAction *m_openPlugin = nullptr;
    QAction *m_newRoute = nullptr;
};

} // namespace gatehouse
