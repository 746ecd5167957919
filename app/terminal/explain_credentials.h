// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/terminal/explain_request.h"
#include "core/model/config.h"

namespace gatehouse {

// Gives the request what the authentication plugins of its route ask of the consumer: a token made with its jwt
// credential, its key. The result says for each of these plugins what was used, or why nothing could be; it never holds
// a secret. Fails when there is no such consumer (ErrorKind::NotFound).
[[nodiscard]] Result<QStringList>
addCredentials(ExplainRequest &request, const Config &config, const QString &consumer, qint64 nowSeconds);

} // namespace gatehouse
