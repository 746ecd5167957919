// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/record_schema.h"

namespace gatehouse {

// Tables that Kong's schema API and declarative format know, but that only mean something with a database: workspaces,
// parameters, tags and clustering_data_planes. Thread: any.
[[nodiscard]] QList<RecordSchema> databaseTableSchemas();

} // namespace gatehouse
