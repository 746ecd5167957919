// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/limits/limits_model.h"

#include "ui/limits/limits_history.h"

#include <algorithm>
#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace gatehouse {

LimitsModel::LimitsModel(const RateCounters &counters, const ConfigStore &store, QObject *parent)
    : QAbstractTableModel(parent)
    , m_counters(counters)
    , m_store(store)
{
}

int LimitsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int LimitsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : columns;
}

int LimitsModel::fullCount() const noexcept
{
    return static_cast<int>(
        std::count_if(m_rows.begin(), m_rows.end(), [](const Row &row) { return row.share() >= 1; }));
}

QString LimitsModel::scopeText(const QString &scope) const
{
    const qsizetype space = scope.indexOf(u' ');
    if (space < 0)
        return tr("all routes");
    const QString kind = scope.left(space);
    const QString id = scope.mid(space + 1);
    const auto entity = m_store.config().find(kind + u's', id);
    const QString name = entity ? entity->value("name"_L1).toString() : QString();
    return kind + u' ' + (name.isEmpty() ? id.left(8) + u'…' : name);
}

LimitsModel::Row LimitsModel::rowFor(const RateCounters::Bucket &bucket, qint64 nowSeconds) const
{
    const std::array<QString, 6> windows{tr("second"), tr("minute"), tr("hour"), tr("day"), tr("month"), tr("year")};
    Row row;
    row.id = bucket.id;
    row.bucket = bucketKey(bucket.label);
    row.plugin = QString::fromStdString(bucket.label.pluginId);
    row.period = bucket.label.period;
    row.scope = scopeText(QString::fromStdString(bucket.label.scope));
    row.identifier = QString::fromStdString(bucket.label.identifier);
    row.window = windows[static_cast<std::size_t>(bucket.label.period)];
    row.limit = bucket.label.limit;
    row.used = bucket.count;
    row.resetIn = std::max<qint64>(0, bucket.windowStart + periodLength(bucket.label.period) - nowSeconds);
    return row;
}

void LimitsModel::setIdentifiers(const QSet<QString> &identifiers)
{
    m_identifiers = identifiers;
}

bool LimitsModel::isBefore(const Row &a, const Row &b) const
{
    if (m_order == Order::Scope && a.scope != b.scope)
        return a.scope < b.scope;
    if (m_order == Order::Identifier && a.identifier != b.identifier)
        return a.identifier < b.identifier;
    return std::abs(a.share() - b.share()) > 1e-9 ? a.share() > b.share() : a.key() < b.key();
}

QList<LimitsModel::Row> LimitsModel::lookUp(qint64 nowSeconds) const
{
    QList<Row> next;
    for (const RateCounters::Bucket &bucket : m_counters.buckets(nowSeconds)) {
        if (!m_identifiers || m_identifiers->contains(QString::fromStdString(bucket.label.identifier)))
            next.append(rowFor(bucket, nowSeconds));
    }
    std::sort(next.begin(), next.end(), [this](const Row &a, const Row &b) { return isBefore(a, b); });
    return next;
}

void LimitsModel::refresh(qint64 nowSeconds)
{
    const QList<Row> next = lookUp(nowSeconds);
    const bool sameRows =
        next.size() == m_rows.size() && std::equal(next.begin(), next.end(), m_rows.begin(),
                                                   [](const Row &a, const Row &b) { return a.key() == b.key(); });
    if (!sameRows) {
        beginResetModel();
        m_rows = next;
        endResetModel();
        return;
    }
    m_rows = next;
    if (!m_rows.isEmpty())
        emit dataChanged(index(0, Used), index(rowCount() - 1, Reset));
}

QString LimitsModel::usedText(const Row &row) const
{
    const QString numbers = tr("%1 / %2").arg(row.used).arg(row.limit);
    if (row.share() >= 1)
        return u"⊘ "_s + numbers + u"  "_s + tr("full");
    return row.share() >= 0.8 ? u"! "_s + numbers + u"  "_s + tr("nearly full") : numbers;
}

QVariant LimitsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Row &row = m_rows[index.row()];
    if (role == shareRole)
        return row.share();
    if (role == bucketRole)
        return row.bucket;
    if (role == idRole)
        return row.id;
    if (role == pluginRole)
        return row.plugin;
    if (role == periodRole)
        return static_cast<int>(row.period);
    if (role == Qt::AccessibleTextRole && index.column() == Used)
        return tr("%1 of %2, resets in %n second(s)", nullptr, static_cast<int>(row.resetIn))
            .arg(row.used)
            .arg(row.limit);
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case Scope:
        return row.scope;
    case Identifier:
        return row.identifier;
    case Window:
        return row.window;
    case Used:
        return usedText(row);
    case Reset:
        if (row.resetIn >= 86400)
            return tr("%n day(s)", nullptr, static_cast<int>(row.resetIn / 86400));
        return u"%1:%2:%3"_s.arg(row.resetIn / 3600)
            .arg(row.resetIn / 60 % 60, 2, 10, QLatin1Char('0'))
            .arg(row.resetIn % 60, 2, 10, QLatin1Char('0'));
    default:
        return {};
    }
}

QVariant LimitsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Scope:
        return tr("Limit on");
    case Identifier:
        return tr("Counted for");
    case Window:
        return tr("Window");
    case Used:
        return tr("Used / limit");
    case Reset:
        return tr("Resets in");
    default:
        return {};
    }
}

} // namespace gatehouse
