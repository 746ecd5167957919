// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/entities/evaluation_switch.h"

#include <QTableView>

using namespace Qt::StringLiterals;

namespace gatehouse {

EvaluationSwitch::EvaluationSwitch(const RouteAnalysis &routes,
                                   EntityTableModel &model,
                                   QTableView &table,
                                   QWidget *parent)
    : QCheckBox(tr("Evaluation order"), parent)
    , m_routes(routes)
    , m_model(model)
    , m_table(table)
{
    setObjectName(u"evaluationOrder"_s);
    setToolTip(tr("Lists the routes as the router tries them, and names those that never match"));
    connect(this, &QCheckBox::toggled, this, &EvaluationSwitch::showOrder);
    connect(&routes, &RouteAnalysis::changed, this, &EvaluationSwitch::refresh);
}

void EvaluationSwitch::showOrder(bool shown)
{
    const int column = m_model.columnOf(u"order"_s);
    m_table.setColumnHidden(column, !shown);
    m_table.sortByColumn(shown ? column : -1, Qt::AscendingOrder);
}

void EvaluationSwitch::refresh()
{
    const RouteAnalysis::Findings &findings = m_routes.findings();
    EntityTableModel::Cells cells;
    for (auto place = findings.places.begin(); place != findings.places.end(); ++place) {
        const QString shadow = shadowText(findings, m_model.config(), place.key());
        const QString number = QString::number(place.value());
        const QString text = shadow.isEmpty() ? number : u"%1  ⚠ %2"_s.arg(number, shadow);
        cells.insert(place.key(), {.text = text, .order = static_cast<double>(place.value())});
    }
    m_model.setCells(m_model.columnOf(u"order"_s), cells);
}

} // namespace gatehouse
