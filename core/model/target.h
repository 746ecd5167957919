// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/entity_rules.h"

namespace gatehouse {

// Kong's `targets` (kong/db/schema/entities/targets.lua). Thread: any.
[[nodiscard]] RecordSchema targetSchema();

// kong/db/dao/targets.lua: targets are kept and shown as host:port.
[[nodiscard]] EntityRules targetRules();

// "host:port" with the default port 8000, or nothing when it is no address.
[[nodiscard]] std::optional<QString> formatTarget(const QString &target);

} // namespace gatehouse
