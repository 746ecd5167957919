// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plugins/acl/acl.h"
#include "core/plugins/cors/cors.h"
#include "core/plugins/file_log/file_log.h"
#include "core/plugins/jwt/jwt.h"
#include "core/plugins/key_auth/key_auth.h"
#include "core/plugins/plugin.h"
#include "core/plugins/rate_limiting/rate_limiting.h"
#include "core/plugins/request_termination/request_termination.h"

#include <array>

namespace gatehouse {

std::span<const PluginType *const> builtinPlugins() noexcept
{
    static const std::array<const PluginType *, 7> plugins{
        &corsPlugin(),               // 2000
        &jwtPlugin(),                // 1450
        &keyAuthPlugin(),            // 1250
        &aclPlugin(),                // 950
        &rateLimitingPlugin(),       // 910
        &fileLogPlugin(),            // 9
        &requestTerminationPlugin(), // 2
    };
    return plugins;
}

} // namespace gatehouse
