// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/schema_registry.h"

#include <memory>

namespace gatehouse {

// The registry of this program: the core entities, every bundled plugin and the entities those plugins bring.
[[nodiscard]] std::shared_ptr<const SchemaRegistry> makeSchemaRegistry();

} // namespace gatehouse
