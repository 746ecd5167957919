// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/entity_rules.h"

namespace gatehouse {

// Kong's `plugins`: one plugin attached globally or to a service, route or consumer
// (kong/db/schema/entities/plugins.lua). Plugins add their subschemas through SchemaRegistry::addPlugin(). Thread: any.
[[nodiscard]] RecordSchema pluginEntrySchema();

// kong/db/dao/plugins.lua: a plugin must share a protocol with its route, or with a route of its service.
[[nodiscard]] EntityRules pluginEntryRules();

} // namespace gatehouse
