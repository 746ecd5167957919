// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/admin/route_table.h"

namespace gatehouse {

// The endpoints by topic; each function adds its own to the table. The order of the calls matters where one changes
// what another has generated: entities come first. Thread: control.

void addEntityEndpoints(RouteTable &routes, const SchemaRegistry &registry);      // kong/api/endpoints.lua
void addPluginEndpoints(RouteTable &routes, const SchemaRegistry &registry);      // routes/plugins.lua
void addConsumerEndpoints(RouteTable &routes, const SchemaRegistry &registry);    // routes/consumers.lua, acl/api.lua
void addCertificateEndpoints(RouteTable &routes, const SchemaRegistry &registry); // routes/certificates.lua, snis.lua
void addUpstreamEndpoints(RouteTable &routes, const SchemaRegistry &registry);    // routes/upstreams.lua, targets.lua
void addTagEndpoints(RouteTable &routes);                                         // routes/tags.lua
void addSchemaEndpoints(RouteTable &routes);                                      // routes/kong.lua
void addConfigEndpoint(RouteTable &routes);                                       // routes/config.lua
void addNodeEndpoints(RouteTable &routes); // routes/kong.lua, health.lua, cache.lua, debug.lua, clustering.lua

} // namespace gatehouse
