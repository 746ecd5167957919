// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/plugins/query_args.h"

#include <string>
#include <string_view>
#include <vector>

namespace gatehouse {

// multipart/form-data as Kong reads and writes it (RFC 7578, RFC 2046 5.1.1): only names and values matter.
// Thread: any.

// The boundary that a Content-Type names; empty when it names none.
[[nodiscard]] std::string_view multipartBoundary(std::string_view contentType) noexcept;

// Views of the body; parts without a name are left out.
[[nodiscard]] std::vector<QueryArg> parseMultipart(std::string_view body, std::string_view boundary);

// Parts in the order of their names (kong/pdk/service/request.lua, set_body).
[[nodiscard]] std::string writeMultipart(std::vector<QueryArg> parts, std::string_view boundary);

} // namespace gatehouse
