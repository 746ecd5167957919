// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/limits/limit_history_panel.h"

#include "ui/charts/chart_panel.h"
#include "ui/limits/limit_history_chart.h"
#include "ui/main_window/workbench.h"

#include <QDateTime>
#include <QItemSelectionModel>
#include <QLabel>
#include <QLocale>
#include <QTableView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace gatehouse {

LimitHistoryPanel::LimitHistoryPanel(LimitsModel &model, QTableView &list, Workbench &workbench, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_list(list)
    , m_history(workbench.limitsHistory())
    , m_title(new QLabel(this))
    , m_chart(new LimitHistoryChart(list.objectName() + u"History"_s, this))
    , m_panel(new ChartPanel(list.objectName() + u"Charts"_s, workbench.shortcuts(), this))
{
    m_title->setObjectName(list.objectName() + u"HistoryTitle"_s);
    m_figures.setHorizontalHeaderLabels({tr("From"), tr("Used"), tr("Limit"), tr("Share")});
    m_panel->add(m_chart, &m_figures);
    forget();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 8, 0, 0);
    layout->addWidget(m_title);
    layout->addWidget(m_panel);
    connect(list.selectionModel(), &QItemSelectionModel::currentRowChanged, this, &LimitHistoryPanel::takeSelection);
}

void LimitHistoryPanel::forget()
{
    m_bucket.clear();
    m_title->setText(tr("Select a bucket to see how far it was used in its last windows."));
    m_panel->hide();
}

void LimitHistoryPanel::takeSelection()
{
    const QModelIndex current = m_list.currentIndex();
    if (!current.isValid())
        return;
    m_bucket = current.data(LimitsModel::bucketRole).toString();
    QStringList words;
    for (const int column : {LimitsModel::Identifier, LimitsModel::Scope, LimitsModel::Window})
        words << current.siblingAtColumn(column).data().toString();
    m_title->setText(words.join(u"  ·  "_s));
    m_panel->show();
    refresh(QDateTime::currentSecsSinceEpoch());
}

// A new look may have set other rows into the list.
void LimitHistoryPanel::selectAgain()
{
    if (m_list.currentIndex().isValid())
        return;
    for (int row = 0; row < m_model.rowCount(); ++row) {
        if (m_model.index(row, 0).data(LimitsModel::bucketRole).toString() == m_bucket) {
            m_list.selectRow(row);
            return;
        }
    }
}

void LimitHistoryPanel::refresh(qint64 nowSeconds)
{
    setVisible(!m_bucket.isEmpty() || m_model.rowCount() > 0);
    if (m_bucket.isEmpty())
        return;
    selectAgain();
    const QList<LimitsHistory::Window> windows = m_history.of(m_bucket, nowSeconds);
    const double limit = m_history.limitOf(m_bucket);
    m_chart->setWindows(windows, limit);
    fillTable(windows, limit);
}

// Newest first; rows stay where they are while they say something else.
void LimitHistoryPanel::fillTable(const QList<LimitsHistory::Window> &windows, double limit)
{
    const QLocale locale;
    m_figures.setRowCount(static_cast<int>(windows.size()));
    for (int row = 0; row < m_figures.rowCount(); ++row) {
        const LimitsHistory::Window &window = windows[windows.size() - 1 - row];
        const QStringList texts{QDateTime::fromSecsSinceEpoch(window.start).toString(u"yyyy-MM-dd HH:mm:ss"_s),
                                locale.toString(window.used), locale.toString(limit, 'g', 12),
                                limit > 0 ? locale.toString(100 * window.used / limit, 'f', 0) + u" %"_s : u"–"_s};
        for (int column = 0; column < texts.size(); ++column)
            m_figures.setData(m_figures.index(row, column), texts[column]);
    }
}

} // namespace gatehouse
