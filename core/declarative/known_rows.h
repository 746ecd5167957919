// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/declarative/declarative_loader.h"

namespace gatehouse {

// Whether an id that a file writes itself gives way to the one the same row has already.
enum class WrittenIds { Stay, GiveWay };

// A file that was read, with its rows as the known ones: a row that has the id of a known row, or its unique name or
// key, is that row, with its id - the id of a credential is drawn anew at every reading - and, where it says the same,
// its times. What refers to it follows. Thread: any.
[[nodiscard]] OpenedFile
withKnownRows(const SchemaRegistry &registry, const Config &known, const OpenedFile &file, WrittenIds writtenIds);

} // namespace gatehouse
