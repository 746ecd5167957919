// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/traffic/traffic_stats.h"

#include <QAbstractTableModel>

namespace gatehouse {

// The columns of a Sparkline as rows, newest first: when, how many, how many of each kind of answer. Its rows stay;
// what they say changes. Thread: control.
class TrafficHistoryModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Time, Requests, FirstBand };

    using QAbstractTableModel::QAbstractTableModel;

    void setHistory(const TrafficStats::History &history);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    TrafficStats::History m_history{};
};

} // namespace gatehouse
