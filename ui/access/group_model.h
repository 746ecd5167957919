// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inspect/access_matrix.h"

#include <QAbstractTableModel>

namespace gatehouse {

// Groups by routes: what the acl that runs on a route says of a group. Thread: control.
class GroupModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    using QAbstractTableModel::QAbstractTableModel;

    void setMatrix(const GroupMatrix &matrix);

    [[nodiscard]] const GroupMatrix &matrix() const noexcept { return m_matrix; }

    [[nodiscard]] QString sentence(const QModelIndex &index) const;
    // Invalid when they are not shown.
    [[nodiscard]] QModelIndex indexOf(const QString &group, const QString &routeId) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    GroupMatrix m_matrix;
};

} // namespace gatehouse
