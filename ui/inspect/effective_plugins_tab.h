// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inspect/effective_plugins.h"
#include "ui/dragdrop/row_moves.h"
#include "ui/entities/editor_tab.h"

#include <QStandardItemModel>
#include <QTimer>

class QComboBox;
class QTableView;

namespace gatehouse {

class EntityCommands;

// The plugins that run on a route, in the order of running, wherever they come from; what is overridden stays visible,
// struck through, and what is switched off comes last. Each can be switched. Thread: control.
class EffectivePluginsTab final : public EditorTab
{
    Q_OBJECT
public:
    explicit EffectivePluginsTab(Workbench &workbench, QWidget *parent = nullptr);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void refresh() override;

private:
    QWidget *makeHeader();
    void makeTable();
    void fillConsumers();
    void addActions();
    void addPlaceAction(const QString &objectName, const QString &text, RowMoves::Way way);
    void fill();
    void refreshTimes();
    void toggle(const QString &pluginId);
    [[nodiscard]] QString currentId() const;
    [[nodiscard]] QList<PluginUse> switchedOff() const;
    void addRow(const PluginUse &use, const QString &place, const QString &inShort);
    [[nodiscard]] QString origin(const PluginUse &use) const;
    [[nodiscard]] QString inShort(const PluginUse &use, const QList<PluginUse> &all) const;

    EntityCommands *m_commands;
    QComboBox *m_consumer;
    QTableView *m_table;
    QStandardItemModel m_model;
    QList<PluginUse> m_uses;
    QTimer m_timer;
};

} // namespace gatehouse
