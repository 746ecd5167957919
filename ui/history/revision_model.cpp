// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/history/revision_model.h"

#include "ui/entities/traffic_columns.h"

#include <QFont>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

QString originText(Origin origin)
{
    switch (origin) {
    case Origin::AdminApi:
        return RevisionModel::tr("Admin API");
    case Origin::File:
    case Origin::Open:
        return RevisionModel::tr("File");
    case Origin::Restore:
        return RevisionModel::tr("Restore");
    case Origin::User:
    case Origin::Undo:
        return RevisionModel::tr("You");
    }
    return {};
}

QString ago(const QDateTime &time)
{
    return agoText(time.secsTo(QDateTime::currentDateTimeUtc()));
}

} // namespace

QString shownNumber(const Revision &revision)
{
    return u'r' + QString::number(revision.number);
}

RevisionModel::RevisionModel(const Revisions &revisions, const Gateway &gateway, QObject *parent)
    : QAbstractTableModel(parent)
    , m_revisions(revisions)
    , m_gateway(gateway)
    , m_list(revisions.list())
{
    connect(&revisions, &Revisions::changed, this, &RevisionModel::refresh);
    connect(&gateway, &Gateway::started, this, &RevisionModel::refreshRunning);
    connect(&gateway, &Gateway::stopped, this, &RevisionModel::refreshRunning);
    connect(&gateway, &Gateway::published, this, &RevisionModel::refreshRunning);
}

int RevisionModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_list.size());
}

int RevisionModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : columns;
}

// Rows are told apart by their keys; both lists have the newest, and so the greatest key, first.
void RevisionModel::refresh()
{
    const QList<Revision> &now = m_revisions.list();
    for (int row = static_cast<int>(m_list.size()) - 1; row >= 0; --row) {
        if (m_revisions.find(m_list[row].key))
            continue;
        beginRemoveRows({}, row, row);
        m_list.removeAt(row);
        endRemoveRows();
    }
    for (int row = 0; row < now.size(); ++row) {
        if (row < m_list.size() && m_list[row].key == now[row].key) {
            m_list[row] = now[row];
            continue;
        }
        beginInsertRows({}, row, row);
        m_list.insert(row, now[row]);
        endInsertRows();
    }
    refreshRunning();
}

void RevisionModel::refreshRunning()
{
    if (!m_list.isEmpty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, columns - 1));
}

void RevisionModel::refreshTimes()
{
    if (!m_list.isEmpty())
        emit dataChanged(index(0, Time), index(rowCount() - 1, Time));
}

QString RevisionModel::text(const Revision &revision, int column) const
{
    switch (column) {
    case Number:
        return shownNumber(revision);
    case Time:
        return ago(revision.time);
    case Who:
        return originText(revision.origin);
    case Summary:
        return revision.summary;
    case Counts:
        return countsText(revision.counts);
    case Note:
        if (!revision.isPinned)
            return {};
        return revision.note.isEmpty() ? tr("pinned") : revision.note;
    default:
        return {};
    }
}

QString RevisionModel::spoken(const Revision &revision, int column, const QString &text)
{
    if (column == Time)
        return text + u", "_s + QLocale().toString(revision.time.toLocalTime(), QLocale::ShortFormat);
    if (column == Counts)
        return tr("%1 added, %2 removed, %3 changed")
            .arg(revision.counts.added)
            .arg(revision.counts.removed)
            .arg(revision.counts.changed);
    return column == Note && revision.isPinned ? tr("pinned: %1").arg(revision.note) : text;
}

QVariant RevisionModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Revision &revision = m_list[index.row()];
    const bool isRunning = m_gateway.state() == Gateway::State::Running && m_gateway.revision() == revision.number;
    QString shown = text(revision, index.column());
    if (isRunning && index.column() == Number)
        shown = tr("%1, runs").arg(shown);
    switch (role) {
    case Qt::DisplayRole:
        return shown;
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
        return spoken(revision, index.column(), shown);
    case Qt::FontRole: {
        QFont font;
        font.setBold(true);
        return isRunning && index.column() == Number ? QVariant(font) : QVariant();
    }
    case keyRole:
        return revision.key;
    default:
        return {};
    }
}

QVariant RevisionModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Number:
        return tr("Revision");
    case Time:
        return tr("When");
    case Who:
        return tr("Who");
    case Summary:
        return tr("What changed");
    case Counts:
        return tr("Rows");
    case Note:
        return tr("Pinned");
    default:
        return {};
    }
}

} // namespace gatehouse
