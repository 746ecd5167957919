// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/balancing/upstream_settings.h"

#include <QJsonObject>

namespace gatehouse {

class Config;

// An upstream with its targets as balancing wants it. Pure functions; thread: any.
[[nodiscard]] UpstreamSettings upstreamSettings(const Config &config, const QJsonObject &upstream);

// A service's host name without an upstream: its addresses take turns.
[[nodiscard]] UpstreamSettings hostSettings(const std::string &host, std::uint16_t port);

} // namespace gatehouse
