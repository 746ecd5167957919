// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/entities/entity_table_model.h"

#include <QGuiApplication>
#include <QSet>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

// The rows whose cells are not the same in both.
QSet<QString> differing(const EntityTableModel::Cells &one, const EntityTableModel::Cells &other)
{
    QSet<QString> ids;
    for (auto cell = one.begin(); cell != one.end(); ++cell) {
        if (other.value(cell.key()) != cell.value())
            ids.insert(cell.key());
    }
    for (auto cell = other.begin(); cell != other.end(); ++cell) {
        if (!one.contains(cell.key()))
            ids.insert(cell.key());
    }
    return ids;
}

constexpr qsizetype editsShownOneByOne = 200; // beyond, a fresh list is faster and nobody follows it by eye

} // namespace

EntityTableModel::EntityTableModel(EntityKind kind, const ConfigStore &store, QObject *parent)
    : QAbstractTableModel(parent)
    , m_text(entityKindText(kind))
    , m_store(store)
{
    reload();
    connect(&store, &ConfigStore::changed, this, [this](const Change &change, Origin) { onChanged(change); });
}

int EntityTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int EntityTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_text.columns.size());
}

QVariant EntityTableModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    if (role == idRole)
        return m_rows[index.row()].value("id"_L1).toString();
    if (role == Qt::DisplayRole)
        return cellText(index.row(), index.column());
    if (role == Qt::TextAlignmentRole)
        return alignment(index.column());
    if (!isWorkedOut(index.column()))
        return role == Qt::ToolTipRole ? cellText(index.row(), index.column()) : QVariant();
    const WorkedOutCell cell = workedOutCell(index.row(), index.column());
    switch (role) {
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
        return cell.detail.isEmpty() ? cell.text : cell.detail;
    case Qt::ForegroundRole:
        return cell.tone == theme::Tone::Plain ? QVariant() : theme::tone(cell.tone, QGuiApplication::palette());
    default:
        return {};
    }
}

QVariant EntityTableModel::alignment(int column) const
{
    const bool isNumber = m_text.columns[column].figure != TrafficFigure::None;
    return QVariant((isNumber ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
}

QVariant EntityTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return alignment(section);
    return role == Qt::DisplayRole ? QCoreApplication::translate("EntityColumns", m_text.columns[section].title)
                                   : QVariant();
}

QString EntityTableModel::cellText(int row, int column) const
{
    if (isWorkedOut(column) && !m_textOf.contains(column))
        return workedOutCell(row, column).text;
    return textsOf(row).cells[column];
}

QString EntityTableModel::searchText(int row) const
{
    return textsOf(row).searched;
}

const EntityTableModel::RowTexts &EntityTableModel::textsOf(int row) const
{
    RowTexts &texts = m_texts[row];
    if (!texts.cells.isEmpty())
        return texts;
    const QString id = m_rows[row].value("id"_L1).toString();
    for (int column = 0; column < columnCount(); ++column) {
        texts.cells << textOf(row, column, id);
        if (!isWorkedOut(column))
            texts.searched += texts.cells.last().toCaseFolded() + u'\n';
    }
    return texts;
}

QString EntityTableModel::textOf(int row, int column, const QString &id) const
{
    if (const auto text = m_text.columns[column].text)
        return text(m_config, m_rows[row]);
    const auto found = m_textOf.constFind(column);
    return found == m_textOf.constEnd() ? QString() : (*found)(id);
}

WorkedOutCell EntityTableModel::workedOutCell(int row, int column) const
{
    if (m_textOf.contains(column))
        return {.text = cellText(row, column)};
    const bool isFigure = m_text.columns[column].figure != TrafficFigure::None;
    const WorkedOutCell none{isFigure ? u"–"_s : QString(), {}, -1, theme::Tone::Plain};
    return m_workedOut.value(column).value(m_rows[row].value("id"_L1).toString(), none);
}

void EntityTableModel::makeCells() const
{
    for (int row = 0; row < m_rows.size(); ++row)
        static_cast<void>(textsOf(row));
}

int EntityTableModel::columnOf(const QString &key) const
{
    const auto found = std::find_if(m_text.columns.begin(), m_text.columns.end(),
                                    [&key](const EntityColumn &column) { return key == QLatin1String(column.key); });
    return found == m_text.columns.end() ? -1 : static_cast<int>(found - m_text.columns.begin());
}

int EntityTableModel::rowOf(const QString &id) const
{
    const auto found =
        std::find_if(m_rows.begin(), m_rows.end(), [&id](const QJsonObject &row) { return row.value("id"_L1) == id; });
    return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
}

bool EntityTableModel::isRelated(const QString &table) const
{
    return std::any_of(m_text.related.begin(), m_text.related.end(),
                       [&table](const char *name) { return table == QLatin1String(name); });
}

void EntityTableModel::reload()
{
    beginResetModel();
    m_config = m_store.config();
    m_rows = m_config.rows(QLatin1String(m_text.table));
    m_texts = QList<RowTexts>(m_rows.size());
    endResetModel();
}

void EntityTableModel::onChanged(const Change &change)
{
    if (change.edits.size() > editsShownOneByOne) {
        reload();
        return;
    }
    m_config = m_store.config();
    bool related = false;
    for (const Edit &edit : change.edits) {
        if (edit.table == QLatin1String(m_text.table))
            applyEdit(edit);
        related = related || isRelated(edit.table);
    }
    if (related)
        refreshTexts();
}

void EntityTableModel::setCells(int column, const Cells &cells)
{
    const Cells before = std::exchange(m_workedOut[column], cells);
    const QSet<QString> changed = differing(before, cells);
    int first = -1;
    int last = -1;
    for (int row = 0; row < rowCount() && !changed.isEmpty(); ++row) {
        if (!changed.contains(m_rows[row].value("id"_L1).toString()))
            continue;
        first = first < 0 ? row : first;
        last = row;
    }
    if (first >= 0)
        emit dataChanged(index(first, column), index(last, column));
}

void EntityTableModel::setTexts(int column, std::function<QString(const QString &)> textOf)
{
    m_textOf.insert(column, std::move(textOf));
    refreshTexts();
}

void EntityTableModel::refreshTexts()
{
    if (m_rows.isEmpty())
        return;
    m_texts = QList<RowTexts>(m_rows.size());
    emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1), {Qt::DisplayRole});
}

void EntityTableModel::applyEdit(const Edit &edit)
{
    const int row = rowOf(edit.id);
    if (!edit.after) {
        if (row < 0)
            return;
        beginRemoveRows({}, row, row);
        m_rows.removeAt(row);
        m_texts.removeAt(row);
        endRemoveRows();
    } else if (row >= 0) {
        m_rows[row] = *edit.after;
        m_texts[row] = {};
        emit dataChanged(index(row, 0), index(row, columnCount() - 1));
    } else {
        const int end = rowCount();
        beginInsertRows({}, end, end);
        m_rows.append(*edit.after);
        m_texts.append(RowTexts());
        endInsertRows();
    }
}

} // namespace gatehouse
