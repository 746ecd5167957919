// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/schema_registry.h"

namespace gatehouse {

// Every entity and plugin with all fields, types, defaults and rules as one Markdown page (resources/reference.md,
// `gatehousectl reference`). The same registry always gives the same text. Thread: any.
[[nodiscard]] QString referenceMarkdown(const SchemaRegistry &registry);

} // namespace gatehouse
