// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inspect/access.h"
#include "core/inspect/match_report.h"

namespace gatehouse {

// What inspection found, in words. Pure functions; thread: control.

// "✓", "✗" or "○", always beside the words.
[[nodiscard]] QString accessGlyph(const AccessAnswer &answer);
[[nodiscard]] QString accessText(const AccessAnswer &answer);

// "/orders (prefix)"; "any path" for a route without paths.
[[nodiscard]] QString matchedPathText(const MatchReport &report);
// Why a route is not the one that is used; the route is not the one of the report.
[[nodiscard]] QString lostText(const MatchReport &report, const QString &routeId);
// What the upstream gets; empty when nothing is passed on.
[[nodiscard]] QString forwardText(const MatchReport &report, const TestRequest &request);

} // namespace gatehouse
