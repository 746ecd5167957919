// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/plugins/exchange.h"
#include "core/plugins/key_auth/named_value.h"
#include "core/plugins/query_args.h"

#include <QJsonDocument>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gatehouse {

// The named values of a request body: a form, multipart/form-data or JSON (kong/pdk/request.lua, get_body). A body of
// any other kind has none.
// Thread: worker; lives for one request, views into the exchange's body and arena.
class RequestBody
{
public:
    explicit RequestBody(Exchange &exchange);

    [[nodiscard]] NamedValue find(std::string_view name) const;

    // Sends the body on without the values of that name, encoded anew in its own kind; nothing happens when it is none
    // of the three.
    void hide(std::string_view name);

private:
    enum class Kind : std::uint8_t { Unreadable, Form, Multipart, Json };

    [[nodiscard]] std::string formWithout(std::string_view name) const;
    [[nodiscard]] std::string multipartWithout(std::string_view name) const;
    [[nodiscard]] std::string jsonWithout(std::string_view name) const;

    Exchange &m_exchange;
    Kind m_kind = Kind::Unreadable;
    std::vector<QueryArg> m_args;
    std::string_view m_boundary;
    QJsonDocument m_json;
};

} // namespace gatehouse
