// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/net/tls_contexts.h"
#include "core/snapshot/snapshot.h"

#include <QStringList>

namespace gatehouse {

class Clock;
class Config;
class LogFiles;
class PlanCache;
class RateCounters;
class UpstreamDirectory;

// Long-lived objects that plugins of a snapshot may hold on to.
struct CompileServices {
    const Clock &clock;
    RateCounters &counters;
    LogFiles &logFiles;
    // Presented when no certificate is for the name; may be empty without a TLS port.
    const net::TlsIdentity &defaultIdentity;
    net::TlsContexts &tlsContexts;
    UpstreamDirectory &upstreams; // told of the snapshot's when it begins to run
    PlanCache &plans;
};

struct Compiled {
    SnapshotPtr snapshot;
    QStringList warnings; // what the configuration asks for and the gateway does not do
};

// Turns a valid configuration into what workers execute. Takes a copy-on-write value, so it may run on any thread.
// Fails, naming each problem, when a pattern, key or plugin configuration cannot be used; nothing is published then.
Result<Compiled> compile(const Config &config, const CompileServices &services, std::uint64_t revision);

} // namespace gatehouse
