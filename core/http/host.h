// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace gatehouse::http {

// nginx's $host before its letters are lowered: a Host value without its port, an address in its brackets.
[[nodiscard]] constexpr std::string_view withoutPort(std::string_view host) noexcept
{
    return host.substr(0, host.starts_with('[') ? host.find(']') + 1 : host.find(':'));
}

// uri-host [ ":" port ] with a host that is not empty (RFC 9110 4.2.1, RFC 3986 3.2.2), a port up to 65535 and, in
// brackets, an IPv6 address without zone. Thread: any (pure function).
[[nodiscard]] bool isHost(std::string_view text) noexcept;

} // namespace gatehouse::http
