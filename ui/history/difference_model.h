// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/row_changes.h"

#include <QAbstractItemModel>

namespace gatehouse {

// What differs between two configurations as a tree: rows that came (+), went (−) or changed (~), below each its
// fields with the old and the new value. Thread: control.
class DifferenceModel : public QAbstractItemModel
{
    Q_OBJECT
public:
    enum Column { What, Before, After, columns };

    using QAbstractItemModel::QAbstractItemModel;

    void show(const QList<RowChange> &changes);

    // The row that an index belongs to; null without one.
    [[nodiscard]] const RowChange *change(const QModelIndex &index) const;

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &child) const override;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QString rowText(const RowChange &change, int column) const;
    [[nodiscard]] QVariant rowData(const RowChange &change, int column, int role) const;

    QList<RowChange> m_changes;
};

} // namespace gatehouse
