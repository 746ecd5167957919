// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/access/access_model.h"

#include "ui/access/access_words.h"
#include "ui/access/matrix_places.h"
#include "ui/access/matrix_table.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse {

// A change of the cells alone leaves the selection and the place that is looked at.
void AccessModel::setMatrix(const AccessMatrix &matrix)
{
    if (rowCount() > 0 && haveSameIds(m_matrix.consumers, matrix.consumers) &&
        haveSameIds(m_matrix.routes, matrix.routes)) {
        m_matrix = matrix;
        emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
        return;
    }
    beginResetModel();
    m_matrix = matrix;
    endResetModel();
}

int AccessModel::rowCount(const QModelIndex &parent) const
{
    const bool isEmpty = parent.isValid() || m_matrix.cells.isEmpty();
    return isEmpty ? 0 : static_cast<int>(m_matrix.consumers.size()) + 1;
}

int AccessModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_matrix.routes.size()) + textColumns;
}

bool AccessModel::isCell(const QModelIndex &index) const
{
    return index.isValid() && index.row() < m_matrix.consumers.size() && index.column() >= textColumns;
}

QModelIndex AccessModel::indexOf(const QString &consumerId, const QString &routeId) const
{
    const int row = placeOf(m_matrix.consumers, consumerId);
    const int column = placeOf(m_matrix.routes, routeId);
    return row < 0 || column < 0 ? QModelIndex() : index(row, column + textColumns);
}

QString AccessModel::sentence(const QModelIndex &index) const
{
    const qsizetype column = index.column() - textColumns;
    const QString text =
        cellSentence(m_matrix.consumers[index.row()], m_matrix.routes[column], m_matrix.at(index.row(), column));
    if (!m_matrix.differs(index.row(), column))
        return text;
    const AccessState before = m_matrix.before[index.row() * m_matrix.routes.size() + column];
    return tr("%1 (before: %2)").arg(text, wordsOf(before).word);
}

QVariant AccessModel::cellData(const QModelIndex &index, int role) const
{
    const qsizetype column = index.column() - textColumns;
    const AccessState state = m_matrix.at(index.row(), column).state;
    const CellWords words = wordsOf(state);
    switch (role) {
    case Qt::DisplayRole:
        return QString(words.glyph + u' ' + words.word);
    case Qt::AccessibleTextRole:
    case Qt::ToolTipRole:
        return sentence(index);
    case MatrixTable::GlyphRole:
        return words.glyph;
    case MatrixTable::ToneRole:
        return static_cast<int>(words.tone);
    case MatrixTable::IsQuietRole:
        return state == AccessState::NoData;
    case MatrixTable::DiffersRole:
        return m_matrix.differs(index.row(), column);
    default:
        return {};
    }
}

QVariant AccessModel::callersData(const QModelIndex &index, int role) const
{
    const qsizetype column = index.column() - textColumns;
    const qsizetype all = std::count_if(m_matrix.consumers.begin(), m_matrix.consumers.end(),
                                        [](const AccessLine &consumer) { return !consumer.id.isEmpty(); });
    const qsizetype callers = m_matrix.callers(column);
    switch (role) {
    case Qt::DisplayRole:
        return callers == all ? tr("all") : tr("%1 of %2").arg(callers).arg(all);
    case Qt::AccessibleTextRole:
    case Qt::ToolTipRole:
        return tr("%1: %2 of %3 consumers can call it").arg(m_matrix.routes[column].name).arg(callers).arg(all);
    case MatrixTable::GlyphRole:
        return QString::number(callers);
    default:
        return {};
    }
}

QVariant AccessModel::data(const QModelIndex &index, int role) const
{
    if (isCell(index))
        return cellData(index, role);
    if (!index.isValid())
        return {};
    if (index.column() >= textColumns)
        return callersData(index, role);
    if (index.row() >= m_matrix.consumers.size())
        return {};
    const QString groups = m_matrix.consumers[index.row()].groups.join(u", "_s);
    if (role == Qt::DisplayRole || role == Qt::ToolTipRole)
        return groups;
    if (role == Qt::AccessibleTextRole)
        return groups.isEmpty() ? tr("in no group") : tr("in the groups %1").arg(groups);
    return {};
}

QVariant AccessModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role == Qt::TextAlignmentRole && orientation == Qt::Horizontal && section >= textColumns)
        return Qt::AlignCenter;
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    if (orientation == Qt::Vertical)
        return section < m_matrix.consumers.size() ? callerName(m_matrix.consumers[section]) : tr("can call");
    if (section < textColumns)
        return tr("Groups");
    const AccessColumn &route = m_matrix.routes[section - textColumns];
    return route.isRouted ? route.name : tr("%1 (off)").arg(route.name);
}

} // namespace gatehouse
