// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/plugins/plugin.h"

namespace gatehouse {

// Kong's key-auth (kong/plugins/key-auth/handler.lua): recognises a consumer by an API key in a header, the query or
// the body. Thread: any.
const PluginType &keyAuthPlugin() noexcept;

} // namespace gatehouse
