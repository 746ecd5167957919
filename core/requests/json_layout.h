// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace gatehouse {

// A JSON text with a line for each member, indented; members stay in their order and numbers as they are written.
// The text itself when it is no JSON. Thread: any.
[[nodiscard]] QString indentedJson(const QString &text);

// Why a text is no JSON, with the place, in words; empty when it is.
[[nodiscard]] QString jsonProblem(const QString &text);

} // namespace gatehouse
