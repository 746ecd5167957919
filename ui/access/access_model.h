// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inspect/access_matrix.h"

#include <QAbstractTableModel>

namespace gatehouse {

// Consumers by routes: the groups of a consumer, then a cell for each route; below all how many can call it.
// Thread: control.
class AccessModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    static constexpr int textColumns = 1; // the groups

    using QAbstractTableModel::QAbstractTableModel;

    void setMatrix(const AccessMatrix &matrix);

    [[nodiscard]] const AccessMatrix &matrix() const noexcept { return m_matrix; }

    // Whether it is the cell of a consumer and a route.
    [[nodiscard]] bool isCell(const QModelIndex &index) const;
    // Such a cell, with what it was.
    [[nodiscard]] QString sentence(const QModelIndex &index) const;
    // Invalid when they are not shown.
    [[nodiscard]] QModelIndex indexOf(const QString &consumerId, const QString &routeId) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QVariant cellData(const QModelIndex &index, int role) const;
    [[nodiscard]] QVariant callersData(const QModelIndex &index, int role) const;

    AccessMatrix m_matrix;
};

} // namespace gatehouse
