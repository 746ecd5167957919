// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plugins/jwt/token_mint.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace gatehouse {

Result<JwtKey> keyFromSecret(QByteArray secret, bool isBase64)
{
    if (isBase64) {
        const auto decoded = QByteArray::fromBase64Encoding(secret, QByteArray::Base64UrlEncoding |
                                                                        QByteArray::AbortOnBase64DecodingErrors);
        if (decoded.decodingStatus != QByteArray::Base64DecodingStatus::Ok)
            return Error{ErrorKind::Invalid, u"The secret is not base64url text."_s};
        secret = *decoded;
    }
    return JwtKey::fromSecret(secret);
}

QJsonValue claimValue(const QString &text)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson('[' + text.toUtf8() + ']', &error);
    const bool isOneValue = error.error == QJsonParseError::NoError && document.array().size() == 1;
    return isOneValue ? document.array().first() : QJsonValue(text);
}

QJsonObject claimsFor(const ClaimsWish &wish, qint64 nowSeconds)
{
    QJsonObject claims{{wish.keyClaim, wish.key}, {u"iat"_s, nowSeconds}};
    if (wish.lifetime)
        claims.insert(u"exp"_s, nowSeconds + *wish.lifetime);
    for (auto claim = wish.extra.begin(); claim != wish.extra.end(); ++claim)
        claims.insert(claim.key(), claim.value());
    return claims;
}

PastedToken pastedToken(const QByteArray &text)
{
    PastedToken pasted{text.trimmed(), false};
    if (pasted.token.left(14).toLower() == "authorization:")
        pasted.token = pasted.token.mid(14).trimmed();
    if (pasted.token.left(7).toLower() == "bearer ") {
        pasted.token = pasted.token.mid(7).trimmed();
        pasted.hadBearer = true;
    }
    return pasted;
}

} // namespace gatehouse
