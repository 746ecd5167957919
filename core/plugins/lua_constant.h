// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>
#include <string>

namespace gatehouse {

// What a chunk of Lua that does nothing but return a constant returns, as JSON; empty for nil. Nothing for any other
// chunk: Gatehouse runs no Lua. Thread: any.
[[nodiscard]] std::optional<std::string> luaConstant(const QString &chunk);

} // namespace gatehouse
