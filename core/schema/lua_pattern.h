// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace gatehouse {

// True when the Lua pattern (Lua 5.1 manual, 5.4.1) matches somewhere in the text. Works on the UTF-8 bytes, as Lua
// does; captures are allowed but not reported, back references and frontiers are not supported. Thread: any.
[[nodiscard]] bool luaMatches(const QString &text, const QString &pattern);

} // namespace gatehouse
