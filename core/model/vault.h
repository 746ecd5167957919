// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/record_schema.h"

namespace gatehouse {

// Kong's `vaults` (kong/db/schema/entities/vaults.lua) and the config of the one vault type, `env`. Thread: any.
[[nodiscard]] RecordSchema vaultSchema();
[[nodiscard]] RecordSchema envVaultSchema();

} // namespace gatehouse
