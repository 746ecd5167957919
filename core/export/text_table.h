// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QStringList>

namespace gatehouse {

// A table as text, its head first; all rows have the same number of cells. Pure functions; thread: any.

// RFC 4180. A text that a spreadsheet would take for a formula gets an apostrophe in front.
[[nodiscard]] QString csvOf(const QList<QStringList> &rows);

[[nodiscard]] QString markdownOf(const QList<QStringList> &rows);

} // namespace gatehouse
