// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/entities/entity_table_model.h"
#include "ui/inspect/route_analysis.h"

#include <QCheckBox>

class QTableView;

namespace gatehouse {

// Lists the routes in the order in which the router tries them, in place of that of the file, and names those that
// never match. Thread: control. What it refers to outlives it.
class EvaluationSwitch final : public QCheckBox
{
    Q_OBJECT
public:
    EvaluationSwitch(const RouteAnalysis &routes, EntityTableModel &model, QTableView &table, QWidget *parent);

private:
    void showOrder(bool shown);
    void refresh();

    const RouteAnalysis &m_routes;
    EntityTableModel &m_model;
    QTableView &m_table;
};

} // namespace gatehouse
