// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/overview/traffic_history_model.h"

#include "ui/overview/answer_bands.h"

#include <QDateTime>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace gatehouse {

void TrafficHistoryModel::setHistory(const TrafficStats::History &history)
{
    m_history = history;
    emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

int TrafficHistoryModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_history.size());
}

int TrafficHistoryModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : FirstBand + static_cast<int>(answerBands.size());
}

QVariant TrafficHistoryModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant((index.column() == Time ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    const TrafficStats::Column &shown = m_history[m_history.size() - 1 - static_cast<std::size_t>(index.row())];
    if (index.column() == Time)
        return QDateTime::fromSecsSinceEpoch(shown.begin).toString(u"HH:mm:ss"_s);
    if (index.column() == Requests)
        return QLocale().toString(shown.total());
    return QLocale().toString(
        shown.byClass[answerBands[static_cast<std::size_t>(index.column() - FirstBand)].statusClass]);
}

QVariant TrafficHistoryModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant((section == Time ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    if (section == Time)
        return tr("From");
    return section == Requests ? tr("Requests") : bandName(answerBands[static_cast<std::size_t>(section - FirstBand)]);
}

} // namespace gatehouse
