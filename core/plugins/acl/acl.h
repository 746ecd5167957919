// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/plugins/plugin.h"

namespace gatehouse {

// Lets consumers in, or keeps them out, by their groups (kong/plugins/acl/handler.lua). Needs an authentication plugin
// before it.
const PluginType &aclPlugin() noexcept;

} // namespace gatehouse
