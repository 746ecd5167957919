// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/local_authority.h"

#include "core/secrets/private_file.h"

#include <QSslCertificate>
#include <QStandardPaths>
#include <QSysInfo>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

constexpr int validDays = 3650;

bool isValidNow(const QByteArray &certificate)
{
    const QSslCertificate read(certificate);
    return !read.isNull() && read.expiryDate() > QDateTime::currentDateTimeUtc();
}

QString keyFile(const QString &folder)
{
    return folder + u"/authority.key"_s;
}

} // namespace

QString localAuthorityFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + u"/gatehouse/authority"_s;
}

QString localAuthorityFile(const QString &folder)
{
    return folder + u"/authority.crt"_s;
}

Result<net::CertificateAndKey> localAuthority(const QString &folder)
{
    const Result<QByteArray> certificate = readPrivateFile(localAuthorityFile(folder));
    const Result<QByteArray> key = readPrivateFile(keyFile(folder));
    for (const Result<QByteArray> &file : {certificate, key}) {
        if (!file && file.error().kind != ErrorKind::NotFound)
            return file.error();
    }
    if (certificate && key && isValidNow(*certificate))
        return net::CertificateAndKey{*certificate, *key};
    const QString name = u"Gatehouse development authority of "_s + QSysInfo::machineHostName();
    const Result<net::CertificateAndKey> made = net::makeAuthority(name, validDays);
    if (!made)
        return made;
    for (const auto &[file, text] :
         {std::pair(keyFile(folder), made->key), {localAuthorityFile(folder), made->certificate}}) {
        if (const Result<> written = writePrivateFile(file, text); !written)
            return written.error();
    }
    return made;
}

} // namespace gatehouse
