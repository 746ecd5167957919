// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>

#include <string>

namespace gatehouse {

// The entity as it stands in a log record: without null fields, foreign keys as {"id"}, and with the workspace's id
// (kong/pdk/log.lua). Compact JSON, slashes escaped as Kong's encoder does.
[[nodiscard]] std::string logObject(const QJsonObject &entity);

} // namespace gatehouse
