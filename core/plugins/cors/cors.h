// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/plugins/plugin.h"

namespace gatehouse {

// Lets web pages of other origins use a route: answers preflights and marks responses (kong/plugins/cors/handler.lua,
// Fetch standard 3.2). Never blocks a request.
const PluginType &corsPlugin() noexcept;

} // namespace gatehouse
