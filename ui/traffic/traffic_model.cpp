// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/traffic/traffic_model.h"

#include "ui/traffic/record_text.h"

#include <QDateTime>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

QString milliseconds(float ms)
{
    return ms < 0 ? u"–"_s : QLocale().toString(static_cast<double>(ms), 'f', ms < 10 ? 2 : ms < 100 ? 1 : 0);
}

} // namespace

QString statusText(int status)
{
    if (status == 429)
        return u"◔ 429"_s;
    if (status >= 500)
        return u"⊘ "_s + QString::number(status);
    if (status >= 400)
        return u"✗ "_s + QString::number(status);
    if (status >= 300)
        return u"↪ "_s + QString::number(status);
    return QString::number(status);
}

QString flagText(int flag)
{
    return flag == 0 ? QString() : u"⚑ "_s + QString::number(flag);
}

TrafficModel::TrafficModel(TrafficRecords &store, QObject *parent)
    : QAbstractTableModel(parent)
    , m_store(store)
{
    rebuild();
    connect(&store, &TrafficRecords::appended, this, &TrafficModel::onAppended);
    connect(&store, &TrafficRecords::cleared, this, &TrafficModel::rebuild);
    connect(&store, &TrafficRecords::flagged, this, &TrafficModel::onFlagged);
}

int TrafficModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int TrafficModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : columns;
}

QVariant TrafficModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return text(index.row(), index.column());
    case Qt::TextAlignmentRole:
        if (index.column() >= Total)
            return QVariant(Qt::AlignRight | Qt::AlignVCenter);
        return QVariant(Qt::AlignLeft | Qt::AlignVCenter);
    case statusRole:
        return static_cast<int>(record(index.row()).status);
    default:
        return {};
    }
}

QString TrafficModel::text(int row, int column) const
{
    const TrafficRecord &shown = record(row);
    switch (column) {
    case Flag:
        return flagText(m_store.flag(sequence(row)));
    case Time:
        return QDateTime::fromMSecsSinceEpoch(shown.startedAt).toString(u"HH:mm:ss.zzz"_s);
    case Method:
        return toText(shown.method.view());
    case Status:
        return statusText(shown.status);
    case Path:
        return toText(shown.path.view());
    case Route:
        return shown.route.view().empty() ? u"–"_s : toText(shown.route.view());
    case Consumer:
        return shown.consumer.view().empty() ? u"–"_s : toText(shown.consumer.view());
    case By:
        return toText(shown.decidedBy.view());
    case Total:
        return milliseconds(shown.totalMs);
    case Gateway:
        return milliseconds(shown.gatewayMs);
    case Upstream:
        return milliseconds(shown.upstreamMs);
    case Size:
        return QLocale().toString(shown.responseSize);
    case Revision:
        return shown.revision == 0 ? u"–"_s : u"r%1"_s.arg(shown.revision);
    default:
        return {};
    }
}

QVariant TrafficModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant((section >= Total ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Flag:
        return tr("Flag");
    case Time:
        return tr("Time");
    case Method:
        return tr("Method");
    case Status:
        return tr("Status");
    case Path:
        return tr("Path");
    case Route:
        return tr("Route");
    case Consumer:
        return tr("Consumer");
    case By:
        return tr("Answered by");
    case Total:
        return tr("Total ms");
    case Gateway:
        return tr("Gateway ms");
    case Upstream:
        return tr("Upstream ms");
    case Size:
        return tr("Bytes");
    case Revision:
        return tr("Revision");
    default:
        return {};
    }
}

int TrafficModel::rowOf(quint64 sequence) const
{
    const auto found = std::lower_bound(m_rows.begin(), m_rows.end(), sequence);
    return found != m_rows.end() && *found == sequence ? static_cast<int>(found - m_rows.begin()) : -1;
}

void TrafficModel::setFilter(const TrafficFilter &filter)
{
    m_filter = filter;
    rebuild();
}

void TrafficModel::setPaused(bool paused)
{
    m_paused = paused;
    if (!paused && m_seen < m_store.end())
        onAppended(std::max(m_seen, m_store.begin()), m_store.end());
}

void TrafficModel::rebuild()
{
    beginResetModel();
    m_rows.clear();
    for (quint64 i = m_store.begin(); i < m_store.end(); ++i) {
        if (accepts(i))
            m_rows.push_back(i);
    }
    m_seen = m_store.end();
    endResetModel();
}

void TrafficModel::removeLost()
{
    const quint64 oldest = m_store.begin();
    const auto kept = std::lower_bound(m_rows.begin(), m_rows.end(), oldest);
    if (kept == m_rows.begin())
        return;
    beginRemoveRows({}, 0, static_cast<int>(kept - m_rows.begin()) - 1);
    m_rows.erase(m_rows.begin(), kept);
    endRemoveRows();
}

// A flag may decide whether the filter lets a row pass; the row stays until the filter is changed, so that what a
// person has just marked does not vanish.
void TrafficModel::onFlagged(quint64 sequence)
{
    if (const int row = rowOf(sequence); row >= 0)
        emit dataChanged(index(row, Flag), index(row, Flag));
}

void TrafficModel::onAppended(quint64 begin, quint64 end)
{
    removeLost();
    if (m_paused)
        return;
    begin = std::max({begin, m_seen, m_store.begin()});
    std::deque<quint64> added;
    for (quint64 i = begin; i < end; ++i) {
        if (accepts(i))
            added.push_back(i);
    }
    m_seen = end;
    if (added.empty())
        return;
    beginInsertRows({}, rowCount(), rowCount() + static_cast<int>(added.size()) - 1);
    m_rows.insert(m_rows.end(), added.begin(), added.end());
    endInsertRows();
}

} // namespace gatehouse
