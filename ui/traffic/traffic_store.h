// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/runtime/gateway.h"
#include "ui/traffic/traffic_records.h"

#include <QTimer>

namespace gatehouse {

// The last requests that the gateway has finished. Takes what the workers recorded in batches, twenty times a second.
// Thread: control. Lives as long as the main window; the gateway must outlive it.
class TrafficStore : public TrafficRecords
{
    Q_OBJECT
public:
    explicit TrafficStore(Gateway &gateway, QObject *parent = nullptr);
    ~TrafficStore() override;

    // Requests that were served but not recorded because the window could not keep up.
    [[nodiscard]] quint64 dropped() const { return m_gateway.droppedTraffic(); }

    // Takes what has been recorded so far without waiting for the timer.
    void collect();

private:
    Gateway &m_gateway;
    QTimer m_timer;
};

} // namespace gatehouse
