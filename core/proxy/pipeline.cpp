// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/proxy/pipeline.h"

#include "core/net/poller.h"
#include "core/plugins/request_trace.h"

namespace gatehouse {

void Pipeline::begin(const PluginChain &chain) noexcept
{
    m_chain = &chain;
    m_next = 0;
    m_decidedBy = {};
}

void Pipeline::choose(const Exchange &exchange) noexcept
{
    m_chosen[m_next] = m_chain->entries[m_next].instanceFor(exchange.consumer);
    ++m_next;
}

void Pipeline::skipRequestPhase(const Exchange &exchange) noexcept
{
    while (m_next < m_chain->entries.size())
        choose(exchange);
}

Verdict Pipeline::runRequestPhase(Exchange &exchange, const WorkerServices &services, const Resume &resume)
{
    while (m_next < m_chain->entries.size()) {
        choose(exchange);
        const Plugin *plugin = m_chosen[m_next - 1];
        if (!plugin)
            continue;
        const Verdict verdict = exchange.trace ? traced(*plugin, exchange, services, resume)
                                               : plugin->onRequest(exchange, services, resume);
        if (verdict.kind() != Verdict::Kind::Next)
            return settle(exchange, verdict);
    }
    return Verdict::next();
}

Verdict Pipeline::traced(const Plugin &plugin, Exchange &exchange, const WorkerServices &services, const Resume &resume)
{
    RequestTrace &trace = *exchange.trace;
    RequestTrace::PluginStep &step = trace.plugins.emplace_back();
    step.name = m_chain->entries[m_next - 1].name;
    const ConsumerFacts *before = exchange.consumer;
    const std::int64_t begun = net::Poller::instant();
    const Verdict verdict = plugin.onRequest(exchange, services, resume);
    step.duration = net::Poller::instant() - begun;
    if (exchange.consumer && exchange.consumer != before) {
        const ConsumerFacts &consumer = *exchange.consumer;
        trace.note(exchange.credential ? "consumer" : "anonymous", !consumer.username.empty()  ? consumer.username
                                                                   : consumer.customId.empty() ? consumer.id
                                                                                               : consumer.customId);
    }
    return verdict;
}

void Pipeline::traceUnreached(RequestTrace &trace, std::size_t first) const
{
    for (std::size_t i = first; i < m_next; ++i) {
        if (!m_chosen[i])
            continue;
        RequestTrace::PluginStep &step = trace.plugins.emplace_back();
        step.name = m_chain->entries[i].name;
        step.reached = false;
    }
}

Verdict
Pipeline::resumeRequestPhase(Exchange &exchange, const WorkerServices &services, const Resume &resume, Verdict verdict)
{
    if (verdict.kind() != Verdict::Kind::Next)
        return settle(exchange, verdict);
    return runRequestPhase(exchange, services, resume);
}

Verdict Pipeline::settle(const Exchange &exchange, const Verdict &verdict)
{
    if (verdict.kind() != Verdict::Kind::Reply)
        return verdict;
    const std::size_t first = m_next;
    m_decidedBy = m_chain->entries[m_next - 1].name;
    skipRequestPhase(exchange);
    if (exchange.trace) {
        RequestTrace::PluginStep &step = exchange.trace->plugins.back();
        const Reply &answer = verdict.answer();
        step.status = answer.status;
        step.message = answer.message.empty() ? answer.body : answer.message;
        traceUnreached(*exchange.trace, first);
    }
    return verdict;
}

void Pipeline::runResponsePhase(Exchange &exchange) const
{
    for (std::size_t i = 0; i < m_next; ++i) {
        if (m_chosen[i])
            m_chosen[i]->onResponse(exchange);
    }
}

void Pipeline::runLogPhase(Exchange &exchange, const WorkerServices &services) const
{
    for (std::size_t i = 0; i < m_next; ++i) {
        if (m_chosen[i])
            m_chosen[i]->onFinished(exchange, services);
    }
}

} // namespace gatehouse
