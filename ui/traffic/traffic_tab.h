// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/entities/editor_tab.h"
#include "ui/entities/entity_columns.h"
#include "ui/traffic/traffic_model.h"

class QLabel;
class QStackedWidget;
class QToolButton;

namespace gatehouse {

class TrafficTable;

// The live traffic of the service, route or consumer being edited. While it is hidden it does nothing.
// Thread: control.
class TrafficTab final : public EditorTab
{
    Q_OBJECT
public:
    TrafficTab(EntityKind kind, Workbench &workbench, QWidget *parent = nullptr);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void refresh() override;

private:
    QWidget *makeHeader();
    void refreshState();
    void showInTraffic(std::optional<quint64> sequence);
    [[nodiscard]] QString filterText() const;

    const EntityKindText &m_kind;
    TrafficModel m_model;
    QString m_filter;
    TrafficTable *m_table;
    QStackedWidget *m_stack;
    QLabel *m_count;
    QLabel *m_empty;
};

// The filter that the requests of a row pass; empty for kinds that requests do not name.
[[nodiscard]] QString trafficFilterFor(const QString &table, const QJsonObject &row);

} // namespace gatehouse
