// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/plugins/plugin.h"

namespace gatehouse {

// Appends one line of JSON per request to a file (kong/plugins/file-log/handler.lua). The worker formats the line, the
// log writer's thread writes it.
const PluginType &fileLogPlugin() noexcept;

} // namespace gatehouse
