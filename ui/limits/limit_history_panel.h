// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/limits/limits_history.h"
#include "ui/limits/limits_model.h"

#include <QStandardItemModel>
#include <QWidget>

class QLabel;
class QStackedWidget;
class QTableView;

namespace gatehouse {

class ChartPanel;
class LimitHistoryChart;
class Workbench;

// Below a list of buckets: how far the one selected last was used in its last windows, as a chart and as a table. It
// stays when the window of the bucket ends, and its row with it; the row is selected again when it is back.
// Thread: control. The list must outlive it.
class LimitHistoryPanel : public QWidget
{
    Q_OBJECT
public:
    LimitHistoryPanel(LimitsModel &model, QTableView &list, Workbench &workbench, QWidget *parent);

    // After each new look of the model.
    void refresh(qint64 nowSeconds);
    // The list is about others now.
    void forget();

private:
    void takeSelection();
    void selectAgain();
    void fillTable(const QList<LimitsHistory::Window> &windows, double limit);

    LimitsModel &m_model;
    QTableView &m_list;
    const LimitsHistory &m_history;
    QStandardItemModel m_figures;
    QLabel *m_title;
    LimitHistoryChart *m_chart;
    ChartPanel *m_panel;
    QString m_bucket; // the selected one; empty: none yet
};

} // namespace gatehouse
