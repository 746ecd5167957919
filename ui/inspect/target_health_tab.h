// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/entities/editor_tab.h"

#include <QStandardItemModel>
#include <QTimer>

class QComboBox;
class QLabel;
class QTableView;
class QToolButton;

namespace gatehouse {

// The targets of an upstream as the balancer of the running gateway sees them: share, health, addresses. Marks a target
// healthy or unhealthy, and sets health checks by presets. Follows the gateway while it is visible. Thread: control.
class TargetHealthTab final : public EditorTab
{
    Q_OBJECT
public:
    explicit TargetHealthTab(Workbench &workbench, QWidget *parent = nullptr);

protected:
    void refresh() override;
    void hideEvent(QHideEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    QWidget *makePresets();
    QWidget *makeHeader();
    void showTargets();
    void showPreset(const QJsonObject &healthchecks);
    void usePreset(int index);
    void mark(bool isHealthy);

    QComboBox *m_preset;
    QLabel *m_effect;
    QTableView *m_table;
    QToolButton *m_healthy = nullptr;
    QToolButton *m_unhealthy = nullptr;
    QStandardItemModel m_model;
    QTimer m_follow;
};

} // namespace gatehouse
