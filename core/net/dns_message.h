// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/address.h"

#include <chrono>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace gatehouse::net {

// Record types by their numbers (RFC 1035 3.2.2, RFC 3596, RFC 2782).
enum class DnsType : std::uint16_t { A = 1, Aaaa = 28, Srv = 33 };

// One record of a response: an address, or the place an SRV record names.
struct DnsRecord {
    Address address;  // A, AAAA
    std::string name; // SRV
    std::uint16_t port = 0;
    std::uint16_t priority = 0;
    std::uint16_t weight = 0;
};

struct DnsRecords {
    std::vector<DnsRecord> records;
    std::chrono::seconds ttl{0}; // the shortest of the records and of the aliases that led to them
};

// The records of a type in a response as it came from the network; nothing when the message is malformed.
// Pure function; thread: any.
[[nodiscard]] std::optional<DnsRecords> parseDnsResponse(std::span<const unsigned char> message, DnsType type);

} // namespace gatehouse::net
