// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/address.h"
#include "core/net/tls_context.h"
#include "core/plugins/consumer_directory.h"
#include "core/routing/router.h"
#include "core/snapshot/plugin_chain.h"

#include <chrono>
#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace gatehouse {

// One place a service's requests can go to.
struct TargetPlan {
    std::string host; // name or address literal
    std::uint16_t port = 0;
    std::optional<net::Address> address; // when host is a literal
    std::string hostHeader;              // what Host says when the client's is not preserved
};

// What a service's host stands for: one target, or the targets of an upstream in proportion to their weights.
struct BalancerPlan {
    std::vector<TargetPlan> targets;
    std::vector<std::uint32_t> wheel; // indices into targets, each as often as its weight says
    std::uint32_t index = 0;          // position among the snapshot's balancers, for per-worker state
};

struct ServicePlan {
    ServiceFacts facts;
    std::string basePath; // "/" when the service has none
    const BalancerPlan *balancer = nullptr;
    std::chrono::milliseconds connectTimeout{60000};
    std::chrono::milliseconds writeTimeout{60000};
    std::chrono::milliseconds readTimeout{60000};
    int retries = 5;
    bool supported = true; // a protocol the gateway can speak to the upstream
};

struct RoutePlan {
    RouteFacts facts;
    const ServicePlan *service = nullptr;
    std::shared_ptr<const PluginChain> chain;
    bool preserveHost = false;
    bool requestBuffering = true;
    bool httpsOnly = false;
    int httpsRedirectStatus = 426;
};

// Everything the data path needs of one configuration, compiled.
// Thread: any (immutable). Lives until the last request that began with it has finished.
struct Snapshot {
    std::uint64_t revision = 0;
    std::unique_ptr<const ConsumerDirectory> consumers;
    std::vector<std::shared_ptr<const Plugin>> plugins;
    std::vector<std::shared_ptr<const void>> sharedByPlugins;
    std::deque<PluginsByConsumer> consumerOnly;
    std::deque<BalancerPlan> balancers;
    std::deque<ServicePlan> services;
    std::vector<RoutePlan> routes; // same index as the router's rules
    std::optional<routing::Router> router;
    std::shared_ptr<const net::TlsServerContext> tls; // what new TLS connections are offered
    PluginChain globalChain;                          // for requests no route matched
};

using SnapshotPtr = std::shared_ptr<const Snapshot>;

} // namespace gatehouse
