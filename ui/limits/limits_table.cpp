// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/limits/limits_table.h"

#include "ui/limits/limits_delegate.h"
#include "ui/limits/limits_model.h"
#include "ui/limits/limits_page.h"
#include "ui/main_window/page_parts.h"

#include <QHeaderView>
#include <QTableView>

namespace gatehouse {

QTableView *makeLimitsTable(LimitsModel &model, const QString &objectName, QWidget *parent)
{
    auto *table = new QTableView(parent);
    table->setObjectName(objectName);
    table->setAccessibleName(LimitsPage::tr("Rate-limit counters"));
    table->setModel(&model);
    prepareList(*table, 18);
    table->setItemDelegateForColumn(LimitsModel::Used, new LimitsDelegate(table));
    table->horizontalHeader()->setSectionResizeMode(LimitsModel::Used, QHeaderView::Stretch);
    const int character = table->fontMetrics().averageCharWidth();
    table->setColumnWidth(LimitsModel::Scope, 22 * character);
    table->setColumnWidth(LimitsModel::Identifier, 24 * character);
    table->setColumnWidth(LimitsModel::Window, 11 * character);
    table->setColumnWidth(LimitsModel::Reset, 12 * character);
    return table;
}

} // namespace gatehouse
