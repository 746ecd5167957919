// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/file_watch.h"

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

void FileWatch::watch(const QString &fileName)
{
    const QStringList before = m_watcher.files() + m_watcher.directories();
    if (!before.isEmpty())
        m_watcher.removePaths(before);
    m_fileName = fileName;
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
    if (m_fileName.isEmpty())
        return;
    if (!m_watcher.files().contains(m_fileName) && QFile::exists(m_fileName))
        m_watcher.addPath(m_fileName);
    if (m_watcher.directories().isEmpty())
        m_watcher.addPath(QFileInfo(m_fileName).absolutePath());
}

void FileWatch::check()
{
    if (m_fileName.isEmpty())
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
    QFile file(m_fileName);
    if (m_fileName.isEmpty() || !file.open(QIODevice::ReadOnly))
        return {};
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(&file);
    return hash.result();
}

} // namespace gatehouse
