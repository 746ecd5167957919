// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dragdrop/dropped_files.h"

#include "core/import/openapi_import.h"
#include "core/model/pem.h"
#include "core/runtime/project_files.h"

#include <QCoreApplication>
#include <QFile>
#include <QRegularExpression>

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

// The blocks with that label (RFC 7468), a line between them as in the file.
QString blocks(const QString &text, const QString &label)
{
    const QRegularExpression block(u"-----BEGIN %1-----.*?-----END %1-----"_s.arg(label),
                                   QRegularExpression::DotMatchesEverythingOption);
    QString found;
    for (QRegularExpressionMatchIterator each = block.globalMatch(text); each.hasNext();)
        found += each.next().captured() + u'\n';
    return found;
}

} // namespace

DroppedFiles lookAtFiles(const QStringList &names)
{
    DroppedFiles files{.names = names, .certificate = {}, .key = {}};
    bool isOpenApiFile = false;
    for (const QString &name : names) {
        const QByteArray bytes = beginningOf(name);
        const QString text = QString::fromUtf8(bytes);
        files.certificate += blocks(text, u"CERTIFICATE"_s);
        files.key += blocks(text, u"[A-Z ]*PRIVATE KEY"_s);
        isOpenApiFile = isOpenApiFile || isOpenApi(bytes);
    }
    if (!files.key.isEmpty())
        files.kind = files.certificate.isEmpty() ? DroppedFiles::Kind::Key : DroppedFiles::Kind::Certificate;
    else if (!files.certificate.isEmpty())
        files.kind = pem::isAuthority(files.certificate) ? DroppedFiles::Kind::AuthorityCertificate
                                                         : DroppedFiles::Kind::Certificate;
    else if (isOpenApiFile)
        files.kind = DroppedFiles::Kind::OpenApi;
    return files;
}

QString dropText(const DroppedFiles &files)
{
    switch (files.kind) {
    case DroppedFiles::Kind::OpenApi:
        return Words::tr("Import an OpenAPI description: a preview comes first");
    case DroppedFiles::Kind::Certificate:
        return files.key.isEmpty() ? Words::tr("New certificate; its key comes next")
                                   : Words::tr("New certificate with its key");
    case DroppedFiles::Kind::AuthorityCertificate:
        return Words::tr("New CA certificate");
    case DroppedFiles::Kind::Key:
        return Words::tr("Key of a certificate");
    case DroppedFiles::Kind::Configuration:
        break;
    }
    if (files.names.size() > 1)
        return Words::tr("Open these files as one configuration");
    return Words::tr("Open %1").arg(nameOfPlace(files.names.first()));
}

} // namespace gatehouse
