// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace gatehouse {

// How many letters must be typed, removed or replaced to make one name of the other (Levenshtein). Thread: any.
[[nodiscard]] qsizetype editDistance(const QString &a, const QString &b);

} // namespace gatehouse
