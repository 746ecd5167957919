// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/traffic/traffic_filter.h"
#include "ui/traffic/traffic_records.h"

#include <QAbstractTableModel>

#include <deque>

namespace gatehouse {

// The requests of a TrafficRecords that pass a filter, oldest first. Keeps an index of its own: a filter model of Qt's
// takes seconds for 100,000 rows. One insertion per batch. While paused, what arrives is shown when it goes on.
// Thread: control. The store must outlive it.
class TrafficModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column {
        Flag,
        Time,
        Method,
        Status,
        Path,
        Route,
        Consumer,
        By,
        Total,
        Gateway,
        Upstream,
        Size,
        Revision,
        columns
    };

    explicit TrafficModel(TrafficRecords &store, QObject *parent = nullptr);

    static constexpr int statusRole = Qt::UserRole + 1; // the HTTP status as a number

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    void setFilter(const TrafficFilter &filter);
    void setPaused(bool paused);

    [[nodiscard]] bool isPaused() const noexcept { return m_paused; }

    [[nodiscard]] const TrafficRecord &record(int row) const
    {
        return m_store.at(m_rows[static_cast<std::size_t>(row)]);
    }

    // The number that names a row for ever, and the row it has now (-1: filtered out or gone).
    [[nodiscard]] quint64 sequence(int row) const { return m_rows[static_cast<std::size_t>(row)]; }

    [[nodiscard]] int rowOf(quint64 sequence) const;

    [[nodiscard]] TrafficRecords &store() const noexcept { return m_store; }

private:
    [[nodiscard]] bool accepts(quint64 sequence) const
    {
        return m_filter.accepts(m_store.at(sequence), m_store.flag(sequence));
    }

    void onAppended(quint64 begin, quint64 end);
    void onFlagged(quint64 sequence);
    void removeLost();
    void rebuild();
    [[nodiscard]] QString text(int row, int column) const;

    TrafficRecords &m_store;
    TrafficFilter m_filter;
    std::deque<quint64> m_rows;
    quint64 m_seen = 0; // rows of the store before it have been looked at
    bool m_paused = false;
};

// "✗ 403" and the like: a mark and the number, so that colour is not needed.
[[nodiscard]] QString statusText(int status);

// "⚑ 2"; empty for 0.
[[nodiscard]] QString flagText(int flag);

} // namespace gatehouse
