// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/row_changes.h"

#include <QDateTime>
#include <QMap>

namespace gatehouse {

// What is known of a configuration that ran.
struct Revision {
    QString key; // names its snapshot; in the order of time
    quint64 number = 0;
    QDateTime time; // UTC
    Origin origin = Origin::User;
    QString summary; // of what it changed
    ChangeCounts counts = {};
    QStringList otherSecrets = {}; // fields it gave another secret, which no snapshot shows: "jwt_secrets/<id>/secret"
    bool isPinned = false;
    QString note = {}; // of one that is pinned

    bool operator==(const Revision &) const = default;
};

// The snapshots of one project: private files of plain YAML whose first line, a comment, is the Revision; without a
// folder they are in memory. Does NOT look for secrets: the texts have none.
// Thread: one at a time. Lives as long as its project is open; files that others add meanwhile are seen by list().
class RevisionFolder
{
public:
    explicit RevisionFolder(const QString &folder)
        : m_folder(folder)
    {
    }

    // From oldest to newest. What cannot be read is left out.
    [[nodiscard]] QList<Revision> list() const;
    // Without reading more than one file.
    [[nodiscard]] std::optional<Revision> newest() const;
    [[nodiscard]] Result<QByteArray> text(const QString &key) const;

    // Gives it a key of its own when that is taken or empty.
    Result<> add(Revision &revision, const QByteArray &text);
    // Another number or note.
    Result<> update(const Revision &revision);
    void remove(const QString &key);

private:
    struct Snapshot {
        Revision revision;
        QByteArray packed;
    };

    [[nodiscard]] QString fileOf(const QString &key) const;
    [[nodiscard]] QStringList keys() const;
    Result<> write(const Revision &revision, const QByteArray &text);

    QString m_folder;
    QMap<QString, Snapshot> m_inMemory;
};

} // namespace gatehouse
