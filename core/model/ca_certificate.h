// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/entity_rules.h"

namespace gatehouse {

// Kong's `ca_certificates` (kong/db/schema/entities/ca_certificates.lua). Thread: any.
[[nodiscard]] RecordSchema caCertificateSchema();

// kong/db/dao/ca_certificates.lua: one that a service still names cannot be removed.
[[nodiscard]] EntityRules caCertificateRules();

} // namespace gatehouse
