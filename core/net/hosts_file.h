// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/address.h"

#include <istream>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace gatehouse::net {

// Names with fixed addresses, as /etc/hosts has them (hosts(5)). IPv6 addresses count for names without an IPv4 one.
// "localhost" is always known (RFC 6761 6.3).
// Thread: any (immutable once read).
class HostsFile
{
public:
    HostsFile();

    void read(std::istream &text);
    // Null when the name is not in the file; names compare without case.
    [[nodiscard]] const std::vector<Address> *find(std::string_view name) const;

private:
    void add(const std::string &name, const Address &address);

    std::unordered_map<std::string, std::vector<Address>> m_names;
};

} // namespace gatehouse::net
