// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/routing/route_rule.h"

namespace gatehouse::routing {

// Whether two rules can match the same request. Regular expressions are taken to match whatever begins like them, so
// the answer may be yes for two that never meet, and is never no for two that do. Thread: any (pure functions).

// All criteria but the paths.
[[nodiscard]] bool criteriaOverlap(const RouteRule &first, const RouteRule &second);

// Lists of paths of two rules; an empty one matches every path.
[[nodiscard]] bool pathsOverlap(const std::vector<std::string> &first, const std::vector<std::string> &second);

} // namespace gatehouse::routing
