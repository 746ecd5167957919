// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace gatehouse::routing {

// A host, or a Host field, with the port behind its first colon. Text that is no number behind it belongs to the host,
// IPv6 addresses with it (kong/router/transform.lua).
struct HostAndPort {
    std::string_view host;
    std::optional<std::uint16_t> port;
};

[[nodiscard]] HostAndPort splitHost(std::string_view text) noexcept;

// One host of a rule: octets are compared as they are, without folding case. Also used for SNIs.
struct HostTest {
    enum class Kind : std::uint8_t { Exact, Suffix, Prefix };
    Kind kind = Kind::Exact;
    std::string text; // without the "*"
    std::optional<std::uint16_t> port;
};

[[nodiscard]] HostTest makeHostTest(std::string_view configured);

// Without the port.
[[nodiscard]] bool matchesHost(const HostTest &test, std::string_view host) noexcept;

} // namespace gatehouse::routing
