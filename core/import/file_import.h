// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/declarative/declarative_loader.h"

namespace gatehouse {

// The files that names stand for, in the order in which they are read.
[[nodiscard]] QStringList filesToImport(const QStringList &names);

// What an imported file says of these placeholders is forgotten: their rows hold the values, which are kept wherever
// the project keeps its own.
[[nodiscard]] Kept withoutPlaceholders(Kept kept, const QSet<QString> &names);

// Reads kong.yml, files of decK or OpenAPI descriptions, by content; several files and folders (every .yml, .yaml and
// .json below them) are one configuration, their lists one after the other, as decK reads them. Problems of a single
// file have their place in it; those of several have the path only, as rows may refer to rows of another file.
// Thread: any.
Result<OpenedFile>
importFiles(const DeclarativeLoader &loader, const QStringList &names, const Environment &environment);

} // namespace gatehouse
