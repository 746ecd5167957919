// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/traffic/traffic_table.h"

#include "ui/main_window/page_parts.h"
#include "ui/theme/text_scale.h"
#include "ui/traffic/traffic_delegate.h"

#include <QDrag>
#include <QHeaderView>
#include <QMimeData>
#include <QScrollBar>

#include <array>
#include <utility>

namespace gatehouse {

TrafficTable::TrafficTable(TrafficModel &model, const QString &objectName, UiSettings &settings, QWidget *parent)
    : QTableView(parent)
{
    setObjectName(objectName);
    setAccessibleName(tr("Requests"));
    setModel(&model);
    auto *scale = new TextScale(settings, *this);
    prepareList(*this, 8);
    setItemDelegate(new TrafficDelegate(this));
    setVerticalScrollMode(QAbstractItemView::ScrollPerItem);
    connect(scale, &TextScale::scaled, this, &TrafficTable::fitToText);
    connect(&model, &QAbstractItemModel::rowsInserted, this, [this] {
        if (m_follows)
            scrollToBottom();
    });
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, [this](int value) {
        m_follows = value >= verticalScrollBar()->maximum();
        emit followsChanged();
    });
}

// The heights of rows follow the density of all lists.
void TrafficTable::fitToText(double factor)
{
    for (int i = 0; i < TrafficModel::columns; ++i)
        setColumnWidth(i, qRound(columnWidth(i) * factor));
}

void TrafficTable::follow()
{
    m_follows = true;
    scrollToBottom();
}

void TrafficTable::setDragData(std::function<QMimeData *()> make)
{
    m_makeDragData = std::move(make);
    setDragEnabled(true);
}

void TrafficTable::startDrag(Qt::DropActions)
{
    QMimeData *carried = m_makeDragData ? m_makeDragData() : nullptr;
    if (!carried)
        return;
    auto *drag = new QDrag(this); // ends itself
    drag->setMimeData(carried);
    drag->exec(Qt::CopyAction, Qt::CopyAction);
}

void TrafficTable::setUsualWidths()
{
    static constexpr std::array<int, TrafficModel::columns> characters{5, 14, 9, 9, 34, 18, 18, 15, 11, 12, 13, 9, 9};
    for (int i = 0; i < TrafficModel::columns; ++i)
        setColumnWidth(i, characters[static_cast<std::size_t>(i)] * fontMetrics().averageCharWidth() + 10);
    for (const TrafficModel::Column rarelyWanted : {TrafficModel::Size, TrafficModel::Revision})
        hideColumn(rarelyWanted);
}

} // namespace gatehouse
