// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/journal.h"

#include "core/base/logging.h"
#include "core/base/uuid.h"
#include "core/runtime/state_folder.h"
#include "core/secrets/encrypted_file.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

QJsonObject headOf(const QString &fileName)
{
    return {{u"file"_s, fileName}, {u"time"_s, QDateTime::currentDateTimeUtc().toString(Qt::ISODate)}};
}

QByteArray sealed(const QList<SetAside> &secrets, const QByteArray &key)
{
    if (secrets.isEmpty() || key.isEmpty())
        return {};
    SecretMap values;
    for (const SetAside &secret : secrets)
        values.insert(secret.name, secret.value.toUtf8());
    const Result<QByteArray> bytes = sealSecrets(values, key);
    return bytes ? *bytes : QByteArray();
}

// The first line says whose it is, has what is encrypted, and of several files how long each is; the rest is the
// configuration.
QByteArray contentOf(QJsonObject head, const PreparedSave &save, const QByteArray &key)
{
    if (const QByteArray secrets = sealed(save.secrets, key); !secrets.isEmpty())
        head.insert(u"secrets"_s, QString::fromLatin1(secrets.toBase64()));
    QJsonArray files;
    QByteArray texts;
    for (const FileText &each : save.files) {
        files.append(QJsonObject{{u"name"_s, each.name}, {u"size"_s, each.text.size()}});
        texts += each.text;
    }
    if (!files.isEmpty())
        head.insert(u"files"_s, files);
    return QJsonDocument(head).toJson(QJsonDocument::Compact) + '\n' + (files.isEmpty() ? save.text : texts);
}

std::optional<LeftBehind> readJournal(const QString &journalFile)
{
    QFile file(journalFile);
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    const QJsonObject head = QJsonDocument::fromJson(file.readLine()).object();
    if (head.isEmpty())
        return std::nullopt;
    LeftBehind left{journalFile,
                    head.value("file"_L1).toString(),
                    QDateTime::fromString(head.value("time"_L1).toString(), Qt::ISODate),
                    {},
                    QByteArray::fromBase64(head.value("secrets"_L1).toString().toLatin1())};
    const QJsonArray files = head.value("files"_L1).toArray();
    for (const QJsonValue &each : files) {
        const qint64 size = each.toObject().value("size"_L1).toInteger(-1);
        if (size < 0 || size > file.bytesAvailable())
            return std::nullopt;
        left.files.append({each.toObject().value("name"_L1).toString(), file.read(size)});
    }
    left.text = file.readAll();
    return left;
}

QString lockName(const QString &journalFile)
{
    return journalFile + u".lock"_s;
}

} // namespace

Result<QMap<QString, QString>> unsealUnsaved(const LeftBehind &left, const QByteArray &key)
{
    return unsealTexts(left.sealed, key);
}

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
    return stateFolder(u"journal"_s);
}

void Journal::setKey(const QByteArray &key)
{
    m_key = key;
    follow();
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
    m_writer.start([make = m_project.saveMaker(), head = headOf(m_project.fileName()), file = m_fileName, key = m_key] {
        if (const Result<> saved = saveFile(file, contentOf(head, make(), key)); !saved)
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
