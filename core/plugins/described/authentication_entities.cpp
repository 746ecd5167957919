// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plugins/described/described_schemas.h"
#include "core/plugins/schema_parts.h"
#include "core/schema/vocabulary.h"

#include <QCryptographicHash>
#include <QRandomGenerator>

#include <openssl/evp.h>

namespace gatehouse {

using namespace Qt::StringLiterals;
using namespace fields;
using parts::owner;

namespace {

constexpr int pbkdf2Rounds = 10000;

RecordSchema credentials(const QString &table, const QString &collection, const QString &nested)
{
    RecordSchema schema;
    schema.name = table;
    schema.adminName = collection;
    schema.adminNestedName = nested;
    schema.pluginOwned = true;
    return schema;
}

// kong/plugins/basic-auth/crypto.lua: the consumer's id is the salt.
QJsonObject hashPassword(const QJsonObject &row)
{
    const QString salted =
        row.value("password"_L1).toString() + row.value("consumer"_L1).toObject().value("id"_L1).toString();
    const QByteArray hash = QCryptographicHash::hash(salted.toUtf8(), QCryptographicHash::Sha1).toHex();
    return {{u"password"_s, QString::fromLatin1(hash)}};
}

RecordSchema basicAuthCredentials()
{
    RecordSchema schema = credentials(u"basicauth_credentials"_s, u"basic-auths"_s, u"basic-auth"_s);
    schema.label = QT_TRANSLATE_NOOP("schema", "Basic credential");
    schema.endpointKey = u"username"_s;
    schema.cacheKey = {u"username"_s};
    Field password = text(u"password"_s).need().hidden();
    password.encrypted = true;
    schema.fields = {id(), createdAt(), owner(), text(u"username"_s).need().once(), password, tags()};
    schema.transformations = {{{u"password"_s}, {u"consumer.id"_s}, hashPassword}};
    return schema;
}

RecordSchema hmacAuthCredentials()
{
    RecordSchema schema = credentials(u"hmacauth_credentials"_s, u"hmac-auths"_s, u"hmac-auth"_s);
    schema.label = QT_TRANSLATE_NOOP("schema", "HMAC credential");
    schema.endpointKey = u"username"_s;
    schema.cacheKey = {u"username"_s};
    schema.fields = {
        id(), createdAt(), owner(), text(u"username"_s).need().once(), text(u"secret"_s).automatic().hidden(), tags()};
    return schema;
}

std::optional<QString> redirectUri(const QJsonValue &value)
{
    const QString uri = value.toString();
    const vocabulary::UrlParts parts = vocabulary::splitUrl(uri);
    if (parts.scheme.isNull() || parts.host.isNull())
        return u"cannot parse '%1'"_s.arg(uri);
    if (!parts.fragment.isNull())
        return u"fragment not allowed in '%1'"_s.arg(uri);
    return {};
}

QString unpadded(const QByteArray &bytes)
{
    return QString::fromLatin1(bytes.toBase64(QByteArray::OmitTrailingEquals));
}

// A PHC string (kong/plugins/oauth2/secret.lua), when the credential asks for it.
QJsonObject hashSecret(const QJsonObject &row)
{
    if (!row.value("hash_secret"_L1).toBool())
        return {};
    QByteArray salt(16, '\0');
    QRandomGenerator::system()->generate(reinterpret_cast<quint32 *>(salt.data()),
                                         reinterpret_cast<quint32 *>(salt.data() + salt.size()));
    const QByteArray secret = row.value("client_secret"_L1).toString().toUtf8();
    QByteArray hash(32, '\0');
    PKCS5_PBKDF2_HMAC(secret.constData(), static_cast<int>(secret.size()),
                      reinterpret_cast<const unsigned char *>(salt.constData()), static_cast<int>(salt.size()),
                      pbkdf2Rounds, EVP_sha512(), static_cast<int>(hash.size()),
                      reinterpret_cast<unsigned char *>(hash.data()));
    const QString text = u"$pbkdf2-sha512$i=%1,l=%2$%3$%4"_s.arg(
        QString::number(pbkdf2Rounds), QString::number(hash.size()), unpadded(salt), unpadded(hash));
    return {{u"client_secret"_s, text}};
}

RecordSchema oauth2Credentials()
{
    RecordSchema schema = credentials(u"oauth2_credentials"_s, u"oauth2"_s, u"oauth2"_s);
    schema.label = QT_TRANSLATE_NOOP("schema", "OAuth 2.0 application");
    schema.endpointKey = u"client_id"_s;
    schema.cacheKey = {u"client_id"_s};
    Field secret = text(u"client_secret"_s).optional().automatic().hidden();
    secret.encrypted = true;
    schema.fields = {
        id(),
        createdAt(),
        owner(),
        text(u"name"_s).need(),
        text(u"client_id"_s).optional().once().automatic(),
        secret,
        boolean(u"hash_secret"_s).need().by(false),
        array(u"redirect_uris"_s, text({}).checked(redirectUri)).optional(),
        tags(),
        text(u"client_type"_s).need().by(u"confidential"_s).oneOf({u"confidential"_s, u"public"_s}),
    };
    schema.transformations = {{{u"hash_secret"_s}, {u"client_secret"_s}, hashSecret}};
    return schema;
}

Field parent(const QString &key, const QString &table)
{
    return foreign(key, table, OnDelete::Cascade);
}

RecordSchema oauth2Tokens()
{
    RecordSchema schema = credentials(u"oauth2_tokens"_s, {}, {});
    schema.endpointKey = u"access_token"_s;
    schema.cacheKey = {u"access_token"_s};
    schema.hasTtl = true;
    schema.fields = {
        id(),
        createdAt(),
        parent(u"service"_s, u"services"_s).by(QJsonValue::Null),
        parent(u"credential"_s, u"oauth2_credentials"_s).need(),
        text(u"token_type"_s).need().by(u"bearer"_s).oneOf({u"bearer"_s}),
        integer(u"expires_in"_s).need(),
        text(u"access_token"_s).optional().once().automatic().hidden(),
        text(u"refresh_token"_s).optional().once().hidden(),
        text(u"authenticated_userid"_s).optional(),
        text(u"scope"_s),
    };
    return schema;
}

RecordSchema oauth2Codes()
{
    RecordSchema schema = credentials(u"oauth2_authorization_codes"_s, {}, {});
    schema.hasTtl = true;
    schema.hasAdminApi = false;
    schema.exported = false;
    schema.fields = {
        id(),
        createdAt(),
        parent(u"service"_s, u"services"_s).by(QJsonValue::Null),
        parent(u"credential"_s, u"oauth2_credentials"_s).need(),
        text(u"code"_s).optional().once().automatic().hidden(),
        text(u"authenticated_userid"_s).optional(),
        text(u"scope"_s),
        text(u"challenge"_s).optional(),
        text(u"challenge_method"_s).optional().oneOf({u"S256"_s}),
        parent(u"plugin"_s, u"plugins"_s).by(QJsonValue::Null),
    };
    return schema;
}

RecordSchema sessions()
{
    RecordSchema schema = credentials(u"sessions"_s, {}, {});
    schema.endpointKey = u"session_id"_s;
    schema.cacheKey = {u"session_id"_s};
    schema.hasTtl = true;
    schema.exported = false;
    schema.fields = {id(), text(u"session_id"_s).need().once(), integer(u"expires"_s), text(u"data"_s), createdAt()};
    return schema;
}

} // namespace

QList<RecordSchema> authenticationEntitySchemas()
{
    return {basicAuthCredentials(), hmacAuthCredentials(), oauth2Credentials(),
            oauth2Tokens(),         oauth2Codes(),         sessions()};
}

} // namespace gatehouse
