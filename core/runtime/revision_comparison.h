// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/row_changes.h"
#include "core/runtime/revision_reader.h"

#include <variant>

namespace gatehouse {

// One side of a comparison: a configuration as it is, the text of a snapshot, or what stands at a place.
struct PlaceOfFiles {
    QString place;
};

using ComparedSide = std::variant<Config, QByteArray, PlaceOfFiles>;

struct Comparison {
    ReadRevision from;
    ReadRevision to;
    QList<RowChange> changes;
};

// What turns one side into the other. `otherSecrets` are fields whose secrets changed between two snapshots, which the
// snapshots themselves do not tell (Revision::otherSecrets). Thread: any.
[[nodiscard]] Result<Comparison> compareSides(const RevisionReader &reader,
                                              const ComparedSide &from,
                                              const ComparedSide &to,
                                              const QStringList &otherSecrets);

} // namespace gatehouse
