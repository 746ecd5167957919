// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/address.h"
#include "core/net/tls_identity.h"

#include <array>
#include <bitset>
#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace gatehouse {

enum class Algorithm : std::uint8_t { RoundRobin, ConsistentHashing, LeastConnections, Latency };

enum class HashSource : std::uint8_t { None, Consumer, Ip, Header, Cookie, Path, QueryArg, UriCapture };

struct HashRule {
    HashSource source = HashSource::None;
    std::string name; // of the header, cookie, argument or capture

    friend bool operator==(const HashRule &, const HashRule &) = default;
};

struct UpstreamTarget {
    std::string id;
    std::string host;
    std::uint16_t port = 0;
    std::uint32_t weight = 0;
    std::optional<net::Address> literal;

    friend bool operator==(const UpstreamTarget &, const UpstreamTarget &) = default;
};

// When reports about a target change what is thought of it; a limit of 0 means that such reports do not count.
struct HealthLimits {
    using Statuses = std::bitset<1000>;

    std::uint8_t successes = 0;
    std::uint8_t tcpFailures = 0;
    std::uint8_t timeouts = 0;
    std::uint8_t httpFailures = 0;
    Statuses good;
    Statuses bad;

    friend bool operator==(const HealthLimits &, const HealthLimits &) = default;
};

enum class ProbeType : std::uint8_t { Http, Https, Tcp, None };

struct ActiveCheck {
    HealthLimits limits;
    ProbeType type = ProbeType::Http;
    std::chrono::milliseconds timeout{1000};
    std::uint32_t concurrency = 10;
    std::chrono::milliseconds healthyInterval{0};   // 0: healthy targets are not probed
    std::chrono::milliseconds unhealthyInterval{0}; // 0: unhealthy ones are not
    std::string path = "/";
    std::vector<std::string> headers; // whole lines
    std::string serverName;           // empty: the target's own
    bool verifiesCertificate = true;
    net::TlsIdentity identity; // shown to a target that asks for a certificate; may be empty

    friend bool operator==(const ActiveCheck &, const ActiveCheck &) = default;
};

// What the configuration says of an upstream, or of a service's host name that stands for several addresses.
// Thread: any (immutable). Lives in snapshots and in the Upstream.
struct UpstreamSettings {
    std::string id; // of the entity; for a host its name and port
    std::string name;
    bool isHost = false; // a service's host: looked up when a request needs it
    Algorithm algorithm = Algorithm::RoundRobin;
    std::uint32_t ringSize = 10000; // "slots"
    HashRule hashOn;
    HashRule hashFallback;
    std::string cookiePath = "/";
    std::string hostHeader; // instead of the target's name; empty: none
    bool usesSrvName = false;
    bool isChecked = false; // there are health checks at all
    HealthLimits passive;
    ActiveCheck active;
    double threshold = 0; // percent of the weight that has to be available
    std::vector<UpstreamTarget> targets;

    friend bool operator==(const UpstreamSettings &, const UpstreamSettings &) = default;
};

} // namespace gatehouse
