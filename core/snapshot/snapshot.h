// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/balancing/target_plan.h"
#include "core/balancing/upstream_directory.h"
#include "core/net/tls_client_context.h"
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

// Where a service's requests go: to one address, or to the peers of an upstream (which a host name is as well).
struct BalancerPlan {
    TargetPlan target;    // when there is no upstream
    UpstreamPtr upstream; // shared with other services and configurations
    std::shared_ptr<const UpstreamSettings> settings;
    bool usesTls = false; // by the service's protocol
};

struct ServicePlan {
    ServiceFacts facts;
    std::string basePath; // "/" when the service has none
    const BalancerPlan *balancer = nullptr;
    std::chrono::milliseconds connectTimeout{60000};
    std::chrono::milliseconds writeTimeout{60000};
    std::chrono::milliseconds readTimeout{60000};
    int retries = 5;
    std::shared_ptr<const net::TlsClientContext> tls; // null: plain connections
    bool supported = true;                            // a protocol the gateway can speak to the upstream
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
    std::shared_ptr<const ConsumerDirectory> consumers; // shared by configurations that have the same
    std::vector<std::shared_ptr<const Plugin>> plugins;
    std::vector<std::shared_ptr<const void>> sharedByPlugins;
    std::deque<PluginsByConsumer> consumerOnly;
    std::vector<ConfiguredUpstream> upstreams;
    std::deque<BalancerPlan> balancers;
    std::deque<ServicePlan> services;
    std::vector<RoutePlan> routes; // same index as the router's rules
    std::optional<routing::Router> router;
    std::shared_ptr<const net::TlsServerContext> tls; // what new TLS connections are offered
    PluginChain globalChain;                          // for requests no route matched
};

using SnapshotPtr = std::shared_ptr<const Snapshot>;

} // namespace gatehouse
