// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/runtime/project.h"
#include "core/runtime/project_settings.h"
#include "core/secrets/secret_store.h"

namespace gatehouse {

// The secrets of the opened project: reads what its file names from the store before the file is read, and puts secrets
// into the store before the file is written. The values stay in memory, so that reading a file again never waits.
// Thread: control, with an event loop. The store must outlive it.
class ProjectSecrets : public QObject
{
    Q_OBJECT
public:
    using Done = SecretStore::Done;

    explicit ProjectSecrets(SecretStore &store, QObject *parent = nullptr);

    // Reads the secrets the file names, but for those that come from elsewhere (`isKnown`). The error names those that
    // could not be read; one that is not there is no error here.
    void load(const QString &projectFile, const std::function<bool(const QString &)> &isKnown, const Done &done);

    [[nodiscard]] std::optional<QString> find(const QString &name) const;

    // Keeps the secrets of a file about to be written. Nothing is written to it, nor forgotten, when that fails.
    void keep(const QString &projectFile, const PreparedSave &prepared, const Done &done);

    // Keeps values by name for whoever opens the project next.
    void set(const QString &projectFile, const QMap<QString, QString> &values, const Done &done);

    // Names that the folder of a file knows already.
    [[nodiscard]] static QStringList namesBeside(const QString &projectFile);

private:
    [[nodiscard]] Result<ProjectSettings> settingsFor(const QString &projectFile) const;
    void write(const QString &projectFile,
               const ProjectSettings &settings,
               const QMap<QString, QString> &values,
               const Done &done);

    SecretStore &m_store;
    ProjectSettings m_settings;
    QMap<QString, QString> m_values; // by name
};

} // namespace gatehouse
