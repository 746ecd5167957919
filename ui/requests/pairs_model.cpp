// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/requests/pairs_model.h"

#include "core/model/masked.h"

namespace gatehouse {

PairsModel::PairsModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

void PairsModel::setPairs(const Pairs &pairs)
{
    if (pairs == m_pairs)
        return;
    beginResetModel();
    m_pairs = pairs;
    endResetModel();
}

void PairsModel::removePair(int row)
{
    if (row < 0 || row >= m_pairs.size())
        return;
    beginRemoveRows({}, row, row);
    m_pairs.removeAt(row);
    endRemoveRows();
    emit edited();
}

void PairsModel::setRevealed(bool revealed)
{
    m_isRevealed = revealed;
    emit dataChanged(index(0, Value), index(rowCount() - 1, Value));
}

int PairsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_pairs.size()) + 1;
}

int PairsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : columns;
}

bool PairsModel::isMasked(int row) const
{
    return !m_isRevealed && m_isSecret && !m_pairs[row].second.isEmpty() && m_isSecret(m_pairs[row].first);
}

QVariant PairsModel::data(const QModelIndex &index, int role) const
{
    const bool isNew = index.row() == m_pairs.size();
    if (role == Qt::AccessibleTextRole && isNew)
        return index.column() == Name ? tr("new name") : tr("new value");
    if ((role != Qt::DisplayRole && role != Qt::EditRole) || isNew)
        return {};
    const auto &[name, value] = m_pairs[index.row()];
    if (index.column() == Name)
        return name;
    if (!isMasked(index.row()))
        return value;
    return role == Qt::EditRole ? QString() : secretDots();
}

QVariant PairsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == Name ? tr("Name") : tr("Value");
}

Qt::ItemFlags PairsModel::flags(const QModelIndex &index) const
{
    return QAbstractTableModel::flags(index) | Qt::ItemIsEditable;
}

bool PairsModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    const QString text = value.toString();
    const int row = index.row();
    const bool isNew = row == m_pairs.size();
    if (role != Qt::EditRole || text == index.data(Qt::EditRole).toString())
        return false;
    if (isNew) {
        beginInsertRows({}, row + 1, row + 1);
        m_pairs.append(std::pair<QString, QString>());
        endInsertRows();
    }
    (index.column() == Name ? m_pairs[row].first : m_pairs[row].second) = text;
    emit dataChanged(index.siblingAtColumn(Name), index.siblingAtColumn(Value));
    emit edited();
    return true;
}

} // namespace gatehouse
