// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/secrets/private_file.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QSaveFile>

namespace gatehouse {

namespace {

constexpr qint64 largestFile = 16 * 1024 * 1024; // bytes; secrets are small, a device file has no end

constexpr QFileDevice::Permissions ofOthers = QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ExeGroup |
                                              QFileDevice::ReadOther | QFileDevice::WriteOther | QFileDevice::ExeOther;

Error ioError(const char *text, const QString &fileName, const QString &why)
{
    return {ErrorKind::Io, QCoreApplication::translate("secrets", text).arg(fileName, why)};
}

} // namespace

Result<QByteArray> readPrivateFile(const QString &fileName)
{
    QFile file(fileName);
    if (!file.exists())
        return Error{ErrorKind::NotFound, QCoreApplication::translate("secrets", "There is no %1.").arg(fileName)};
    if (!file.open(QIODevice::ReadOnly))
        return ioError(QT_TRANSLATE_NOOP("secrets", "Cannot read %1: %2"), fileName, file.errorString());
    // Asked of the opened file, so that nobody can put another in its place meanwhile.
    if (file.permissions() & ofOthers) {
        const QString text = QCoreApplication::translate(
            "secrets", "%1 holds secrets and others may read it; allow its owner alone (chmod 600).");
        return Error{ErrorKind::Denied, text.arg(fileName)};
    }
    return file.read(largestFile);
}

Result<> writePrivateFile(const QString &fileName, const QByteArray &content)
{
    const QString folder = QFileInfo(fileName).absolutePath();
    if (!QFileInfo::exists(folder)) {
        if (!QDir().mkpath(folder))
            return ioError(QT_TRANSLATE_NOOP("secrets", "Cannot write %1: %2"), fileName,
                           QCoreApplication::translate("secrets", "no such folder"));
        QFile::setPermissions(folder, QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner);
    }
    QSaveFile file(fileName);
    const bool isReady =
        file.open(QIODevice::WriteOnly) && file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    if (!isReady || file.write(content) != content.size() || !file.commit())
        return ioError(QT_TRANSLATE_NOOP("secrets", "Cannot write %1: %2"), fileName, file.errorString());
    return {};
}

} // namespace gatehouse
