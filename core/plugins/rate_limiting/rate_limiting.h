// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/plugins/plugin.h"

namespace gatehouse {

// Limits requests per calendar window, by consumer, credential, address, service, header or path; tells clients where
// they stand (kong/plugins/rate-limiting/handler.lua).
const PluginType &rateLimitingPlugin() noexcept;

} // namespace gatehouse
