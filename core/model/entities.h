// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/schema_registry.h"

namespace gatehouse {

// The schemas of Kong's core entities (services, routes, consumers, plugins, upstreams, targets, certificates, snis,
// ca_certificates, vaults, key_sets, keys, filter_chains) and of those only a database has. Thread: any.
void addCoreEntities(SchemaRegistry &registry);

} // namespace gatehouse
