// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/traffic/traffic_store.h"

#include <chrono>

namespace gatehouse {

using namespace std::chrono_literals;

TrafficStore::TrafficStore(Gateway &gateway, QObject *parent)
    : QObject(parent)
    , m_gateway(gateway)
{
    m_gateway.setTrafficWatched(true);
    connect(&m_timer, &QTimer::timeout, this, &TrafficStore::collect);
    m_timer.start(50ms);
}

TrafficStore::~TrafficStore()
{
    m_gateway.setTrafficWatched(false);
}

void TrafficStore::collect()
{
    const quint64 first = m_end;
    m_gateway.drainTraffic([this](const TrafficRecord &record, std::string_view trace) {
        if (m_rows.size() < capacity)
            m_rows.push_back(record);
        else
            m_rows[m_end % capacity] = record;
        m_traces.add(trace);
        ++m_end;
    });
    if (m_end != first)
        emit appended(std::max(first, begin()), m_end);
}

void TrafficStore::clear()
{
    m_begin = m_end;
    m_traces.clear();
    emit cleared();
}

} // namespace gatehouse
