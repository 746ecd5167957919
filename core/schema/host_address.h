// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace gatehouse {

// kong/tools/ip.lua: what Kong accepts as a host, and how it writes it. Thread: any.
struct HostAddress {
    enum class Type { Name, IPv4, IPv6 };

    Type type = Type::Name;
    QString host; // IPv4 without leading zeros, IPv6 fully expanded in lower case without brackets, names as they are
    std::optional<int> port;
};

// The parsed address, or the error text in `error`.
struct HostResult {
    std::optional<HostAddress> address;
    QString error;
};

[[nodiscard]] HostResult normalizeHost(const QString &text);

// "host:port" with [] around IPv6; `defaultPort` when the address has none and a default is given.
[[nodiscard]] QString formatHost(const HostAddress &address, std::optional<int> defaultPort = {});

[[nodiscard]] bool isIpOrCidr(const QString &text);

} // namespace gatehouse
