// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/counters/rate_counters.h"
#include "core/model/config_store.h"

#include <QAbstractTableModel>
#include <QSet>

#include <optional>

namespace gatehouse {

// The rate-limit buckets that are counting now, fullest first or as one wishes. refresh() takes a new look at the
// counters and changes only the cells that differ. Thread: control. Counters and store must outlive it.
class LimitsModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Scope, Identifier, Window, Used, Reset, columns };

    LimitsModel(const RateCounters &counters, const ConfigStore &store, QObject *parent = nullptr);

    static constexpr int shareRole = Qt::UserRole + 1;  // used / limit, 0..1 and beyond
    static constexpr int bucketRole = Qt::UserRole + 2; // bucketKey()
    static constexpr int idRole = Qt::UserRole + 3;     // RateCounters::Bucket::id
    static constexpr int pluginRole = Qt::UserRole + 4; // id of the plugin that counts
    static constexpr int periodRole = Qt::UserRole + 5; // RatePeriod

    enum class Order { Fullest, Scope, Identifier };

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    // Only buckets that count for one of these; a label of RateCounters, e.g. "consumer mobile-app".
    void setIdentifiers(const QSet<QString> &identifiers);

    // Counts from the next refresh() on.
    void setOrder(Order order) { m_order = order; }

    void refresh(qint64 nowSeconds);
    [[nodiscard]] int fullCount() const noexcept;

private:
    struct Row {
        quint64 id = 0;
        QString bucket;
        QString plugin;
        RatePeriod period = RatePeriod::Minute;
        QString scope;
        QString identifier;
        QString window;
        double limit = 0;
        quint32 used = 0;
        qint64 resetIn = 0; // seconds

        [[nodiscard]] QString key() const { return scope + u'\n' + identifier + u'\n' + window + u'\n' + bucket; }

        [[nodiscard]] double share() const { return limit > 0 ? used / limit : 0; }
    };

    [[nodiscard]] Row rowFor(const RateCounters::Bucket &bucket, qint64 nowSeconds) const;
    [[nodiscard]] QString scopeText(const QString &scope) const;
    [[nodiscard]] QString usedText(const Row &row) const;

    [[nodiscard]] bool isBefore(const Row &a, const Row &b) const;
    [[nodiscard]] QList<Row> lookUp(qint64 nowSeconds) const;

    const RateCounters &m_counters;
    const ConfigStore &m_store;
    std::optional<QSet<QString>> m_identifiers; // none: all
    Order m_order = Order::Fullest;
    QList<Row> m_rows;
};

} // namespace gatehouse
