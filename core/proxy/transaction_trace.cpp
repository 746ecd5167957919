// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plugins/request_trace.h"
#include "core/proxy/client_connection.h"
#include "core/proxy/trace_text.h"
#include "core/proxy/transaction.h"

namespace gatehouse {

namespace {

constexpr std::size_t mostRoutes = 24; // shown; those tried before them are counted

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

// Kong's request debugging (kong/timing): asked for by a field, and without a token only from this machine.
void Transaction::beginTrace()
{
    const http::Field *asked = m_exchange.request.fields.find(http::FieldId::XKongRequestDebug);
    if (!asked || asked->value != "*" || !isLoopback(m_exchange.clientIp))
        return;
    m_trace = std::make_unique<RequestTrace>();
    m_exchange.trace = m_trace.get();
}

void Transaction::traceRoutes(const routing::RouteQuery &query)
{
    for (const routing::RouteTrace &step : m_snapshot->router->explain(query, m_worker.matchScratch)) {
        const RouteFacts &route = m_snapshot->routes[step.rule].facts;
        m_trace->routes.push_back({route.name.empty() ? route.id : route.name, verdictFor(step.failed)});
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
    if (m_exchange.trace)
        m_exchange.responseEdits.set("X-Kong-Request-Debug-Output", traceText(m_exchange));
}

} // namespace gatehouse
