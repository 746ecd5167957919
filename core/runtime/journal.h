// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/runtime/project.h"

#include <QDateTime>
#include <QLockFile>
#include <QObject>
#include <QThreadPool>
#include <QTimer>

#include <memory>
#include <optional>

namespace gatehouse {

// Unsaved changes that a run which is no more has left behind.
struct LeftBehind {
    QString journalFile;
    QString fileName;           // of the project; empty: it was never saved
    QDateTime time;             // of its last edit
    QByteArray text;            // the whole configuration, as it would have been saved
    QByteArray sealed = {};     // secrets that its placeholders name and no keychain has (unsealUnsaved()); empty: none
    QList<FileText> files = {}; // instead of the text, of a project of several files
};

// The secrets of a journal by name. ErrorKind::Denied: another key.
[[nodiscard]] Result<QMap<QString, QString>> unsealUnsaved(const LeftBehind &left, const QByteArray &key);

// Keeps what is not saved where a crash cannot take it: one private file for each running window, written a second
// after each edit, removed when nothing is unsaved. It holds what the saved file would hold, and no more: where that
// names its secrets, those that are not saved yet are beside it, encrypted with a key that the keychain has. Without
// the key they are left out.
// Thread: control; the text is made and written on a thread of its own. The project must outlive it.
class Journal : public QObject
{
    Q_OBJECT
public:
    Journal(Project &project, const QString &folder, QObject *parent = nullptr);
    ~Journal() override;

    // $XDG_STATE_HOME/gatehouse/journal
    [[nodiscard]] static QString defaultFolder();

    // The newest journal whose program is gone.
    [[nodiscard]] std::optional<LeftBehind> leftBehind() const;
    static void discard(const LeftBehind &left);

    // Encrypts the unsaved secrets from now on; empty: there is no key.
    void setKey(const QByteArray &key);

    // What is unsaved is kept without waiting; for the end of a session that nobody answers for.
    void writeNow();
    // Nothing is unsaved any more, or it may be lost.
    void clear();

    static constexpr std::chrono::seconds pause{1};

private:
    void follow();
    [[nodiscard]] bool ownFile();

    Project &m_project;
    QString m_folder;
    QString m_fileName;
    QByteArray m_key;
    std::unique_ptr<QLockFile> m_lock; // held while this run lives; made with the first edit
    QTimer m_soon;
    QThreadPool m_writer;
};

} // namespace gatehouse
