// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/inspect/token_check.h"

#include <QJsonValue>

namespace gatehouse {

// What the gateway says of a token, in words. Pure functions; thread: control.

// One test of the plugin and how it ended.
struct TokenStep {
    QString test;
    QString result; // begins with "✓", "✗" or "–"
};

// All tests in their order; empty when no plugin runs.
[[nodiscard]] QList<TokenStep> tokenSteps(const TokenVerdict &verdict);

// "✗ Refused with 401: Invalid signature"
[[nodiscard]] QString verdictText(const TokenVerdict &verdict);

[[nodiscard]] QString hintText(const TokenHint &hint, const TokenVerdict &verdict);

// A claim as it is shown: a text without its quotes, anything else as JSON.
[[nodiscard]] QString claimText(const QJsonValue &value);

} // namespace gatehouse
