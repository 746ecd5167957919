// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/history/difference_model.h"

#include "ui/theme/theme.h"

#include <QGuiApplication>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

constexpr quintptr ofRow = 0; // internal id of a row; a field has the number of its row plus one

QString signOf(RowChange::Kind kind)
{
    if (kind == RowChange::Kind::Added)
        return u"+"_s;
    return kind == RowChange::Kind::Removed ? u"−"_s : u"~"_s;
}

QString spokenKind(RowChange::Kind kind)
{
    if (kind == RowChange::Kind::Added)
        return DifferenceModel::tr("added");
    return kind == RowChange::Kind::Removed ? DifferenceModel::tr("removed") : DifferenceModel::tr("changed");
}

theme::Tone toneOf(RowChange::Kind kind)
{
    if (kind == RowChange::Kind::Added)
        return theme::Tone::Redirect;
    return kind == RowChange::Kind::Removed ? theme::Tone::ServerError : theme::Tone::Plain;
}

QString fieldText(const FieldChange &field, int column)
{
    if (column == DifferenceModel::What)
        return field.isSecret ? DifferenceModel::tr("%1 (secret)").arg(field.path) : field.path;
    const QJsonValue &value = column == DifferenceModel::Before ? field.before : field.after;
    return value.isUndefined() ? QString() : shownValue(value);
}

} // namespace

void DifferenceModel::show(const QList<RowChange> &changes)
{
    beginResetModel();
    m_changes = changes;
    endResetModel();
}

const RowChange *DifferenceModel::change(const QModelIndex &index) const
{
    if (!index.isValid())
        return nullptr;
    return &m_changes[index.internalId() == ofRow ? index.row() : static_cast<qsizetype>(index.internalId() - 1)];
}

QModelIndex DifferenceModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, parent.isValid() ? static_cast<quintptr>(parent.row()) + 1 : ofRow);
}

QModelIndex DifferenceModel::parent(const QModelIndex &child) const
{
    if (!child.isValid() || child.internalId() == ofRow)
        return {};
    return createIndex(static_cast<int>(child.internalId() - 1), 0, ofRow);
}

int DifferenceModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return static_cast<int>(m_changes.size());
    const bool hasFields = parent.internalId() == ofRow && parent.column() == 0;
    return hasFields ? static_cast<int>(m_changes[parent.row()].fields.size()) : 0;
}

int DifferenceModel::columnCount(const QModelIndex &) const
{
    return columns;
}

QString DifferenceModel::rowText(const RowChange &change, int column) const
{
    return column == What ? signOf(change.kind) + u' ' + change.title : QString();
}

QVariant DifferenceModel::rowData(const RowChange &change, int column, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        return rowText(change, column);
    case Qt::AccessibleTextRole:
        return column == What ? change.title + u", "_s + spokenKind(change.kind) : QString();
    case Qt::ForegroundRole:
        return toneOf(change.kind) == theme::Tone::Plain ? QVariant()
                                                         : theme::tone(toneOf(change.kind), QGuiApplication::palette());
    default:
        return {};
    }
}

QVariant DifferenceModel::data(const QModelIndex &index, int role) const
{
    const RowChange *row = change(index);
    if (!row)
        return {};
    if (index.internalId() == ofRow)
        return rowData(*row, index.column(), role);
    const bool isText = role == Qt::DisplayRole || role == Qt::ToolTipRole;
    return isText ? fieldText(row->fields[index.row()], index.column()) : QVariant();
}

QVariant DifferenceModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case What:
        return tr("Row and field");
    case Before:
        return tr("Before");
    case After:
        return tr("After");
    default:
        return {};
    }
}

} // namespace gatehouse
