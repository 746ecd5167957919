// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/problems/problem_model.h"

#include "ui/theme/theme.h"

#include <QFileInfo>
#include <QGuiApplication>

using namespace Qt::StringLiterals;

namespace gatehouse {

ProblemModel::ProblemModel(ProblemStore &store, QObject *parent)
    : QAbstractTableModel(parent)
    , m_store(store)
    , m_entries(store.entries())
{
    connect(&store, &ProblemStore::changed, this, [this] {
        beginResetModel();
        m_entries = m_store.entries();
        endResetModel();
    });
}

int ProblemModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_entries.size());
}

int ProblemModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : columns;
}

QString ProblemModel::place(int row) const
{
    const ProblemStore::Entry &entry = m_entries[row];
    if (entry.file.isEmpty())
        return {};
    QString text = QFileInfo(entry.file).fileName();
    if (entry.problem.line > 0)
        text += u":%1:%2"_s.arg(entry.problem.line).arg(entry.problem.column);
    return text;
}

QVariant ProblemModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const ProblemStore::Entry &entry = m_entries[index.row()];
    const bool isError = entry.severity == ProblemStore::Severity::Error;
    if (role == Qt::ForegroundRole && index.column() == Severity) {
        const theme::Tone tone = isError ? theme::Tone::ServerError : theme::Tone::ClientError;
        return theme::tone(tone, QGuiApplication::palette());
    }
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    switch (index.column()) {
    case Severity:
        return isError ? tr("⊘ error") : entry.isMuted ? tr("– muted") : tr("! warning");
    case Where:
        return entry.table.isEmpty() ? entry.problem.path
                                     : u"%1 %2 %3"_s.arg(entry.table, entry.name, entry.problem.path).trimmed();
    case What:
        return entry.mutedBecause.isEmpty() ? entry.problem.message
                                            : tr("%1 Muted: %2").arg(entry.problem.message, entry.mutedBecause);
    case Place:
        return place(index.row());
    default:
        return {};
    }
}

QVariant ProblemModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Severity:
        return tr("Severity");
    case Where:
        return tr("Where");
    case What:
        return tr("What");
    case Place:
        return tr("File");
    default:
        return {};
    }
}

} // namespace gatehouse
