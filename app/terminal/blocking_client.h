// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/requests/request_exchange.h"
#include "core/runtime/project.h"

namespace gatehouse {

// Sends a request and waits for the answer, for commands, which have nothing else to do. The rest of a body that may
// never end is waited for only a moment. Fails with ErrorKind::Network when nobody answers, or not with HTTP.
[[nodiscard]] Result<RequestAnswer> exchange(const PreparedRequest &request);

// Opens a running gateway's whole configuration, as its Admin API gives it ("127.0.0.1:8001").
[[nodiscard]] Result<> openFromAdmin(Project &project, const QString &adminAddress);

} // namespace gatehouse
