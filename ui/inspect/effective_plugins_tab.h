// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inspect/effective_plugins.h"
#include "ui/entities/editor_tab.h"

#include <QStandardItemModel>

class QComboBox;
class QTableView;

namespace gatehouse {

// The plugins that run on a route, in the order of running, wherever they come from; what is overridden stays visible,
// struck through. Thread: control.
class EffectivePluginsTab final : public EditorTab
{
    Q_OBJECT
public:
    explicit EffectivePluginsTab(Workbench &workbench, QWidget *parent = nullptr);

protected:
    void refresh() override;

private:
    QWidget *makeHeader();
    void makeTable();
    void fillConsumers();
    void addRow(const PluginUse &use, const QList<PluginUse> &all, int &number);
    [[nodiscard]] QString origin(const PluginUse &use) const;
    [[nodiscard]] QString inShort(const PluginUse &use, const QList<PluginUse> &all) const;

    QComboBox *m_consumer;
    QTableView *m_table;
    QStandardItemModel m_model;
};

} // namespace gatehouse
