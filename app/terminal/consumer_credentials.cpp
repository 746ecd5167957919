// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/terminal/consumer_credentials.h"

using namespace Qt::StringLiterals;

namespace gatehouse {

std::optional<QJsonObject> consumerNamed(const Config &config, const QString &name)
{
    for (const QString &field : {u"username"_s, u"custom_id"_s, u"id"_s}) {
        if (const auto found = config.table(u"consumers"_s).findBy(field, name))
            return found;
    }
    return std::nullopt;
}

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

} // namespace gatehouse
