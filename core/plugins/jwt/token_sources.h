// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/plugins/exchange.h"

#include <string>
#include <string_view>
#include <vector>

class QJsonObject;

namespace gatehouse {

// Where a client may put its token, and what was found there (kong/plugins/jwt/handler.lua, retrieve_tokens): query
// arguments, cookies, then header fields. The same token in two places counts once.
// Thread: any (immutable).
class TokenSources
{
public:
    enum class Found : std::uint8_t { None, One, Several, NoText };

    explicit TokenSources(const QJsonObject &config);

    // `token` is set when exactly one is there; a view of the request or of the arena.
    [[nodiscard]] Found find(Exchange &exchange, std::string_view &token) const;

private:
    class Collector;

    void fromQuery(Exchange &exchange, Collector &found) const;
    void fromCookies(const Exchange &exchange, Collector &found) const;
    void fromHeaders(const Exchange &exchange, Collector &found) const;

    std::vector<std::string> m_queryNames;
    std::vector<std::string> m_cookieNames;
    std::vector<std::string> m_headerNames;
};

} // namespace gatehouse
