// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/record_schema.h"

namespace gatehouse {

// Kong's `filter_chains` (kong/db/schema/entities/filter_chains.lua). Gatehouse runs no WebAssembly: the table exists
// so that documents are refused with Kong's words. Thread: any.
[[nodiscard]] RecordSchema filterChainSchema();

} // namespace gatehouse
