// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/entity_rules.h"

namespace gatehouse {

// Kong's `certificates` and `snis` (kong/db/schema/entities/certificates.lua, snis.lua). Thread: any.
[[nodiscard]] RecordSchema certificateSchema();
[[nodiscard]] RecordSchema sniSchema();

// kong/db/dao/certificates.lua: the list `snis` of a certificate stands for rows of the table snis.
[[nodiscard]] EntityRules certificateRules();

} // namespace gatehouse
