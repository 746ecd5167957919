// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/counters/traffic_record.h"
#include "ui/traffic/trace_archive.h"

#include <QHash>
#include <QObject>

#include <vector>

namespace gatehouse {

// Finished requests for views that show traffic; the oldest rows make room for new ones. Rows are named by a sequence
// number that never repeats. Thread: control.
class TrafficRecords : public QObject
{
    Q_OBJECT
public:
    static constexpr quint64 capacity = 100'000;               // rows, about 55 MB when full
    static constexpr qsizetype traceBudget = 64 * 1024 * 1024; // bytes for what happened to them

    using QObject::QObject;

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

    // What a person marked it with: 1 to 5, or 0.
    [[nodiscard]] int flag(quint64 sequence) const { return m_flags.value(sequence); }

    void setFlag(quint64 sequence, int flag);

    void append(const std::vector<TrafficRecord> &records);
    void clear();

signals:
    void appended(quint64 begin, quint64 end);
    void cleared();
    void flagged(quint64 sequence);

protected:
    // Without telling; announceFrom() follows.
    void add(const TrafficRecord &record, std::string_view trace);
    // What was added since `first` was the end.
    void announceFrom(quint64 first);

private:
    std::vector<TrafficRecord> m_rows;
    TraceArchive m_traces{traceBudget};
    QHash<quint64, int> m_flags;
    quint64 m_begin = 0; // rows before it were cleared
    quint64 m_end = 0;
};

} // namespace gatehouse
