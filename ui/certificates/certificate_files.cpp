// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/certificates/certificate_files.h"

#include "core/model/pem.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QRegularExpression>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(CertificateFiles)
};

// The blocks with that label, a line between them as in the file.
QString blocks(const QString &text, const QString &label)
{
    const QRegularExpression block(u"-----BEGIN %1-----.*?-----END %1-----"_s.arg(label),
                                   QRegularExpression::DotMatchesEverythingOption);
    QString found;
    for (QRegularExpressionMatchIterator each = block.globalMatch(text); each.hasNext();)
        found += each.next().captured() + u'\n';
    return found;
}

QString lastOf(const QString &chain)
{
    return chain.mid(chain.lastIndexOf("-----BEGIN CERTIFICATE-----"_L1));
}

QString shown(const PemFile &file)
{
    return u'“' + QFileInfo(file.name).fileName() + u'”';
}

// Files whose certificate is nobody's yet.
using Left = QList<PemFile>;

std::optional<PemFile> takeMatch(Left &left, const QString &key)
{
    const auto found = std::find_if(left.begin(), left.end(), [&key](const PemFile &file) {
        return pem::certificateMatchesKey(file.certificate, key);
    });
    if (found == left.end())
        return std::nullopt;
    const PemFile file = *found;
    left.erase(found);
    return file;
}

void completeChain(QString &chain, Left &left)
{
    const auto signs = [&chain](const PemFile &file) { return pem::isIssuedBy(lastOf(chain), file.certificate); };
    for (auto next = std::find_if(left.begin(), left.end(), signs); next != left.end();
         next = std::find_if(left.begin(), left.end(), signs)) {
        chain += next->certificate;
        left.erase(next);
    }
}

QString problemOf(const PemFile &key, const Left &certificates)
{
    if (const auto problem = pem::privateKeyProblem(key.key))
        return Words::tr("The key in %1 cannot be read: %2.").arg(shown(key), *problem);
    if (certificates.size() == 1)
        return Words::tr("The key in %1 does not belong to the certificate in %2.")
            .arg(shown(key), shown(certificates.first()));
    return Words::tr("The key in %1 belongs to none of the certificates.").arg(shown(key));
}

} // namespace

PemFile pemFile(const QString &name, const QString &text)
{
    return {name, blocks(text, u"CERTIFICATE"_s), blocks(text, u"[A-Z ]*PRIVATE KEY"_s)};
}

MatchedCertificates matchCertificates(const QList<PemFile> &files)
{
    MatchedCertificates matched;
    Left certificates = files;
    certificates.removeIf([](const PemFile &file) { return file.certificate.isEmpty(); });
    const Left all = certificates;
    for (const PemFile &file : files) {
        if (file.key.isEmpty())
            continue;
        if (const auto found = takeMatch(certificates, file.key))
            matched.pairs << CertificatePair{found->certificate, file.key};
        else
            matched.problems << problemOf(file, all);
    }
    for (CertificatePair &pair : matched.pairs)
        completeChain(pair.certificate, certificates);
    if (matched.problems.isEmpty()) {
        for (const PemFile &file : std::as_const(certificates))
            matched.problems << Words::tr("The key of the certificate in %1 is not among the files.").arg(shown(file));
    }
    return matched;
}

} // namespace gatehouse
