// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/plugins/exchange.h"

#include <string_view>

namespace gatehouse {

// The body of an error answer in the form the client prefers (kong/error_handlers.lua, kong/tools/http.lua).
struct ErrorBody {
    std::string_view contentType;
    std::string_view text; // in the exchange's arena
};

enum class WithoutAccept : std::uint8_t {
    Json,      // kong.response.error
    ByRequest, // error pages: the request's own Content-Type, else plain text
};

[[nodiscard]] ErrorBody makeErrorBody(Exchange &exchange, std::string_view message, WithoutAccept fallback);

} // namespace gatehouse
