// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/chart.h"

class QAbstractItemModel;
class QAction;
class QHBoxLayout;
class QTableView;

namespace gatehouse {

class FlowLayout;
class Shortcuts;

// Charts side by side, each with its figures as a table; "Show as table", or T while the focus is in it, changes from
// one to the other. Thread: control.
class ChartPanel : public QWidget
{
    Q_OBJECT
public:
    ChartPanel(const QString &objectName, Shortcuts &shortcuts, QWidget *parent = nullptr);

    // Its table is named as the chart, with "Table" behind. The figures stay the caller's.
    void add(Chart *chart, QAbstractItemModel *figures);

    // Beneath the charts, before the button.
    [[nodiscard]] FlowLayout &footer() const noexcept { return *m_footer; }

private:
    void setTableShown(bool shown);

    QAction *m_asTable;
    QHBoxLayout *m_charts;
    FlowLayout *m_footer;
    QList<std::pair<Chart *, QTableView *>> m_pairs;
};

} // namespace gatehouse
