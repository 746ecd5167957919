// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/record_schema.h"

namespace gatehouse {

// Kong's `routes` with one subschema per protocol family (kong/db/schema/entities/routes.lua,
// routes_subschemas.lua). Thread: any.
[[nodiscard]] RecordSchema routeSchema();

} // namespace gatehouse
