// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/overview/rank_list.h"

#include "ui/main_window/page_parts.h"

#include <QHeaderView>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

constexpr int targetRole = Qt::UserRole + 1;

} // namespace

RankList::RankList(const QString &objectName, const QString &accessibleName, QWidget *parent)
    : QTableView(parent)
{
    setObjectName(objectName);
    setAccessibleName(accessibleName);
    setModel(&m_model);
    prepareList(*this, 8);
    horizontalHeader()->hide();
    setFrameShape(NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    const auto choose = [this](const QModelIndex &index) {
        emit chosen(index.siblingAtColumn(0).data(targetRole).toString());
    };
    connect(this, &QTableView::clicked, this, choose);
    connect(this, &QTableView::activated, this, choose);
}

void RankList::setLines(const QList<Line> &lines)
{
    const int before = m_model.rowCount();
    const auto count = static_cast<int>(lines.size());
    m_model.setRowCount(count);
    for (int row = 0; row < count; ++row)
        setLine(row, lines[row]);
    for (int column = 0; column < m_model.columnCount(); ++column)
        horizontalHeader()->setSectionResizeMode(column,
                                                 column == 0 ? QHeaderView::Stretch : QHeaderView::ResizeToContents);
    setVisible(count > 0);
    if (count != before)
        updateGeometry();
}

void RankList::setLine(int row, const Line &line)
{
    for (int column = 0; column < line.cells.size(); ++column) {
        QStandardItem *item = m_model.item(row, column);
        if (!item) {
            item = new QStandardItem; // the model owns it
            m_model.setItem(row, column, item);
        }
        const bool isLast = column > 0 && column + 1 == line.cells.size();
        item->setText(line.cells[column]);
        item->setToolTip(line.detail);
        item->setAccessibleText(column == 0 ? line.detail : line.cells[column]);
        item->setTextAlignment((column == 0 ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
        item->setData(isLast && line.tone != theme::Tone::Plain ? QVariant(theme::tone(line.tone, palette()))
                                                                : QVariant(),
                      Qt::ForegroundRole);
        if (column == 0)
            item->setData(line.target, targetRole);
    }
}

QSize RankList::sizeHint() const
{
    return {200, m_model.rowCount() * verticalHeader()->defaultSectionSize() + 2};
}

} // namespace gatehouse
