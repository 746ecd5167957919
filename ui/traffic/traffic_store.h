// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/counters/traffic_record.h"
#include "core/runtime/gateway.h"
#include "ui/traffic/trace_archive.h"

#include <QObject>
#include <QTimer>

#include <vector>

namespace gatehouse {

// The last finished requests, for every view that shows traffic. Takes what the workers recorded in batches, twenty
// times a second; the oldest rows make room for new ones. Rows are named by a sequence number that never repeats.
// Thread: control. Lives as long as the main window; the gateway must outlive it.
class TrafficStore : public QObject
{
    Q_OBJECT
public:
    static constexpr quint64 capacity = 100'000;               // rows, about 55 MB when full
    static constexpr qsizetype traceBudget = 64 * 1024 * 1024; // bytes for what happened to them

    explicit TrafficStore(Gateway &gateway, QObject *parent = nullptr);
    ~TrafficStore() override;

    [[nodiscard]] quint64 begin() const noexcept
    {
        return m_end > capacity ? std::max(m_begin, m_end - capacity) : m_begin;
    }

    [[nodiscard]] quint64 end() const noexcept { return m_end; }

    // `sequence` is from begin() to end() - 1.
    [[nodiscard]] const TrafficRecord &at(quint64 sequence) const { return m_rows[sequence % capacity]; }

    // What happened to it, as the engine recorded it (trace_text.h): nothing when it has made room for newer ones,
    // empty when there never was one.
    [[nodiscard]] std::optional<QByteArray> trace(quint64 sequence) const { return m_traces.find(sequence); }

    // Requests that were served but not recorded because the window could not keep up.
    [[nodiscard]] quint64 dropped() const { return m_gateway.droppedTraffic(); }

    void clear();
    // Takes what has been recorded so far without waiting for the timer.
    void collect();

signals:
    void appended(quint64 begin, quint64 end);
    void cleared();

private:
    Gateway &m_gateway;
    QTimer m_timer;
    std::vector<TrafficRecord> m_rows;
    TraceArchive m_traces{traceBudget};
    quint64 m_begin = 0; // rows before it were cleared
    quint64 m_end = 0;
};

} // namespace gatehouse
