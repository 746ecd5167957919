// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/schema_registry.h"

namespace gatehouse {

// Kong's bundled plugins that Gatehouse describes, checks and passes on but does not run, and the entities they bring
// (kong/plugins/*/schema.lua, daos.lua). Thread: any.
[[nodiscard]] QList<PluginSchema> authenticationPluginSchemas();
[[nodiscard]] QList<RecordSchema> authenticationEntitySchemas();
[[nodiscard]] QList<PluginSchema> securityPluginSchemas();
[[nodiscard]] PluginSchema acmePluginSchema();
[[nodiscard]] RecordSchema acmeStorageSchema();
[[nodiscard]] QList<PluginSchema> trafficPluginSchemas();
[[nodiscard]] QList<PluginSchema> transformationPluginSchemas();
[[nodiscard]] QList<PluginSchema> serverlessPluginSchemas();
[[nodiscard]] QList<PluginSchema> loggingPluginSchemas();
[[nodiscard]] QList<PluginSchema> metricsPluginSchemas();
[[nodiscard]] QList<PluginSchema> tracingPluginSchemas();
[[nodiscard]] QList<PluginSchema> aiPluginSchemas();

} // namespace gatehouse
