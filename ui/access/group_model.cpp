// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/access/group_model.h"

#include "ui/access/access_words.h"
#include "ui/access/matrix_places.h"
#include "ui/access/matrix_table.h"

using namespace Qt::StringLiterals;

namespace gatehouse {

void GroupModel::setMatrix(const GroupMatrix &matrix)
{
    if (rowCount() > 0 && m_matrix.groups == matrix.groups && haveSameIds(m_matrix.routes, matrix.routes)) {
        m_matrix = matrix;
        emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
        return;
    }
    beginResetModel();
    m_matrix = matrix;
    endResetModel();
}

int GroupModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() || m_matrix.routes.isEmpty() ? 0 : static_cast<int>(m_matrix.groups.size());
}

int GroupModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_matrix.routes.size());
}

QString GroupModel::sentence(const QModelIndex &index) const
{
    return ruleSentence(m_matrix.groups[index.row()], m_matrix.routes[index.column()],
                        m_matrix.at(index.row(), index.column()));
}

QModelIndex GroupModel::indexOf(const QString &group, const QString &routeId) const
{
    const auto row = static_cast<int>(m_matrix.groups.indexOf(group));
    const int column = placeOf(m_matrix.routes, routeId);
    return row < 0 || column < 0 ? QModelIndex() : index(row, column);
}

QVariant GroupModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const GroupRule rule = m_matrix.at(index.row(), index.column());
    const CellWords words = wordsOf(rule);
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
        return rule == GroupRule::NotNamed || rule == GroupRule::NoData;
    default:
        return {};
    }
}

QVariant GroupModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role == Qt::TextAlignmentRole && orientation == Qt::Horizontal)
        return Qt::AlignCenter;
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    if (orientation == Qt::Vertical)
        return m_matrix.groups[section];
    const AccessColumn &route = m_matrix.routes[section];
    return route.isRouted ? route.name : tr("%1 (off)").arg(route.name);
}

} // namespace gatehouse
