// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/requests/request_collection.h"
#include "core/requests/request_runner.h"

#include <QJsonObject>

namespace gatehouse {

// "✗ smoke/write denied  200  12 ms: the status is 200, not 403"
[[nodiscard]] QString resultLine(const SavedRequest &request, const RequestOutcome &outcome);

// {"name", "folder", "method", "url", "as", "met", "status", "route", "decided_by", "ms", "unmet": [], "error"}; what
// there is none of is left out.
[[nodiscard]] QJsonObject resultJson(const SavedRequest &request, const RequestOutcome &outcome);

} // namespace gatehouse
