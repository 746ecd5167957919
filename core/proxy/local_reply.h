// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/plugins/plugin.h"
#include "core/proxy/proxy_error.h"
#include "core/snapshot/snapshot.h"

#include <string_view>

namespace gatehouse {

// Station 13: answers the gateway gives itself.

// What a failure becomes for the client; its status, words and form are one table (kong/error_handlers.lua,
// kong/runloop/handler.lua).
// To an OPTIONS request that may go no further (RFC 9110 7.6.2 and 9.3.7).
inline constexpr Reply emptyAnswer{200, ReplyForm::Verbatim, {}, {}, {}};

[[nodiscard]] Reply toReply(ProxyError error) noexcept;

// Whether a failure ends the connection: the rest of the input cannot be trusted to be a request.
[[nodiscard]] bool closesConnection(ProxyError error) noexcept;

// The form an nginx-made error page takes instead of ReplyForm::Negotiated: Accept, else the request's Content-Type,
// else plain text.
[[nodiscard]] bool isServerPage(ProxyError error) noexcept;

// "Use HTTPS" for a route that only takes it (kong/runloop/handler.lua): 426, or a redirect to the same URL.
[[nodiscard]] Reply httpsRequired(Exchange &exchange, const RoutePlan &route);

// The head and body to send, in the exchange's arena.
struct LocalMessage {
    std::string_view head;
    std::string_view body; // empty for HEAD
};

struct LocalReplyContext {
    bool keepAlive = true;
    bool serverPage = false; // see isServerPage()
    std::string_view date;
};

[[nodiscard]] LocalMessage makeLocalMessage(Exchange &exchange, const Reply &reply, const LocalReplyContext &context);

} // namespace gatehouse
