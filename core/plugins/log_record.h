// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/plugins/exchange.h"

#include <cstddef>

namespace gatehouse {

// Kong's log object of one finished request as a line of JSON (kong/pdk/log.lua). Authorization and
// Proxy-Authorization are never in it.
// Thread: worker.

// Room that writeLogRecord() may need, newline included.
[[nodiscard]] std::size_t logRecordLimit(const Exchange &exchange) noexcept;

// Writes the record and a newline; returns its size. Not const: decoding the query takes arena memory.
std::size_t writeLogRecord(Exchange &exchange, char *out);

} // namespace gatehouse
