// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/record_schema.h"

namespace gatehouse {

// Kong's `consumers` (kong/db/schema/entities/consumers.lua). Thread: any.
[[nodiscard]] RecordSchema consumerSchema();

} // namespace gatehouse
