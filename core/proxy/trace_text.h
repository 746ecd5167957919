// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/plugins/exchange.h"

#include <string_view>

namespace gatehouse {

// The trace of a request as one line of JSON, in the exchange's arena:
// {"request_id", "status", "decided_by", "routes": [{"name", "verdict"}], "routes_left_out", "path", "plugins":
// [{"name", "verdict", "message", "facts": {}, "ms"}], "tries": [{"ip", "port", "code"}], "ms": {"gateway", "upstream",
// "total"}}. "path" is what the route's path matched; "total" is there once the answer has been sent. On one line: it
// goes into a field value. Thread: worker. exchange.trace must be set.
[[nodiscard]] std::string_view traceText(Exchange &exchange);

} // namespace gatehouse
