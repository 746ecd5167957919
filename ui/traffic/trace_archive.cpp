// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/traffic/trace_archive.h"

namespace gatehouse {

void TraceArchive::add(std::string_view trace)
{
    m_traces.emplace_back(trace.data(), static_cast<qsizetype>(trace.size()));
    m_size += m_traces.back().size() + overhead;
    while (m_size > m_budget && !m_traces.empty()) {
        m_size -= m_traces.front().size() + overhead;
        m_traces.pop_front();
        ++m_first;
    }
}

std::optional<QByteArray> TraceArchive::find(quint64 sequence) const
{
    if (sequence < m_first || sequence - m_first >= m_traces.size())
        return std::nullopt;
    return m_traces[sequence - m_first];
}

void TraceArchive::clear()
{
    m_first += m_traces.size();
    m_traces.clear();
    m_size = 0;
}

} // namespace gatehouse
