// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/shortcuts_model.h"

#include <QFont>

namespace gatehouse {

ShortcutsModel::ShortcutsModel(const Shortcuts &shortcuts, QObject *parent)
    : QAbstractTableModel(parent)
    , m_shortcuts(shortcuts)
{
    for (const Shortcuts::Command &command : shortcuts.commands())
        m_ids << command.id;
    connect(&shortcuts, &Shortcuts::defined, this, [this](const QString &id) {
        const int row = static_cast<int>(m_ids.size());
        beginInsertRows({}, row, row);
        m_ids << id;
        endInsertRows();
    });
    connect(&shortcuts, &Shortcuts::changed, this, [this](const QString &id) {
        const int row = static_cast<int>(m_ids.indexOf(id));
        emit dataChanged(index(row, 0), index(row, ColumnCount - 1));
    });
}

int ShortcutsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_ids.size());
}

int ShortcutsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ShortcutsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Shortcuts::Command &command = *m_shortcuts.command(m_ids[index.row()]);
    switch (role) {
    case Qt::DisplayRole:
        return text(command, index.column());
    case Qt::FontRole: {
        QFont font;
        font.setBold(index.column() == Keys && command.keys != command.usual);
        return font;
    }
    case IdRole:
        return command.id;
    default:
        return {};
    }
}

QString ShortcutsModel::text(const Shortcuts::Command &command, int column) const
{
    if (column == Title)
        return Shortcuts::title(command);
    const QString keys = (column == Keys ? command.keys : command.usual).toString(QKeySequence::NativeText);
    return column == Keys && !m_shortcuts.counts(command) ? tr("%1 (off)").arg(keys) : keys;
}

QVariant ShortcutsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Title:
        return tr("Command");
    case Keys:
        return tr("Keys");
    case Usual:
        return tr("Usual keys");
    default:
        return {};
    }
}

} // namespace gatehouse
