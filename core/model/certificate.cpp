// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/certificate.h"

#include "core/model/pem.h"
#include "core/schema/fields.h"

#include <algorithm>

namespace gatehouse {

using namespace Qt::StringLiterals;
using namespace fields;

namespace {

std::optional<QString> keyText(const QJsonValue &value)
{
    if (const auto problem = pem::privateKeyProblem(value.toString()))
        return u"invalid key: "_s + *problem;
    return {};
}

Field certificateField(const QString &key)
{
    return text(key).vaultable().checked(pem::checkCertificate);
}

Field keyField(const QString &key)
{
    Field field = text(key).vaultable().hidden().checked(keyText);
    field.encrypted = true;
    return field;
}

EntityCheck pairMatches(const QString &certificate, const QString &key, const QString &error)
{
    return checks::custom({certificate, key}, [=](const QJsonObject &row) -> std::optional<QString> {
        const QJsonValue first = row.value(certificate);
        const QJsonValue second = row.value(key);
        if (!first.isString() || !second.isString() || pem::certificateMatchesKey(first.toString(), second.toString()))
            return {};
        return error;
    });
}

EntityCheck typesDiffer()
{
    return checks::custom({u"cert"_s, u"cert_alt"_s}, [](const QJsonObject &row) -> std::optional<QString> {
        const QJsonValue other = row.value("cert_alt"_L1);
        if (!other.isString() || !pem::haveSameKeyType(row.value("cert"_L1).toString(), other.toString()))
            return {};
        return u"certificate and alternative certificate need to have different type (e.g. RSA and ECDSA), the "
               "provided certificates were both of the same type"_s;
    });
}

StoreError snisError(const QString &text)
{
    return store_errors::schemaViolation({{u"snis"_s, text}});
}

// The names a list of SNIs stands for; null stands for none.
QStringList sniNames(const QJsonObject &input)
{
    QStringList names;
    for (const QJsonValue &name : input.value("snis"_L1).toArray())
        names << name.toString();
    names.sort();
    return names;
}

std::optional<StoreError> checkSnis(const WriteContext &context, QJsonObject &input)
{
    const QJsonValue given = input.value("snis"_L1);
    if (given.isUndefined() || given.isNull())
        return {};
    if (!given.isArray())
        return snisError(u"expected an array"_s);
    const QStringList names = sniNames(input);
    for (qsizetype i = 1; i < names.size(); ++i) {
        if (names[i] == names[i - 1])
            return snisError(names[i] + u" is duplicated"_s);
    }
    const Field nameField = *context.registry.entity(u"snis")->field(u"name");
    for (const QString &name : names) {
        const QJsonValue problem = context.validator.validateField(nameField, name);
        if (!problem.isUndefined())
            return store_errors::invalidUnique(u"name"_s, problem.toString());
        const auto row = context.config.table(u"snis"_s).findBy(u"name"_s, name);
        const QString owner = row ? foreignId(*row, u"certificate"_s) : QString();
        if (row && owner != context.id)
            return snisError(u"%1 already associated with existing certificate '%2'"_s.arg(name, owner));
    }
    return {};
}

// The rows of snis that come and go with the list; a full replacement without a list removes them all.
QList<Edit> sniEdits(const WriteContext &context, const QJsonObject &input, const QJsonObject &row)
{
    if (!input.contains("snis"_L1) && context.operation != Operation::Upsert)
        return {};
    QStringList names = sniNames(input);
    QList<Edit> edits;
    const QString table = u"snis"_s;
    for (const QJsonObject &sni : context.config.table(table).rowsWhere(u"certificate"_s, context.id)) {
        if (!names.removeOne(sni.value("name"_L1).toString()))
            edits << Edit{table, sni.value("id"_L1).toString(), sni, std::nullopt};
    }
    const RecordSchema &schema = *context.registry.entity(table);
    for (const QString &name : std::as_const(names)) {
        const QJsonObject sni{{u"name"_s, name}, {u"certificate"_s, QJsonObject{{u"id"_s, row.value("id"_L1)}}}};
        const QJsonObject filled = context.validator.prepare(schema, sni, Operation::Insert).record;
        edits << Edit{table, filled.value("id"_L1).toString(), std::nullopt, filled};
    }
    return edits;
}

QJsonObject printSnis(const Config &config, const QJsonObject &row)
{
    QStringList names;
    for (const QJsonObject &sni : config.table(u"snis"_s).rowsWhere(u"certificate"_s, row.value("id"_L1).toString()))
        names << sni.value("name"_L1).toString();
    names.sort();
    QJsonObject result = row;
    result.insert(u"snis"_s, QJsonArray::fromStringList(names));
    return result;
}

} // namespace

RecordSchema certificateSchema()
{
    RecordSchema schema;
    schema.name = u"certificates"_s;
    schema.label = QT_TRANSLATE_NOOP("schema", "Certificate");
    schema.fields = {
        id(),
        createdAt(),
        updatedAt(),
        certificateField(u"cert"_s).need().named(QT_TRANSLATE_NOOP("schema", "Certificate"),
                                                 QT_TRANSLATE_NOOP("schema", "PEM text, with its chain.")),
        keyField(u"key"_s).need().named(QT_TRANSLATE_NOOP("schema", "Private key"),
                                        QT_TRANSLATE_NOOP("schema", "PEM text of the key of the certificate.")),
        certificateField(u"cert_alt"_s)
            .optional()
            .rare()
            .named(QT_TRANSLATE_NOOP("schema", "Second certificate"),
                   QT_TRANSLATE_NOOP("schema", "Of another key type, such as ECDSA beside RSA.")),
        keyField(u"key_alt"_s).optional().rare().named(QT_TRANSLATE_NOOP("schema", "Second private key"), ""),
        tags(),
    };
    schema.checks = {checks::mutuallyRequired({u"cert_alt"_s, u"key_alt"_s}),
                     pairMatches(u"cert"_s, u"key"_s, u"certificate does not match key"_s),
                     pairMatches(u"cert_alt"_s, u"key_alt"_s, u"alternative certificate does not match key"_s),
                     typesDiffer()};
    return schema;
}

RecordSchema sniSchema()
{
    Field name = wildcardHost(u"name"_s).need().once();
    name.uniqueAcrossWorkspaces = true;
    RecordSchema schema;
    schema.name = u"snis"_s;
    schema.label = QT_TRANSLATE_NOOP("schema", "SNI");
    schema.endpointKey = u"name"_s;
    schema.fields = {
        id(),
        name.named(QT_TRANSLATE_NOOP("schema", "Server name"),
                   QT_TRANSLATE_NOOP("schema", "TLS server name; one leading or trailing * is a wildcard.")),
        createdAt(),
        updatedAt(),
        tags(),
        // kong/db/dao/certificates.lua removes the names of a certificate before the certificate.
        foreign(u"certificate"_s, u"certificates"_s, OnDelete::Follow)
            .need()
            .named(QT_TRANSLATE_NOOP("schema", "Certificate"), ""),
    };
    return schema;
}

EntityRules certificateRules()
{
    EntityRules rules;
    rules.prepare = checkSnis;
    rules.companions = sniEdits;
    rules.print = printSnis;
    rules.consumed = {u"snis"_s};
    return rules;
}

} // namespace gatehouse
