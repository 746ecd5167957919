// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/plugins/jwt/jwt_key.h"

#include <QJsonObject>

#include <optional>

namespace gatehouse {

// What tokens are made of. Pure functions; thread: any.

// The key of a credential's secret; base64url text as with the plugin's option secret_is_base64.
[[nodiscard]] Result<JwtKey> keyFromSecret(QByteArray secret, bool isBase64);

// A value as a person types it: JSON, or else the text itself.
[[nodiscard]] QJsonValue claimValue(const QString &text);

// The claims of a token that is issued now. The extra ones win.
struct ClaimsWish {
    QString keyClaim; // "iss"
    QString key;
    std::optional<qint64> lifetime; // seconds; none: it never expires
    QJsonObject extra;
};

[[nodiscard]] QJsonObject claimsFor(const ClaimsWish &wish, qint64 nowSeconds);

// A token without what surrounds a pasted one: blanks, "Authorization:", "Bearer".
struct PastedToken {
    QByteArray token;
    bool hadBearer = false;
};

[[nodiscard]] PastedToken pastedToken(const QByteArray &text);

} // namespace gatehouse
