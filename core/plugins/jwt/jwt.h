// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/plugins/plugin.h"

namespace gatehouse {

// Authenticates by a JSON Web Token signed with a consumer's credential (kong/plugins/jwt/handler.lua, RFC 7519).
const PluginType &jwtPlugin() noexcept;

} // namespace gatehouse
