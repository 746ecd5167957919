// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/traffic/traffic_store.h"

#include <chrono>

namespace gatehouse {

using namespace std::chrono_literals;

TrafficStore::TrafficStore(Gateway &gateway, QObject *parent)
    : TrafficRecords(parent)
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
    const quint64 first = end();
    m_gateway.drainTraffic([this](const TrafficRecord &record, std::string_view trace) { add(record, trace); });
    announceFrom(first);
}

} // namespace gatehouse
