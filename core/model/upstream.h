// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/record_schema.h"

namespace gatehouse {

// Kong's `upstreams` (kong/db/schema/entities/upstreams.lua). Thread: any.
[[nodiscard]] RecordSchema upstreamSchema();

} // namespace gatehouse
