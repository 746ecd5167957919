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

    // What the file means by a name, by what was read last.
    [[nodiscard]] std::optional<QString> find(const QString &name) const;

    [[nodiscard]] const QMap<QString, QString> &values() const noexcept { return m_values; }

    // Values that are newer than those of the store: the next keep() puts them there.
    void addUnsaved(const QMap<QString, QString> &values) { m_values.insert(values); }

    // Whether values are known that the store has not; the next keep() puts them there.
    [[nodiscard]] bool isBehind() const { return m_stored.isEmpty() && !m_values.isEmpty(); }

    [[nodiscard]] bool keepsSecrets() const noexcept { return m_settings.keepsSecrets; }

    // Names of the folder of the file at hand.
    [[nodiscard]] QStringList names() const { return m_settings.secrets.keys(); }

    // Keeps the secrets of a file about to be written; what the file on disk means stays beside them until settle().
    // Nothing is changed when that fails. settle() or takeBack() follows.
    void keep(const QString &projectFile, const PreparedSave &prepared, const Done &done);
    // The file is written: what its secrets were before is removed from the store.
    void settle();
    // It could not be: everything is as it was before keep().
    void takeBack();

    // Keeps values by name for whoever opens the project next.
    void set(const QString &projectFile, const QMap<QString, QString> &values, const Done &done);

    // Names that the folder of a file knows already.
    [[nodiscard]] static QStringList namesBeside(const QString &projectFile);

    // Those of them that no file of the folder asks for, as their rows were deleted. The error names a file that
    // cannot be read: it might.
    [[nodiscard]] static Result<QStringList> unusedNames(const QString &projectFile);

    // Removes secrets from the store, and their names from the folder, if they are unused now. What is still known here
    // goes back into the store with the next keep() of a file that asks for it.
    void removeUnused(const QString &projectFile, const QStringList &names, const Done &done);

private:
    // What keep() has changed, until it is certain.
    struct Step {
        QString projectFile;
        std::optional<QByteArray> settingsText; // as the file was; nothing: there was none
        ProjectSettings before;
        QMap<QString, QString> storedBefore;
        QStringList added; // keys
        QStringList replaced;
    };

    struct Write {
        ProjectSettings settings;
        QMap<QString, QString> values; // by name
        QStringList added;             // keys nobody used before
        QStringList replaced;          // keys
    };

    [[nodiscard]] QMap<QString, QString> valuesOf(const PreparedSave &prepared) const;
    [[nodiscard]] Result<Write> plan(const QString &projectFile, const PreparedSave &prepared) const;
    void write(const QString &projectFile, const Write &what, const Done &done);
    [[nodiscard]] Result<> finishWrite(const QString &projectFile, const Write &what);
    [[nodiscard]] Result<> forget(const QString &projectFile, const QStringList &names);

    SecretStore &m_store;
    ProjectSettings m_settings;      // of the file at hand
    QMap<QString, QString> m_values; // by name, what the text means
    QMap<QString, QString> m_stored; // by name, what the store has
    Step m_step;
};

} // namespace gatehouse
