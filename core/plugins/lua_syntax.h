// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace gatehouse {

// Nothing when the text is a chunk of Lua 5.1 (Lua 5.1 manual, chapter 8), otherwise where it is not. Gatehouse runs no
// Lua; plugins that carry some are checked so that a typing error is found here. Thread: any.
[[nodiscard]] std::optional<QString> luaSyntaxProblem(const QString &chunk);

} // namespace gatehouse
