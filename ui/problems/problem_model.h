// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/problems/problem_store.h"

#include <QAbstractTableModel>

namespace gatehouse {

// The problems as a table. Thread: control. The store must outlive it.
class ProblemModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Severity, Where, What, Place, columns };

    explicit ProblemModel(ProblemStore &store, QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    // "kong.yml:12:5", or empty.
    [[nodiscard]] QString place(int row) const;

private:
    ProblemStore &m_store;
    QList<ProblemStore::Entry> m_entries;
};

} // namespace gatehouse
