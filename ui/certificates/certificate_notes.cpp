// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/certificates/certificate_notes.h"

#include "core/model/pem.h"
#include "ui/certificates/certificate_facts.h"
#include "ui/certificates/pem_editor.h"
#include "ui/forms/entity_form.h"

using namespace Qt::StringLiterals;

namespace gatehouse {

CertificateNotes::CertificateNotes(EntityForm &form)
    : QObject(&form)
    , m_form(form)
{
    connect(&form, &EntityForm::recordEdited, this, &CertificateNotes::show);
}

void CertificateNotes::show(const QJsonObject &record)
{
    for (const auto &[certificate, key] : {std::pair(u"cert"_s, u"key"_s), std::pair(u"cert_alt"_s, u"key_alt"_s)}) {
        const QString text = record.value(certificate).toString();
        setNote(certificate, certificateNote(text));
        setNote(key, keyNote(text, record.value(key).toString()));
    }
}

void CertificateNotes::setNote(const QString &path, const QString &text)
{
    const QList<PemEditor *> editors = m_form.findChildren<PemEditor *>();
    for (PemEditor *editor : editors) {
        if (editor->path() == path)
            editor->setNote(text);
    }
}

QString certificateNote(const QString &certificate)
{
    const std::optional<CertificateFacts> facts = certificateFacts(certificate);
    if (!facts)
        return {};
    QStringList lines{CertificateNotes::tr("Subject: %1").arg(facts->subject)};
    if (!facts->names.isEmpty())
        lines << CertificateNotes::tr("Names: %1").arg(facts->names.join(u", "_s));
    lines << (facts->isSelfSigned ? CertificateNotes::tr("Issuer: self-signed")
                                  : CertificateNotes::tr("Issuer: %1").arg(facts->issuer));
    lines << CertificateNotes::tr("Valid until: %1").arg(validityText(*facts, QDateTime::currentDateTime()));
    return lines.join(u'\n');
}

QString keyNote(const QString &certificate, const QString &key)
{
    if (!certificateFacts(certificate) || key.isEmpty() || pem::privateKeyProblem(key))
        return {};
    return pem::certificateMatchesKey(certificate, key)
               ? CertificateNotes::tr("✓ The key belongs to the certificate.")
               : CertificateNotes::tr("⛔ This key does not belong to the certificate above.");
}

} // namespace gatehouse
