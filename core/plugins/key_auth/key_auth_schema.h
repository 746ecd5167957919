// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/schema_registry.h"

namespace gatehouse {

// The configuration of the plugin (kong/plugins/key-auth/schema.lua). Thread: any.
[[nodiscard]] PluginSchema keyAuthPluginSchema();

// Its credentials: keyauth_credentials (kong/plugins/key-auth/daos.lua).
[[nodiscard]] RecordSchema keyAuthCredentialSchema();

} // namespace gatehouse
