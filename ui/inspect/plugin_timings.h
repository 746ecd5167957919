// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/traffic/traffic_store.h"

#include <QHash>

namespace gatehouse {

// How long each plugin took, in ms, that 95 % of the last requests of a route were not above; by the plugin's name.
// Read from the traces (trace_text.h) of at most 200 requests; plugins that no request reached are not there. Names
// are those of TrafficRecord; without a consumer, anybody's requests. Thread: control.
[[nodiscard]] QHash<QString, double>
pluginTimings(const TrafficStore &store, const QString &route, const QString &consumer);

} // namespace gatehouse
