// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plugins/exchange.h"

namespace gatehouse {

void Exchange::reset() noexcept
{
    request.fields.clear();
    normalizedPath = matchedPrefix = clientIp = requestId = body = {};
    route = nullptr;
    service = nullptr;
    consumer = nullptr;
    credential = nullptr;
    requestEdits.clear();
    responseEdits.clear();
    queryOverride = bodyOverride = {};
    serverName = tlsVersion = tlsCipher = {};
    tls = false;
    overridesQuery = overridesBody = false;
    timings = {};
    outcome = {};
    tryCount = 0;
    trace = nullptr;
    arena.reset();
}

} // namespace gatehouse
