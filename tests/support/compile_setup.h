// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/counters/rate_counters.h"
#include "core/runtime/log_writer.h"
#include "core/snapshot/compiler.h"
#include "core/snapshot/plan_cache.h"

namespace gatehouse {

// What compiling a configuration needs besides it. The identity is empty until a test sets one: no TLS port.
// Thread: the one that makes it.
struct CompileSetup {
    SystemClock clock;
    RateCounters counters;
    LogWriter logs;
    net::TlsIdentity identity;
    net::TlsContexts tlsContexts;
    UpstreamDirectory upstreams;
    PlanCache plans;

    [[nodiscard]] CompileServices services()
    {
        return {clock, counters, logs, identity, tlsContexts, upstreams, plans};
    }
};

} // namespace gatehouse
