// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/entities/more_entity_kinds.h"

#include "ui/certificates/certificate_facts.h"

#include <QDateTime>

using namespace Qt::StringLiterals;

namespace gatehouse::entity_kinds {

namespace {

EntityColumn column(const char *key, const char *title, QString (*text)(const Config &, const QJsonObject &), int width)
{
    return {key, title, text, width};
}

EntityColumn nameColumn()
{
    return column(
        "name", QT_TRANSLATE_NOOP("EntityColumns", "Name"),
        [](const Config &, const QJsonObject &row) { return shownName(row); }, 22);
}

EntityColumn tagsColumn()
{
    return column(
        "tags", QT_TRANSLATE_NOOP("EntityColumns", "Tags"),
        [](const Config &, const QJsonObject &row) {
            return row.value("tags"_L1).toVariant().toStringList().join(u", "_s);
        },
        16);
}

QString count(const Config &config, const QString &table, const QString &field, const QJsonObject &row)
{
    const qsizetype rows = config.table(table).rowsWhere(field, row.value("id"_L1).toString()).size();
    return rows == 0 ? QString() : QString::number(rows);
}

std::optional<CertificateFacts> factsOf(const QJsonObject &row)
{
    return certificateFacts(row.value("cert"_L1).toString());
}

QString subject(const Config &, const QJsonObject &row)
{
    const std::optional<CertificateFacts> facts = factsOf(row);
    return facts && !facts->subject.isEmpty() ? facts->subject : shownName(row);
}

QString issuer(const Config &, const QJsonObject &row)
{
    const std::optional<CertificateFacts> facts = factsOf(row);
    if (!facts)
        return {};
    return facts->isSelfSigned ? QCoreApplication::translate("EntityColumns", "self-signed") : facts->issuer;
}

QString validUntil(const Config &, const QJsonObject &row)
{
    const std::optional<CertificateFacts> facts = factsOf(row);
    return facts ? validityText(*facts, QDateTime::currentDateTime()) : QString();
}

QString alternativeNames(const Config &, const QJsonObject &row)
{
    const std::optional<CertificateFacts> facts = factsOf(row);
    return facts ? facts->names.join(u", "_s) : QString();
}

QString serverNames(const Config &config, const QJsonObject &row)
{
    QStringList names;
    const QList<QJsonObject> rows = config.table(u"snis"_s).rowsWhere(u"certificate"_s, row.value("id"_L1).toString());
    for (const QJsonObject &sni : rows)
        names << sni.value("name"_L1).toString();
    return names.join(u", "_s);
}

QString usedBy(const Config &config, const QJsonObject &row)
{
    QStringList names;
    for (const QString &table : {u"services"_s, u"upstreams"_s}) {
        const QList<QJsonObject> rows =
            config.table(table).rowsWhere(u"client_certificate"_s, row.value("id"_L1).toString());
        for (const QJsonObject &user : rows)
            names << shownName(user);
    }
    return names.join(u", "_s);
}

QString healthChecks(const Config &, const QJsonObject &row)
{
    const QJsonObject checks = row.value("healthchecks"_L1).toObject();
    const QJsonObject active = checks.value("active"_L1).toObject();
    const QJsonObject passive = checks.value("passive"_L1).toObject();
    QStringList words;
    if (active.value("healthy"_L1).toObject().value("interval"_L1).toDouble() > 0 ||
        active.value("unhealthy"_L1).toObject().value("interval"_L1).toDouble() > 0)
        words << QCoreApplication::translate("EntityColumns", "active");
    const QJsonObject unhealthy = passive.value("unhealthy"_L1).toObject();
    for (const auto key : {"http_failures"_L1, "tcp_failures"_L1, "timeouts"_L1}) {
        if (unhealthy.value(key).toDouble() > 0) {
            words << QCoreApplication::translate("EntityColumns", "passive");
            break;
        }
    }
    return words.isEmpty() ? QCoreApplication::translate("EntityColumns", "off") : words.join(u", "_s);
}

} // namespace

EntityKindText upstreams()
{
    return {EntityKind::Upstreams,
            "upstreams",
            "upstreamsPage",
            "upstreams",
            QT_TRANSLATE_NOOP("EntityColumns", "Upstreams"),
            QT_TRANSLATE_NOOP("EntityColumns",
                              "An upstream spreads the requests of a service over several targets. There is none yet."),
            {nameColumn(),
             column(
                 "targets", QT_TRANSLATE_NOOP("EntityColumns", "Targets"),
                 [](const Config &config, const QJsonObject &row) {
                     return count(config, u"targets"_s, u"upstream"_s, row);
                 },
                 8),
             column(
                 "algorithm", QT_TRANSLATE_NOOP("EntityColumns", "Algorithm"),
                 [](const Config &, const QJsonObject &row) { return row.value("algorithm"_L1).toString(); }, 18),
             column("health", QT_TRANSLATE_NOOP("EntityColumns", "Health checks"), healthChecks, 16), tagsColumn()},
            {"targets"},
            {{QT_TRANSLATE_NOOP("EntityColumns", "Targets"), {"targets"}, "upstream"}}};
}

EntityKindText certificates()
{
    return {EntityKind::Certificates,
            "certificates",
            "certificatesPage",
            "certificates",
            QT_TRANSLATE_NOOP("EntityColumns", "Certificates"),
            QT_TRANSLATE_NOOP("EntityColumns",
                              "A certificate answers TLS connections for its server names. There is none yet; the "
                              "gateway answers with one of its own."),
            {column("subject", QT_TRANSLATE_NOOP("EntityColumns", "Subject"), subject, 24),
             column("names", QT_TRANSLATE_NOOP("EntityColumns", "Names in it"), alternativeNames, 28),
             column("snis", QT_TRANSLATE_NOOP("EntityColumns", "SNIs"), serverNames, 24),
             column("issuer", QT_TRANSLATE_NOOP("EntityColumns", "Issuer"), issuer, 16),
             column("until", QT_TRANSLATE_NOOP("EntityColumns", "Valid until"), validUntil, 24),
             column("used", QT_TRANSLATE_NOOP("EntityColumns", "Client certificate of"), usedBy, 18), tagsColumn()},
            {"snis", "services", "upstreams"},
            {{QT_TRANSLATE_NOOP("EntityColumns", "SNIs"), {"snis"}, "certificate"}}};
}

EntityKindText caCertificates()
{
    return {
        EntityKind::CaCertificates,
        "ca_certificates",
        "caCertificatesPage",
        "ca-certificates",
        QT_TRANSLATE_NOOP("EntityColumns", "CA certificates"),
        QT_TRANSLATE_NOOP("EntityColumns",
                          "A CA certificate says whom to trust when services are called over TLS. There is none yet."),
        {column("subject", QT_TRANSLATE_NOOP("EntityColumns", "Subject"), subject, 30),
         column("until", QT_TRANSLATE_NOOP("EntityColumns", "Valid until"), validUntil, 24), tagsColumn()},
        {}};
}

EntityKindText keySets()
{
    return {
        EntityKind::KeySets,
        "key_sets",
        "keySetsPage",
        "keys",
        QT_TRANSLATE_NOOP("EntityColumns", "Key sets"),
        QT_TRANSLATE_NOOP("EntityColumns", "A key set holds public keys under one name. There is none yet."),
        {nameColumn(),
         column(
             "keys", QT_TRANSLATE_NOOP("EntityColumns", "Keys"),
             [](const Config &config, const QJsonObject &row) { return count(config, u"keys"_s, u"set"_s, row); }, 8),
         tagsColumn()},
        {"keys"},
        {{QT_TRANSLATE_NOOP("EntityColumns", "Keys"), {"keys"}, "set", true}}};
}

EntityKindText keys()
{
    return {EntityKind::Keys,
            "keys",
            "keysPage",
            "keys",
            QT_TRANSLATE_NOOP("EntityColumns", "Keys"),
            QT_TRANSLATE_NOOP("EntityColumns",
                              "A key is kept as PEM or JWK for plugins that ask for it. There is none yet."),
            {nameColumn(),
             column(
                 "kid", QT_TRANSLATE_NOOP("EntityColumns", "Key ID"),
                 [](const Config &, const QJsonObject &row) { return row.value("kid"_L1).toString(); }, 24),
             column(
                 "set", QT_TRANSLATE_NOOP("EntityColumns", "Key set"),
                 [](const Config &config, const QJsonObject &row) {
                     const auto set = config.find(u"key_sets"_s, foreignId(row, u"set"_s));
                     return set ? shownName(*set) : QString();
                 },
                 18),
             tagsColumn()},
            {"key_sets"}};
}

EntityKindText vaults()
{
    return {
        EntityKind::Vaults,
        "vaults",
        "vaultsPage",
        "vaults",
        QT_TRANSLATE_NOOP("EntityColumns", "Vaults"),
        QT_TRANSLATE_NOOP("EntityColumns", "A vault is where {vault://…} references are looked up. There is none yet."),
        {column(
             "prefix", QT_TRANSLATE_NOOP("EntityColumns", "Prefix"),
             [](const Config &, const QJsonObject &row) { return row.value("prefix"_L1).toString(); }, 20),
         column(
             "name", QT_TRANSLATE_NOOP("EntityColumns", "Kind"),
             [](const Config &, const QJsonObject &row) { return row.value("name"_L1).toString(); }, 12),
         column(
             "description", QT_TRANSLATE_NOOP("EntityColumns", "Description"),
             [](const Config &, const QJsonObject &row) { return row.value("description"_L1).toString(); }, 30),
         tagsColumn()},
        {}};
}

} // namespace gatehouse::entity_kinds
