// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace gatehouse {

// The one workspace of Kong's open-source edition, as it appears in log records (kong/constants.lua).
inline constexpr std::string_view workspaceId = "0dc6f45b-8f8d-40d2-a504-473544ee190b";
inline constexpr std::string_view workspaceName = "default";

} // namespace gatehouse
