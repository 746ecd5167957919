// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/plugins/exchange.h"
#include "core/plugins/redacted_names.h"

#include <cstddef>

namespace gatehouse {

// Kong's log object of one finished request as a line of JSON (kong/pdk/log.lua). Authorization and
// Proxy-Authorization are never in it, nor is what `secrets` names.
// Thread: worker.

// Octets that what the request and its answer say may take of a line; beyond it the longest texts are cut.
inline constexpr std::size_t longestLogText = 128 * 1024;

// Room that writeLogRecord() may need, newline included.
[[nodiscard]] std::size_t logRecordLimit(const Exchange &exchange) noexcept;

// Writes the record and a newline; returns its size. Not const: decoding the query takes arena memory.
std::size_t writeLogRecord(Exchange &exchange, const RedactedNames &secrets, char *out);

} // namespace gatehouse
