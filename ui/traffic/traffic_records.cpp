// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/traffic/traffic_records.h"

namespace gatehouse {

void TrafficRecords::add(const TrafficRecord &record, std::string_view trace)
{
    if (m_rows.size() < capacity)
        m_rows.push_back(record);
    else
        m_rows[m_end % capacity] = record;
    m_traces.add(trace);
    ++m_end;
}

void TrafficRecords::announceFrom(quint64 first)
{
    if (m_end != first)
        emit appended(std::max(first, begin()), m_end);
}

void TrafficRecords::setFlag(quint64 sequence, int flag)
{
    if (flag == 0)
        m_flags.remove(sequence);
    else
        m_flags.insert(sequence, flag);
    emit flagged(sequence);
}

void TrafficRecords::append(const std::vector<TrafficRecord> &records)
{
    const quint64 first = m_end;
    for (const TrafficRecord &record : records)
        add(record, {});
    announceFrom(first);
}

void TrafficRecords::clear()
{
    m_begin = m_end;
    m_traces.clear();
    m_flags.clear();
    emit cleared();
}

} // namespace gatehouse
