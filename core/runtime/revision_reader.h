// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/runtime/project.h"

namespace gatehouse {

// A snapshot as a configuration.
struct ReadRevision {
    Config config;     // rows that are there now have the id they have now
    Kept missing = {}; // how the secrets are named that nobody knows any more

    // Their names, sorted.
    [[nodiscard]] QStringList missingNames() const;
};

// Reads snapshots. They have no secrets: a row that is there now has the one it has now, and so has what its snapshot
// calls by the same name; what the environment knows comes next. Thread: any; making one takes as long as a save.
// Registry and clock must outlive it.
class RevisionReader
{
public:
    struct Present {
        Config config;
        std::function<PreparedSave()> snapshot; // of the same
        Environment environment;
    };

    RevisionReader(const SchemaRegistry &registry, const Clock &clock, const Present &present);

    [[nodiscard]] Result<ReadRevision> read(const QByteArray &text) const;
    // What stands at the place of a project (project_files.h), with the same secrets.
    [[nodiscard]] Result<ReadRevision> readPlace(const QString &place) const;

    [[nodiscard]] const SchemaRegistry &registry() const noexcept { return m_registry; }

private:
    [[nodiscard]] Environment known() const;
    [[nodiscard]] ReadRevision recognised(const OpenedFile &opened) const;
    [[nodiscard]] std::optional<QString> valueOf(const QString &name) const;
    void takePresentSecrets(OpenedFile &file) const;
    [[nodiscard]] Kept missingOf(const OpenedFile &file) const;

    const SchemaRegistry &m_registry;
    const Clock &m_clock;
    Config m_present;
    Environment m_environment;
    QHash<QString, QString> m_byName;
};

} // namespace gatehouse
