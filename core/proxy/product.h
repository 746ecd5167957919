// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace gatehouse {

// How the gateway names itself in Server and Via (RFC 9110 10.2.4, 7.6.3).
inline constexpr std::string_view product = "gatehouse/" GATEHOUSE_VERSION;
inline constexpr std::string_view viaHttp11 = "1.1 gatehouse/" GATEHOUSE_VERSION;
inline constexpr std::string_view viaHttp10 = "1 gatehouse/" GATEHOUSE_VERSION;

} // namespace gatehouse
