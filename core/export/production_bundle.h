// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/declarative/declarative_loader.h"
#include "core/export/document_export.h"

namespace gatehouse {

// One file of a bundle.
struct BundleFile {
    QString name;
    QByteArray text;
    FileAccess access = FileAccess::Shared;
};

// Everything that runs the exported configuration in a Kong 3.9 of its own: kong.yml, docker-compose.yml, .env.example
// and README.md. The Admin API is not reachable from outside the container. Thread: any.
[[nodiscard]] QList<BundleFile> productionBundle(const ExportedDocument &document);

enum class Overwrite { No, Yes };

// Writes into a folder, which is made when it is missing. With Overwrite::No nothing is written when one of the files
// is there already (Conflict).
Result<> saveBundle(const QString &folder, const QList<BundleFile> &files, Overwrite overwrite);

} // namespace gatehouse
