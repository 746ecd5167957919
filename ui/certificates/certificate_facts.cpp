// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/certificates/certificate_facts.h"

#include <QCoreApplication>
#include <QLocale>
#include <QSslCertificate>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

QString nameOf(const QStringList &commonNames, const QStringList &organizations)
{
    return commonNames.isEmpty() ? organizations.value(0) : commonNames.first();
}

} // namespace

qint64 CertificateFacts::daysLeft(const QDateTime &now) const
{
    const qint64 seconds = now.secsTo(validUntil);
    return seconds < 0 ? -1 : seconds / 86400;
}

std::optional<CertificateFacts> certificateFacts(const QString &pem)
{
    const QSslCertificate certificate(pem.toUtf8());
    if (certificate.isNull())
        return std::nullopt;
    CertificateFacts facts;
    facts.names = certificate.subjectAlternativeNames().values();
    facts.names.sort();
    facts.subject = nameOf(certificate.subjectInfo(QSslCertificate::CommonName), facts.names);
    facts.issuer = nameOf(certificate.issuerInfo(QSslCertificate::CommonName),
                          certificate.issuerInfo(QSslCertificate::Organization));
    facts.isSelfSigned = certificate.isSelfSigned();
    facts.validUntil = certificate.expiryDate();
    return facts;
}

QString validityText(const CertificateFacts &facts, const QDateTime &now)
{
    const QString date = QLocale().toString(facts.validUntil.date(), QLocale::ShortFormat);
    const qint64 days = facts.daysLeft(now);
    if (days < 0)
        return QCoreApplication::translate("CertificateFacts", "⛔ %1 (expired)").arg(date);
    const QString text =
        QCoreApplication::translate("CertificateFacts", "%1 (%n day(s))", nullptr, static_cast<int>(days)).arg(date);
    return facts.needsAttention(now) ? u"⚠ "_s + text : text;
}

} // namespace gatehouse
