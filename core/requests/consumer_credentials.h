// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/config.h"

namespace gatehouse {

// The consumer with that username, custom id or id.
[[nodiscard]] std::optional<QJsonObject> consumerNamed(const Config &config, const QString &name);

// What a consumer can show who it is with.
struct ConsumerCredential {
    enum class Kind { Jwt, Key, Basic };

    QString id;
    Kind kind = Kind::Jwt;
    QString name; // that is no secret: the key that tokens name, a user name; empty for keys
};

[[nodiscard]] QList<ConsumerCredential> credentialsOf(const Config &config, const QString &consumer);

} // namespace gatehouse
