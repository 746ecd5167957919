// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/file_watch.h"

#include "core/runtime/project_files.h"

#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>

#include <chrono>

namespace gatehouse {

namespace {

constexpr std::chrono::milliseconds settleTime{100};

} // namespace

FileWatch::FileWatch(QObject *parent)
    : QObject(parent)
{
    m_settled.setSingleShot(true);
    m_settled.setInterval(settleTime);
    connect(&m_settled, &QTimer::timeout, this, &FileWatch::check);
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, &m_settled, qOverload<>(&QTimer::start));
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, &m_settled, qOverload<>(&QTimer::start));
}

void FileWatch::watch(const QString &place)
{
    const QStringList before = m_watcher.files() + m_watcher.directories();
    if (!before.isEmpty())
        m_watcher.removePaths(before);
    m_place = place;
    accept();
    follow();
}

void FileWatch::accept()
{
    m_known = digest();
    m_told = m_known;
}

// A file that was replaced is another one to the watcher; its directory tells of the new one.
void FileWatch::follow()
{
    if (m_place.isEmpty())
        return;
    const QStringList watched = m_watcher.files();
    for (const QString &file : filesAt(m_place)) {
        if (!watched.contains(file) && QFile::exists(file))
            m_watcher.addPath(file);
        const QString folder = QFileInfo(file).absolutePath();
        if (!m_watcher.directories().contains(folder))
            m_watcher.addPath(folder);
    }
    if (m_watcher.directories().isEmpty())
        m_watcher.addPath(folderAt(m_place));
}

void FileWatch::check()
{
    if (m_place.isEmpty())
        return;
    follow();
    const QByteArray now = digest();
    if (now.isEmpty() || now == m_told)
        return;
    m_told = now;
    if (now != m_known)
        emit changed();
}

QByteArray FileWatch::digest() const
{
    const bool isSeveral = hasSeveralFiles(m_place);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    bool isRead = false;
    for (const QString &name : filesAt(m_place)) {
        QFile file(name);
        if (!file.open(QIODevice::ReadOnly))
            continue;
        isRead = true;
        if (isSeveral)
            hash.addData(QByteArray(name.toUtf8() + '\n' + QByteArray::number(file.size()) + '\n'));
        hash.addData(&file);
    }
    return isRead ? hash.result() : QByteArray();
}

} // namespace gatehouse
