// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/plugins/plugin.h"

namespace gatehouse {

// Answers instead of the upstream, always or when a header or query argument asks for it
// (kong/plugins/request-termination/handler.lua).
const PluginType &requestTerminationPlugin() noexcept;

} // namespace gatehouse
