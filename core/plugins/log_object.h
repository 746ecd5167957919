// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>

#include <string>

namespace gatehouse {

// Kong's router shows the workspace of services and routes; consumers come from its store without one.
enum class ShowWorkspace { Yes, No };

// The entity as it stands in a log record: without null fields, foreign keys as {"id"} (kong/pdk/log.lua). Compact
// JSON, slashes escaped as Kong's encoder does.
[[nodiscard]] std::string logObject(const QJsonObject &entity, ShowWorkspace workspace);

} // namespace gatehouse
