// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/entities/entity_filter_model.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse {

EntityFilterModel::EntityFilterModel(EntityTableModel &source, QObject *parent)
    : QSortFilterProxyModel(parent)
    , m_source(source)
    // The C locale compares bytes and knows no numbers.
    , m_collator(QLocale().language() == QLocale::C ? QLocale(QLocale::English) : QLocale())
{
    m_collator.setNumericMode(true);
    m_collator.setCaseSensitivity(Qt::CaseInsensitive);
    setSourceModel(&source);
}

void EntityFilterModel::setFilter(const QString &text)
{
    m_terms.clear();
    const QStringList words = text.split(u' ', Qt::SkipEmptyParts);
    for (const QString &word : words) {
        const qsizetype colon = word.indexOf(u':');
        const int column = colon > 0 ? m_source.columnOf(word.left(colon).toLower()) : -1;
        m_terms.append(column >= 0 ? Term{column, word.mid(colon + 1)} : Term{-1, word.toCaseFolded()});
    }
    // Row by row is slow for a view when thousands go; anew is slow for a sorted list.
    if (sortColumn() < 0)
        invalidate();
    else
        invalidateFilter();
}

bool EntityFilterModel::matches(const Term &term, int row) const
{
    if (term.column >= 0)
        return m_source.cellText(row, term.column).contains(term.text, Qt::CaseInsensitive);
    return m_source.searchText(row).contains(term.text);
}

bool EntityFilterModel::filterAcceptsRow(int sourceRow, const QModelIndex &) const
{
    return std::all_of(m_terms.begin(), m_terms.end(),
                       [this, sourceRow](const Term &term) { return matches(term, sourceRow); });
}

bool EntityFilterModel::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    if (m_source.isWorkedOut(left.column())) {
        const double before = m_source.workedOutCell(left.row(), left.column()).order;
        const double after = m_source.workedOutCell(right.row(), right.column()).order;
        if (before < after || after < before)
            return before < after;
    }
    return m_collator.compare(m_source.cellText(left.row(), left.column()),
                              m_source.cellText(right.row(), right.column())) < 0;
}

} // namespace gatehouse
