// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/schema_registry.h"

namespace gatehouse {

// The configuration of the plugin (kong/plugins/file-log/schema.lua). Thread: any.
[[nodiscard]] PluginSchema fileLogPluginSchema();

} // namespace gatehouse
