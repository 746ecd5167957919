// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dragdrop/dropped_files.h"

#include "core/import/openapi_import.h"
#include "core/model/pem.h"
#include "core/net/pkcs12.h"
#include "core/runtime/project_files.h"
#include "ui/traffic/recorded_requests.h"

#include <QCoreApplication>
#include <QFile>

#include <optional>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(DroppedFiles)
};

QByteArray beginningOf(const QString &name)
{
    QFile file(name);
    return file.open(QIODevice::ReadOnly) ? file.read(DroppedFiles::mostBytes) : QByteArray();
}

// What is no text is told by the first file alone.
std::optional<DroppedFiles::Kind> kindOfWhole(const QByteArray &beginning)
{
    if (isRequestLog(beginning) || isHttpArchive(beginning))
        return DroppedFiles::Kind::Requests;
    if (net::isPkcs12(beginning))
        return DroppedFiles::Kind::Pkcs12;
    return std::nullopt;
}

void takeCertificates(DroppedFiles &files, const QList<PemFile> &found)
{
    for (const PemFile &file : found) {
        files.certificate += file.certificate;
        files.key += file.key;
    }
    if (files.certificate.isEmpty() || files.key.isEmpty())
        return;
    files.matched = matchCertificates(found);
    const CertificatePair first = files.matched.pairs.value(0);
    files.certificate = first.certificate;
    files.key = first.key;
}

QString certificateText(const DroppedFiles &files)
{
    if (!files.matched.problems.isEmpty())
        return u"⛔ "_s + files.matched.problems.first();
    if (files.matched.pairs.size() > 1)
        return Words::tr("%n new certificate(s) with their keys", nullptr,
                         static_cast<int>(files.matched.pairs.size()));
    return files.key.isEmpty() ? Words::tr("New certificate; its key comes next")
                               : Words::tr("New certificate with its key");
}

} // namespace

DroppedFiles lookAtFiles(const QStringList &names)
{
    DroppedFiles files{.names = names, .certificate = {}, .key = {}, .matched = {}};
    bool isOpenApiFile = false;
    QList<PemFile> found;
    for (const QString &name : names) {
        const QByteArray bytes = beginningOf(name);
        if (const auto kind = kindOfWhole(bytes); kind && found.isEmpty()) {
            files.kind = *kind;
            return files;
        }
        found << pemFile(name, QString::fromUtf8(bytes));
        isOpenApiFile = isOpenApiFile || isOpenApi(bytes);
    }
    takeCertificates(files, found);
    if (!files.key.isEmpty() || !files.matched.problems.isEmpty())
        files.kind = files.certificate.isEmpty() && files.matched.problems.isEmpty() ? DroppedFiles::Kind::Key
                                                                                     : DroppedFiles::Kind::Certificate;
    else if (!files.certificate.isEmpty())
        files.kind = pem::isAuthority(files.certificate) ? DroppedFiles::Kind::AuthorityCertificate
                                                         : DroppedFiles::Kind::Certificate;
    else if (isOpenApiFile)
        files.kind = DroppedFiles::Kind::OpenApi;
    return files;
}

QString dropText(const DroppedFiles &files)
{
    const int count = static_cast<int>(files.names.size());
    switch (files.kind) {
    case DroppedFiles::Kind::OpenApi:
        return Words::tr("Import an OpenAPI description: a preview comes first");
    case DroppedFiles::Kind::Certificate:
        return certificateText(files);
    case DroppedFiles::Kind::AuthorityCertificate:
        return Words::tr("New CA certificate");
    case DroppedFiles::Kind::Key:
        return Words::tr("Key of a certificate");
    case DroppedFiles::Kind::Pkcs12:
        if (count > 1)
            return Words::tr("%n new certificates; their passphrases are asked for", nullptr, count);
        return Words::tr("New certificate from %1; its passphrase is asked for").arg(nameOfPlace(files.names.first()));
    case DroppedFiles::Kind::Requests:
        if (count > 1)
            return Words::tr("Show the requests of %n files", nullptr, count);
        return Words::tr("Show the requests of %1").arg(nameOfPlace(files.names.first()));
    case DroppedFiles::Kind::Configuration:
        break;
    }
    if (count > 1)
        return Words::tr("Open these files as one configuration");
    return Words::tr("Open %1").arg(nameOfPlace(files.names.first()));
}

} // namespace gatehouse
