// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plugins/request_trace.h"
#include "core/plugins/shown_name.h"
#include "core/proxy/client_connection.h"
#include "core/proxy/trace_text.h"
#include "core/proxy/transaction.h"

#include <algorithm>

namespace gatehouse {

namespace {

constexpr std::size_t mostRoutes = 24;     // shown; those tried before them are counted
constexpr std::size_t watchedRoutes = 512; // with more, explaining all would slow down every watched request

std::string_view verdictFor(routing::Criterion failed) noexcept
{
    switch (failed) {
    case routing::Criterion::None:
        return "matched";
    case routing::Criterion::Sni:
        return "other snis";
    case routing::Criterion::Method:
        return "other methods";
    case routing::Criterion::Host:
        return "other hosts";
    case routing::Criterion::Header:
        return "other headers";
    case routing::Criterion::Path:
        break;
    }
    return "other paths";
}

bool isLoopback(std::string_view ip) noexcept
{
    return ip.starts_with("127.") || ip == "::1";
}

} // namespace

// Kong's request debugging (kong/timing): asked for by a field, and without a token only from this machine; and for
// whoever watches traffic.
void Transaction::beginTrace()
{
    const http::Field *field = m_exchange.request.fields.find(http::FieldId::XKongRequestDebug);
    const bool asked = field && field->value == "*" && isLoopback(m_exchange.clientIp);
    if (!asked && !isWatched())
        return;
    m_trace = std::make_unique<RequestTrace>();
    m_trace->forClient = asked;
    m_exchange.trace = m_trace.get();
}

void Transaction::traceRoutes(const routing::RouteQuery &query)
{
    if (!m_trace->forClient && m_snapshot->routes.size() > watchedRoutes) {
        routing::RouteMatch match;
        if (m_snapshot->router->match(query, m_worker.matchScratch, match))
            m_trace->routes.push_back({shownName(m_snapshot->routes[match.rule].facts), "matched"});
        m_trace->routesLeftOut = m_snapshot->routes.size() - m_trace->routes.size();
        return;
    }
    for (const routing::RouteTrace &step : m_snapshot->router->explain(query, m_worker.matchScratch)) {
        m_trace->routes.push_back({shownName(m_snapshot->routes[step.rule].facts), verdictFor(step.failed)});
        if (step.failed == routing::Criterion::None)
            break;
    }
    if (m_trace->routes.size() <= mostRoutes)
        return;
    m_trace->routesLeftOut = m_trace->routes.size() - mostRoutes;
    m_trace->routes.erase(m_trace->routes.begin(),
                          m_trace->routes.begin() + static_cast<std::ptrdiff_t>(m_trace->routesLeftOut));
}

void Transaction::runResponsePhase()
{
    m_pipeline.runResponsePhase(m_exchange);
    if (m_trace && m_trace->forClient)
        m_exchange.responseEdits.set("X-Kong-Request-Debug-Output", traceText(m_exchange));
}

void Transaction::publishRecord()
{
    const Timings &times = m_exchange.timings;
    const Outcome &outcome = m_exchange.outcome;
    const auto ms = [](std::int64_t from, std::int64_t to) { return static_cast<float>(to - from) / 1e6F; };
    TrafficRecord record;
    record.startedAt = times.startWall / 1'000'000;
    record.totalMs = ms(times.start, times.end);
    record.upstreamMs = times.upstreamHead != 0 ? std::max(ms(times.accessEnd, times.upstreamHead), 0.0F) : -1.0F;
    record.gatewayMs = times.accessEnd != 0 ? ms(times.start, times.accessEnd) : record.totalMs;
    record.responseSize = static_cast<std::uint32_t>(std::min<std::uint64_t>(outcome.bytesSent, 0xffffffffU));
    record.status = static_cast<std::uint16_t>(outcome.status);
    record.revision = m_snapshot->revision;
    record.method.assign(m_exchange.request.method);
    record.path.assign(m_exchange.request.path); // without the query: it may carry tokens
    record.route.assign(m_exchange.route ? shownName(*m_exchange.route) : std::string_view());
    record.service.assign(m_exchange.service ? shownName(*m_exchange.service) : std::string_view());
    record.consumer.assign(m_exchange.consumer ? shownName(*m_exchange.consumer) : std::string_view());
    record.decidedBy.assign(outcome.decidedBy);
    record.client.assign(m_exchange.clientIp);
    m_worker.traffic->put(record, m_trace ? traceText(m_exchange) : std::string_view());
}

} // namespace gatehouse
