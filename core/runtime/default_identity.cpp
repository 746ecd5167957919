// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/default_identity.h"

#include "core/base/logging.h"

#include <QDir>
#include <QFile>
#include <QRandomGenerator>
#include <QStandardPaths>

#include <sys/stat.h>

#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>

#include <fcntl.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

struct Part {
    QLatin1StringView fileName;
    QByteArray net::TlsIdentity::*text;
};

constexpr std::array<Part, 4> parts{{
    {QLatin1StringView("default.crt"), &net::TlsIdentity::certificate},
    {QLatin1StringView("default.key"), &net::TlsIdentity::key},
    {QLatin1StringView("default-ecdsa.crt"), &net::TlsIdentity::alternativeCertificate},
    {QLatin1StringView("default-ecdsa.key"), &net::TlsIdentity::alternativeKey},
}};

Error systemError(const QString &what)
{
    return {ErrorKind::Io, u"%1: %2"_s.arg(what, qt_error_string(errno)), {}};
}

bool writeAll(int descriptor, const QByteArray &bytes)
{
    qsizetype written = 0;
    while (written < bytes.size()) {
        const ssize_t more =
            ::write(descriptor, bytes.constData() + written, static_cast<std::size_t>(bytes.size() - written));
        if (more < 0 && errno != EINTR)
            return false;
        written += std::max<ssize_t>(more, 0);
    }
    return ::fsync(descriptor) == 0;
}

// Under a name nobody can have prepared, then renamed: a key is never there in part, and never readable by others.
Result<> writeFile(const QString &path, const QByteArray &bytes)
{
    const QString draft = u"%1.%2"_s.arg(path).arg(QRandomGenerator::system()->generate64(), 0, 16);
    const QByteArray draftName = QFile::encodeName(draft);
    const int descriptor = ::open(draftName.constData(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (descriptor < 0)
        return systemError(u"Cannot write %1"_s.arg(draft));
    const bool isWritten = writeAll(descriptor, bytes);
    ::close(descriptor);
    if (isWritten && std::rename(draftName.constData(), QFile::encodeName(path).constData()) == 0)
        return {};
    const Error error = systemError(u"Cannot write %1"_s.arg(path));
    ::unlink(draftName.constData());
    return error;
}

Result<> makeFolder(const QString &folder)
{
    const QString parent = QDir(folder).filePath(u".."_s);
    const QByteArray name = QFile::encodeName(folder);
    const bool isThere =
        QDir().mkpath(QDir::cleanPath(parent)) && (::mkdir(name.constData(), 0700) == 0 || errno == EEXIST);
    if (!isThere || ::chmod(name.constData(), 0700) != 0)
        return systemError(u"Cannot make the folder %1"_s.arg(folder));
    return {};
}

Result<> save(const net::TlsIdentity &identity, const QString &folder)
{
    if (const Result<> made = makeFolder(folder); !made)
        return made;
    for (const Part &part : parts) {
        if (const Result<> written = writeFile(QDir(folder).filePath(part.fileName), identity.*part.text); !written)
            return written;
    }
    return {};
}

bool isKept(const QString &folder)
{
    return QFile::exists(QDir(folder).filePath(parts.front().fileName));
}

Result<net::TlsIdentity> load(const QString &folder)
{
    net::TlsIdentity identity;
    for (const Part &part : parts) {
        QFile file(QDir(folder).filePath(part.fileName));
        if (!file.open(QIODevice::ReadOnly))
            return Error{ErrorKind::Io, u"%1: %2"_s.arg(file.fileName(), file.errorString()), {}};
        identity.*part.text = file.read(1024 * 1024);
    }
    if (const Result<> usable = net::checkIdentity(identity); !usable)
        return usable.error();
    return identity;
}

} // namespace

QString defaultIdentityFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + u"/gatehouse/tls"_s;
}

Result<net::TlsIdentity> defaultIdentity(const QString &folder)
{
    if (isKept(folder)) {
        const Result<net::TlsIdentity> kept = load(folder);
        if (kept)
            return kept;
        qCWarning(lcProxy, "The default certificate is made anew. %s", qUtf8Printable(kept.error().message));
    }
    const Result<net::TlsIdentity> made = net::makeSelfSigned();
    if (!made)
        return made;
    if (const Result<> saved = save(*made, folder); !saved) {
        qCWarning(lcProxy, "The default certificate is not kept and will be another one after a restart. %s",
                  qUtf8Printable(saved.error().message));
    }
    return made;
}

} // namespace gatehouse
