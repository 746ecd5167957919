// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/journal.h"

#include "core/base/logging.h"
#include "core/base/uuid.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

// The first line says whose it is; the rest is the configuration.
QByteArray headLine(const QString &fileName)
{
    const QJsonObject head{{u"file"_s, fileName}, {u"time"_s, QDateTime::currentDateTimeUtc().toString(Qt::ISODate)}};
    return QJsonDocument(head).toJson(QJsonDocument::Compact) + '\n';
}

std::optional<LeftBehind> readJournal(const QString &journalFile)
{
    QFile file(journalFile);
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    const QJsonObject head = QJsonDocument::fromJson(file.readLine()).object();
    if (head.isEmpty())
        return std::nullopt;
    return LeftBehind{journalFile, head.value("file"_L1).toString(),
                      QDateTime::fromString(head.value("time"_L1).toString(), Qt::ISODate), file.readAll()};
}

QString lockName(const QString &journalFile)
{
    return journalFile + u".lock"_s;
}

} // namespace

Journal::Journal(Project &project, const QString &folder, QObject *parent)
    : QObject(parent)
    , m_project(project)
    , m_folder(folder)
{
    m_writer.setMaxThreadCount(1); // the last text written is the newest
    m_soon.setSingleShot(true);
    m_soon.setInterval(pause);
    connect(&m_soon, &QTimer::timeout, this, &Journal::writeNow);
    connect(&project.store(), &ConfigStore::changed, this, &Journal::follow);
    connect(&project, &Project::modifiedChanged, this, &Journal::follow);
}

Journal::~Journal()
{
    m_writer.waitForDone();
}

QString Journal::defaultFolder()
{
    const QString state = qEnvironmentVariable("XDG_STATE_HOME");
    const QString home = QStandardPaths::writableLocation(QStandardPaths::HomeLocation);
    return (state.isEmpty() ? home + u"/.local/state"_s : state) + u"/gatehouse/journal"_s;
}

void Journal::follow()
{
    if (m_project.isModified())
        m_soon.start();
    else
        clear();
}

bool Journal::ownFile()
{
    if (m_lock)
        return true;
    if (!QDir().mkpath(m_folder))
        return false;
    QFile::setPermissions(m_folder, QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner);
    m_fileName = m_folder + u'/' + randomUuid() + u".journal"_s;
    m_lock = std::make_unique<QLockFile>(lockName(m_fileName));
    m_lock->setStaleLockTime(0); // held as long as its process lives
    return m_lock->tryLock(0);
}

void Journal::writeNow()
{
    m_soon.stop();
    if (!m_project.isModified())
        return;
    if (!ownFile()) {
        qCWarning(lcConfig, "Cannot keep a journal of unsaved changes in %s.", qUtf8Printable(m_folder));
        return;
    }
    m_writer.start([text = m_project.textMaker(), head = headLine(m_project.fileName()), file = m_fileName] {
        if (const Result<> saved = saveFile(file, head + text()); !saved)
            qCWarning(lcConfig, "%s", qUtf8Printable(saved.error().message));
    });
}

void Journal::clear()
{
    m_soon.stop();
    m_writer.waitForDone();
    if (!m_fileName.isEmpty())
        QFile::remove(m_fileName);
}

std::optional<LeftBehind> Journal::leftBehind() const
{
    const QFileInfoList files = QDir(m_folder).entryInfoList({u"*.journal"_s}, QDir::Files, QDir::Time);
    for (const QFileInfo &file : files) {
        QLockFile lock(lockName(file.filePath()));
        lock.setStaleLockTime(0);
        if (file.filePath() == m_fileName || !lock.tryLock(0))
            continue;
        if (const auto left = readJournal(file.filePath()))
            return left;
    }
    return std::nullopt;
}

void Journal::discard(const LeftBehind &left)
{
    QFile::remove(left.journalFile);
    QFile::remove(lockName(left.journalFile));
}

} // namespace gatehouse
