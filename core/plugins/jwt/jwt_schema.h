// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/schema_registry.h"

namespace gatehouse {

// The configuration of the plugin (kong/plugins/jwt/schema.lua). Thread: any.
[[nodiscard]] PluginSchema jwtPluginSchema();

// Its credentials: jwt_secrets (kong/plugins/jwt/daos.lua).
[[nodiscard]] RecordSchema jwtSecretSchema();

} // namespace gatehouse
