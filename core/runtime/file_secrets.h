// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/declarative/environment.h"
#include "core/secrets/secret_sources.h"
#include "core/secrets/secret_store.h"

#include <QSet>

namespace gatehouse {

// What files that are not the project mean by their placeholders.
struct FileSecrets {
    Environment environment;
    QSet<QString> stored; // names whose values are in the store and nowhere else
};

// For a file whose names are to be asked of the store, whatever comes from elsewhere.
[[nodiscard]] inline bool isKnownNowhere(const QString &)
{
    return false;
}

// Whether the store has to be asked for what a file names, but for what comes from elsewhere (`isKnown`).
[[nodiscard]] bool asksTheStore(const QString &place, const std::function<bool(const QString &)> &isKnown);

// Looks for what files ask for as a gateway without a window does: in the sources, then in the store, each file under
// the names of its folder; a name means what the first of them means. The environment does not know what nobody has.
// Thread: control; the answer comes at once when the store has not to be asked. The store must outlive it.
void readFileSecrets(QStringList places,
                     const SecretSources &sources,
                     SecretStore &store,
                     const std::function<void(const FileSecrets &)> &done);

} // namespace gatehouse
