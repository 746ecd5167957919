// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/file_secrets.h"

#include "core/runtime/project_files.h"
#include "core/runtime/project_secrets.h"

#include <algorithm>

namespace gatehouse {

namespace {

struct Reading {
    SecretSources sources;
    SecretStore &store;
    std::function<void(const FileSecrets &)> done;
};

void readNext(QStringList places, const QMap<QString, QString> &values, const Reading &reading)
{
    const auto isKnown = [values, sources = reading.sources](const QString &name) {
        return values.contains(name) || sources.find(name).has_value();
    };
    while (!places.isEmpty() && !asksTheStore(places.first(), isKnown))
        places.removeFirst();
    if (places.isEmpty()) {
        const auto environment = [values, sources = reading.sources](const QString &name) {
            const auto given = sources.find(name);
            const auto value = values.constFind(name);
            return given || value == values.constEnd() ? given : std::optional(*value);
        };
        reading.done({environment, QSet<QString>(values.keyBegin(), values.keyEnd())});
        return;
    }
    const QString place = places.takeFirst();
    const auto secrets = std::make_shared<ProjectSecrets>(reading.store);
    secrets->load(place, isKnown, [places, values, secrets, reading](const Result<> &) {
        QMap<QString, QString> all = secrets->values();
        all.insert(values);
        readNext(places, all, reading);
    });
}

} // namespace

bool asksTheStore(const QString &place, const std::function<bool(const QString &)> &isKnown)
{
    QStringList names = placeholderNames(textAt(place));
    names.removeIf(isKnown);
    const QStringList kept = names.isEmpty() ? names : ProjectSecrets::namesBeside(place);
    return std::any_of(names.begin(), names.end(), [&kept](const QString &name) { return kept.contains(name); });
}

void readFileSecrets(QStringList places,
                     const SecretSources &sources,
                     SecretStore &store,
                     const std::function<void(const FileSecrets &)> &done)
{
    readNext(std::move(places), {}, {sources, store, done});
}

} // namespace gatehouse
