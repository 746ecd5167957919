// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/key_set.h"

#include "core/model/pem.h"
#include "core/schema/fields.h"
#include "core/schema/validate.h"

#include <QJsonDocument>

namespace gatehouse {

using namespace Qt::StringLiterals;
using namespace fields;

namespace {

std::optional<QString> jwkProblem(const QJsonObject &key)
{
    const QJsonValue text = key.value("jwk"_L1);
    if (!text.isString() || isVaultReference(text))
        return {};
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(text.toString().toUtf8(), &error);
    if (error.error != QJsonParseError::NoError)
        return u"could not json decode jwk string"_s;
    const QJsonObject jwk = document.object();
    if (jwk.value("kid"_L1) != key.value("kid"_L1))
        return u"kid in jwk.kid must be equal to keys.kid"_s;
    if (!pem::isJwk(jwk))
        return u"could not load JWK, likely not a valid key"_s;
    return {};
}

std::optional<QString> pairProblem(const QJsonValue &pair)
{
    const QJsonValue publicKey = pair.toObject().value("public_key"_L1);
    const QJsonValue privateKey = pair.toObject().value("private_key"_L1);
    if (isVaultReference(publicKey) || isVaultReference(privateKey))
        return {};
    if (publicKey.isString() && !pem::isPublicKey(publicKey.toString()))
        return u"could not load public key"_s;
    if (privateKey.isString()) {
        if (const auto problem = pem::privateKeyProblem(privateKey.toString()))
            return u"could not load private key"_s + *problem;
    }
    const bool both = publicKey.isString() && privateKey.isString();
    if (both && !pem::publicMatchesPrivate(publicKey.toString(), privateKey.toString()))
        return u"public key does not match private key"_s;
    return {};
}

Field pemPair()
{
    Field privateKey = text(u"private_key"_s).optional().vaultable().hidden();
    privateKey.encrypted = true;
    return record(u"pem"_s, {privateKey, text(u"public_key"_s).optional().vaultable()},
                  {checks::atLeastOneOf({u"private_key"_s, u"public_key"_s})})
        .optional()
        .checked(pairProblem)
        .named(QT_TRANSLATE_NOOP("schema", "PEM pair"),
               QT_TRANSLATE_NOOP("schema", "Private key, public key, or both; they must belong together."));
}

Field jwk()
{
    Field field = text(u"jwk"_s).vaultable().hidden();
    field.encrypted = true;
    return field.named(QT_TRANSLATE_NOOP("schema", "JWK"), QT_TRANSLATE_NOOP("schema", "The key as JSON Web Key."));
}

Field kid()
{
    Field field = text(u"kid"_s).need();
    field.notUnique = true; // only together with the set
    return field.named(QT_TRANSLATE_NOOP("schema", "Key id"), QT_TRANSLATE_NOOP("schema", "The kid tokens name."));
}

} // namespace

RecordSchema keySetSchema()
{
    RecordSchema schema;
    schema.name = u"key_sets"_s;
    schema.adminName = u"key-sets"_s;
    schema.label = QT_TRANSLATE_NOOP("schema", "Key set");
    schema.endpointKey = u"name"_s;
    schema.fields = {id(), text(u"name"_s).optional().once().named(QT_TRANSLATE_NOOP("schema", "Name"), ""), tags(),
                     createdAt(), updatedAt()};
    return schema;
}

RecordSchema keySchema()
{
    RecordSchema schema;
    schema.name = u"keys"_s;
    schema.label = QT_TRANSLATE_NOOP("schema", "Key");
    schema.endpointKey = u"name"_s;
    schema.cacheKey = {u"kid"_s, u"set"_s};
    schema.fields = {
        id(),
        foreign(u"set"_s, u"key_sets"_s, OnDelete::Cascade)
            .optional()
            .named(QT_TRANSLATE_NOOP("schema", "Key set"), ""),
        text(u"name"_s).optional().once().named(QT_TRANSLATE_NOOP("schema", "Name"), ""),
        kid(),
        jwk(),
        pemPair(),
        tags(),
        createdAt(),
        updatedAt(),
    };
    schema.checks = {checks::mutuallyExclusive({u"jwk"_s, u"pem"_s}), checks::atLeastOneOf({u"jwk"_s, u"pem"_s}),
                     checks::custom({u"jwk"_s, u"pem"_s, u"kid"_s}, jwkProblem)};
    return schema;
}

} // namespace gatehouse
