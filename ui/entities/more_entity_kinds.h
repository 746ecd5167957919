// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/entities/entity_columns.h"

// The kinds behind entityKindText() that are about upstreams, certificates, keys and vaults. Thread: any.
namespace gatehouse::entity_kinds {

[[nodiscard]] EntityKindText upstreams();
[[nodiscard]] EntityKindText certificates();
[[nodiscard]] EntityKindText caCertificates();
[[nodiscard]] EntityKindText keySets();
[[nodiscard]] EntityKindText keys();
[[nodiscard]] EntityKindText vaults();

} // namespace gatehouse::entity_kinds
