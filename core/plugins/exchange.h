// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/arena.h"
#include "core/http/message.h"
#include "core/plugins/facts.h"
#include "core/plugins/header_edits.h"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace gatehouse {

// Times of one request. Nanoseconds; `wall` values since the Unix epoch, the others from a steady clock, 0 = not
// reached.
struct Timings {
    std::int64_t startWall = 0;
    std::int64_t start = 0;         // first byte of the request head
    std::int64_t accessEnd = 0;     // the last balancer step ended, the request goes to the upstream
    std::int64_t upstreamHead = 0;  // the upstream's response head is complete
    std::int64_t responseStart = 0; // the response head was written
    std::int64_t end = 0;
};

// One attempt to reach an upstream (kong/pdk/log.lua, `tries`).
struct UpstreamTry {
    std::string_view ip;
    std::uint16_t port = 0;
    std::int64_t balancerStartWall = 0; // ns since the Unix epoch
    std::int64_t balancerLatency = 0;   // ns
    int failureCode = 0;                // 0 = it was answered; 502 or 504 otherwise
    bool last = false;                  // no other try followed
};

// How the request ended.
struct Outcome {
    int status = 0;
    int upstreamStatus = 0;          // status of the last try; 0 when no upstream answered
    bool fromUpstream = false;       // the answer is the upstream's own
    bool proxied = false;            // an upstream was tried
    std::string_view decidedBy;      // "upstream", "router", "proxy" or the name of the plugin that answered
    std::string_view sentHead;       // the response head as the client got it
    std::uint64_t bytesSent = 0;     // to the client, head included
    std::uint64_t requestSize = 0;   // received from the client, head included
    std::string_view upstreamTarget; // path and query sent to the upstream
    std::string_view setCookie;      // that the balancer gives the client, "name=value; ..."; usually empty
};

// The credential an authentication plugin accepted; its id is what limits and logs name.
struct CredentialFacts {
    std::string_view id;
};

struct RequestTrace;

// Everything known about one request. Facts are shared between plugins by named members only, so what a plugin may
// rely on is visible here.
// Thread: worker. Pooled: taken when the first byte of a request arrives, reset and given back when it is finished.
struct Exchange {
    static constexpr std::size_t maxTries = 16; // further tries are made but not recorded

    http::RequestHead request;
    std::string_view normalizedPath; // what routing compared (kong/tools/uri.lua)
    std::string_view matchedPrefix;  // text of the path the route matched; empty when it has no paths
    std::string_view clientIp;
    std::string_view requestId; // 32 lower-case hexadecimal digits
    std::string_view body;      // whole body; only for plugins with BodyNeed::Whole
    std::uint16_t listenPort = 0;
    bool tls = false;
    std::string_view serverName; // the TLS connection's SNI; empty without
    std::string_view tlsVersion;
    std::string_view tlsCipher;

    const RouteFacts *route = nullptr;           // null: no route matched
    const ServiceFacts *service = nullptr;       // null: no route, or one without a service
    const ConsumerFacts *consumer = nullptr;     // set by an authentication plugin, also for the anonymous one
    const CredentialFacts *credential = nullptr; // null for anonymous consumers

    HeaderEdits requestEdits;       // on the way to the upstream
    HeaderEdits responseEdits;      // on the way to the client
    std::string_view queryOverride; // replaces request.query when overridesQuery
    std::string_view bodyOverride;  // replaces body when overridesBody
    bool overridesQuery = false;
    bool overridesBody = false;

    Timings timings;
    Outcome outcome;
    std::array<UpstreamTry, maxTries> tries;
    std::size_t tryCount = 0;

    RequestTrace *trace = nullptr; // null: nobody asked what happened

    Arena arena; // memory for views set by plugins; valid until the exchange is finished

    void reset() noexcept;

    // The query that goes to the upstream, '?' included.
    [[nodiscard]] std::string_view query() const noexcept { return overridesQuery ? queryOverride : request.query; }
};

} // namespace gatehouse
