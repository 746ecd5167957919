// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/balancing/peer_health.h"
#include "core/balancing/target_plan.h"
#include "core/balancing/upstream_settings.h"
#include "core/net/dns_answer.h"

#include <array>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace gatehouse {

// One address of a target, ready to be connected to.
struct Peer {
    std::array<TargetPlan, 2> plans; // for services without and with TLS: Host differs
    std::string ip;
    std::string host;       // of the target
    std::size_t target = 0; // index into the settings' targets
    std::uint32_t weight = 0;
    std::shared_ptr<PeerHealth> health;

    [[nodiscard]] std::uint16_t port() const noexcept { return plans[0].port; }

    [[nodiscard]] const net::Address &address() const noexcept { return *plans[0].address; }
};

// Everything the targets of an upstream stand for at one moment.
// Thread: any (immutable). Replaced as a whole when targets or the addresses of their names change.
struct PeerList {
    std::shared_ptr<const UpstreamSettings> settings;
    std::vector<Peer> peers;                // in the order of targets, then of addresses
    std::vector<net::DnsAnswerPtr> answers; // for each target; null: a literal, or not looked up yet
    bool isWaiting = false;                 // a name has not been looked up yet
    std::uint64_t totalWeight = 0;
};

using DnsAnswers = std::map<std::string, net::DnsAnswerPtr>; // by host
using HealthByPeer = std::map<std::string, std::shared_ptr<PeerHealth>>;

// Peers that were known before keep their health; the others begin healthy. `health` is replaced by what is in use now.
[[nodiscard]] PeerList
makePeerList(const std::shared_ptr<const UpstreamSettings> &settings, const DnsAnswers &answers, HealthByPeer &health);

// Whether requests are spread over the same addresses in the same way.
[[nodiscard]] bool spreadsAlike(const PeerList &a, const PeerList &b);

} // namespace gatehouse
