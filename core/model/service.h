// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/record_schema.h"

namespace gatehouse {

// Kong's `services` (kong/db/schema/entities/services.lua). Thread: any.
[[nodiscard]] RecordSchema serviceSchema();

} // namespace gatehouse
