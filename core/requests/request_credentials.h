// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/config.h"
#include "core/requests/prepared_request.h"

namespace gatehouse {

// Whose credentials a request gets.
struct CredentialChoice {
    QString consumer;        // by username, custom id or id
    QString credential = {}; // id of the only one; empty: all that the route asks for
};

// Gives the request what the authentication plugins of its route ask of the consumer: a token made with its jwt
// credential, which is good for five minutes, its key. The result says for each of these plugins what was used, or why
// nothing could be; it never holds a secret. Fails when there is no such consumer (ErrorKind::NotFound).
[[nodiscard]] Result<QStringList>
addCredentials(PreparedRequest &request, const Config &config, const CredentialChoice &choice, qint64 nowSeconds);

} // namespace gatehouse
