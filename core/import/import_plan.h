// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/declarative/declarative_loader.h"
#include "core/model/change.h"

namespace gatehouse {

// Merge: what is imported is added to the configuration or takes the place of the same row - the same id, name or key.
// Replace: it takes the place of everything.
enum class ImportMode { Merge, Replace };

// What the project would be after an import, and by which edits: for a preview, and to be applied as one step.
struct ImportPlan {
    OpenedFile file;
    Change change;
};

// Thread: any (reads its own copies).
[[nodiscard]] ImportPlan planImport(const SchemaRegistry &registry,
                                    const Config &current,
                                    const Kept &kept,
                                    const OpenedFile &imported,
                                    ImportMode mode);

} // namespace gatehouse
