// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace gatehouse::http {

// uri-host [ ":" port ] with a host that is not empty (RFC 9110 4.2.1, RFC 3986 3.2.2), a port up to 65535 and, in
// brackets, an IPv6 address without zone. Thread: any (pure function).
[[nodiscard]] bool isHost(std::string_view text) noexcept;

} // namespace gatehouse::http
