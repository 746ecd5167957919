// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/config.h"
#include "core/plugins/jwt/jwt_key.h"

namespace gatehouse {

// The consumer with that username, custom id or id.
[[nodiscard]] std::optional<QJsonObject> consumerNamed(const Config &config, const QString &name);

// The key of a credential's secret; base64url text as with the plugin's option secret_is_base64.
[[nodiscard]] Result<JwtKey> keyFromSecret(QByteArray secret, bool isBase64);

} // namespace gatehouse
