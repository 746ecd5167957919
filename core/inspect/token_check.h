// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/config.h"

namespace gatehouse {

// What may help with a token that was refused. Thread: any (plain value).
struct TokenHint {
    enum class Kind {
        NearKey,        // a credential has nearly this key: `what`, of the consumer `who`
        OtherClaim,     // the claim `what` has the key of a credential
        SecretIsBase64, // it was signed with the secret as base64 decodes it, and the plugin takes it as text
        SecretIsText,   // the other way round
        OtherAlgorithm, // the token says `what`, the credential `who`
        ClockSkew,      // `what` seconds more or less, and it would have passed
        Anonymous,      // the request passes all the same, as the consumer `who`
    };

    Kind kind = Kind::NearKey;
    QString what;
    QString who;
};

// What the jwt plugin of a route says of a token. Thread: any (plain value).
struct TokenVerdict {
    // The tests in the order in which the plugin makes them (kong/plugins/jwt/handler.lua).
    enum class Stage { NoPlugin, Token, Key, Credential, Algorithm, Secret, Signature, Claims, Passed };

    Stage stage = Stage::NoPlugin; // the first test that failed
    int status = 0;
    QString body;    // of the answer; empty when it passed
    QString message; // of the body, or the body
    QString pluginId;
    QString keyClaim; // "iss"
    QString key;      // what the token has there
    QString consumer; // who was recognised
    QList<TokenHint> hints;
};

// Asks the plugin itself, with a request that has the token where the plugin looks first. Thread: any.
[[nodiscard]] TokenVerdict
checkToken(const Config &config, const QString &routeId, const QByteArray &token, qint64 nowSeconds);

} // namespace gatehouse
