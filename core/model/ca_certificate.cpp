// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/ca_certificate.h"

#include "core/model/pem.h"
#include "core/schema/fields.h"

namespace gatehouse {

using namespace Qt::StringLiterals;
using namespace fields;

namespace {

std::optional<QString> caProblem(const QJsonObject &row)
{
    const QString certificate = row.value("cert"_L1).toString();
    if (certificate.count("-----BEGIN CERTIFICATE-----"_L1) > 1)
        return u"please submit only one certificate at a time"_s;
    if (pem::isExpired(certificate))
        return u"certificate expired, \"Not After\" time is in the past"_s;
    if (!pem::isAuthority(certificate))
        return u"certificate does not appear to be a CA because it is missing the \"CA\" basic constraint"_s;
    return {};
}

QJsonObject withDigest(const QJsonObject &row)
{
    return {{u"cert_digest"_s, pem::certificateDigest(row.value("cert"_L1).toString())}};
}

std::optional<StoreError> refuseWhenUsed(const Config &config, const QJsonObject &row)
{
    const QJsonValue id = row.value("id"_L1);
    for (const QJsonObject &service : config.rows(u"services"_s)) {
        if (service.value("ca_certificates"_L1).toArray().contains(id)) {
            return store_errors::referencedByOthers(
                u"ca certificate %1 is still referenced by services (id = %2)"_s.arg(
                    id.toString(), service.value("id"_L1).toString()));
        }
    }
    return {};
}

} // namespace

RecordSchema caCertificateSchema()
{
    RecordSchema schema;
    schema.name = u"ca_certificates"_s;
    schema.label = QT_TRANSLATE_NOOP("schema", "CA certificate");
    schema.fields = {
        id(),
        createdAt(),
        updatedAt(),
        text(u"cert"_s)
            .need()
            .checked(pem::checkCertificate)
            .named(QT_TRANSLATE_NOOP("schema", "Certificate"),
                   QT_TRANSLATE_NOOP("schema", "PEM text of one CA certificate.")),
        text(u"cert_digest"_s)
            .once()
            .rare()
            .named(QT_TRANSLATE_NOOP("schema", "Digest"),
                   QT_TRANSLATE_NOOP("schema", "SHA-256 of the certificate; filled in.")),
        tags(),
    };
    schema.checks = {checks::custom({u"cert"_s}, caProblem)};
    schema.transformations = {{{u"cert"_s}, {}, withDigest}};
    return schema;
}

EntityRules caCertificateRules()
{
    EntityRules rules;
    rules.keep = refuseWhenUsed;
    return rules;
}

} // namespace gatehouse
