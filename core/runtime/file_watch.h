// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QFileSystemWatcher>
#include <QObject>
#include <QString>
#include <QTimer>

namespace gatehouse {

// Tells when the content of a project's file, or files, is no longer the one that was read or written here, or a folder
// has other files. Editors replace files as often
// as they write them, and some file systems tell nothing: check() looks itself.
// Thread: control. Lives as long as the project.
class FileWatch : public QObject
{
    Q_OBJECT
public:
    explicit FileWatch(QObject *parent = nullptr);

    // From now on the content on disk is the known one; an empty name watches nothing.
    void watch(const QString &place); // see project_files.h
    void check();
    // Takes what is on disk as known.
    void accept();

signals:
    void changed();

private:
    [[nodiscard]] QByteArray digest() const; // empty: no file can be read
    void follow();

    QFileSystemWatcher m_watcher;
    QTimer m_settled; // writers need a moment between truncating and the last byte
    QString m_place;
    QByteArray m_known;
    QByteArray m_told;
};

} // namespace gatehouse
