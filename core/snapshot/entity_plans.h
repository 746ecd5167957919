// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/snapshot/snapshot.h"

#include <QJsonObject>

namespace gatehouse {

class Config;

// Entities of a configuration as the data path wants them. Pure functions; thread: any.

[[nodiscard]] ServicePlan servicePlan(const QJsonObject &service);

// What the router compares (kong/router/transform.lua).
[[nodiscard]] routing::RouteRule routeRule(const QJsonObject &route);

[[nodiscard]] RoutePlan routePlan(const QJsonObject &route);

// Whether the route belongs to the HTTP proxy: stream protocols have no place in this router.
[[nodiscard]] bool isHttpRoute(const QJsonObject &route);

// Whether requests are routed to it: an HTTP route whose service is not disabled (kong/runloop/handler.lua).
[[nodiscard]] bool isRouted(const Config &config, const QJsonObject &route);

} // namespace gatehouse
