// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/schema_registry.h"

namespace gatehouse {

// The configuration of the plugin (kong/plugins/acl/schema.lua). Thread: any.
[[nodiscard]] PluginSchema aclPluginSchema();

// The groups of consumers: acls (kong/plugins/acl/daos.lua).
[[nodiscard]] RecordSchema aclGroupSchema();

} // namespace gatehouse
