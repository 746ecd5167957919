// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/runtime/secret_keeper.h"

namespace gatehouse {

// Where a secret of the project is kept, as a short sentence beside its field. Thread: control.
[[nodiscard]] QString keptInText(SecretKeeper::Place place);

// What the status bar says while secrets are not kept beyond this run; empty when they are.
[[nodiscard]] QString openLockText(const SecretKeeper &secrets);

} // namespace gatehouse
