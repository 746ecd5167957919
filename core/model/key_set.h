// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/record_schema.h"

namespace gatehouse {

// Kong's `key_sets` and `keys` (kong/db/schema/entities/key_sets.lua, keys.lua). Thread: any.
[[nodiscard]] RecordSchema keySetSchema();
[[nodiscard]] RecordSchema keySchema();

} // namespace gatehouse
