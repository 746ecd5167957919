// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/entities/entity_table_model.h"

#include <QCollator>
#include <QSortFilterProxyModel>

namespace gatehouse {

// Rows that contain every word of the filter somewhere; `field:value` looks in one column. Sorts names with numbers the
// way people do. Thread: control.
class EntityFilterModel : public QSortFilterProxyModel
{
    Q_OBJECT
public:
    explicit EntityFilterModel(EntityTableModel &source, QObject *parent = nullptr);

    void setFilter(const QString &text);

protected:
    [[nodiscard]] bool filterAcceptsRow(int sourceRow, const QModelIndex &sourceParent) const override;
    [[nodiscard]] bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;

private:
    struct Term {
        int column = -1; // -1: any
        QString text;    // for any column case-folded
    };

    [[nodiscard]] bool matches(const Term &term, int row) const;

    EntityTableModel &m_source;
    QCollator m_collator;
    QList<Term> m_terms;
};

} // namespace gatehouse
