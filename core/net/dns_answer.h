// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/dns_message.h"

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace gatehouse::net {

// One address a name stands for.
struct DnsEndpoint {
    Address address;
    std::string name;         // what the SRV record named; empty for A and AAAA
    std::uint16_t port = 0;   // of the SRV record; 0: the asker's own
    std::uint32_t weight = 0; // of the SRV record, at least 1; 0: the asker's own

    friend bool operator==(const DnsEndpoint &a, const DnsEndpoint &b) noexcept = default;
};

// What a look-up came to. Thread: any (immutable).
struct DnsAnswer {
    enum class Outcome : std::uint8_t {
        Found,
        NotFound, // no such name, or it has no address
        Failed,   // nobody could tell
    };

    Outcome outcome = Outcome::Failed;
    DnsType type = DnsType::A;
    std::vector<DnsEndpoint> endpoints; // in the order of their addresses
    std::string error;                  // in the words of Kong's DNS client; empty when found
    std::int64_t validUntil = 0;        // ns, steady clock
};

using DnsAnswerPtr = std::shared_ptr<const DnsAnswer>;

} // namespace gatehouse::net
