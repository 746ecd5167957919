// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/requests/pair_table.h"

#include "ui/main_window/page_parts.h"

#include <QHeaderView>
#include <QKeyEvent>

namespace gatehouse {

PairTable::PairTable(const QString &objectName, const QString &accessibleName, QWidget *parent)
    : QTableView(parent)
{
    setObjectName(objectName);
    setAccessibleName(accessibleName);
    setModel(&m_model);
    prepareList(*this, 8);
    setSelectionBehavior(SelectItems);
    setEditTriggers(DoubleClicked | SelectedClicked | EditKeyPressed | AnyKeyPressed);
    horizontalHeader()->setStretchLastSection(true);
    setColumnWidth(PairsModel::Name, fontMetrics().averageCharWidth() * 24);
    setMinimumHeight(verticalHeader()->defaultSectionSize() * 3);
}

// In this table F2 and Delete are about its rows, whatever they mean for the page.
bool PairTable::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_F2 || key == Qt::Key_Delete)
            event->accept();
    }
    return QTableView::event(event);
}

void PairTable::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Delete)
        m_model.removePair(currentIndex().row());
    else
        QTableView::keyPressEvent(event);
}

} // namespace gatehouse
