// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/proxy/trace_text.h"

#include "core/plugins/json_text.h"
#include "core/plugins/request_trace.h"

namespace gatehouse {

namespace {

std::size_t sizeLimit(const Exchange &exchange) noexcept
{
    std::size_t texts = 0;
    for (const RequestTrace::RouteStep &step : exchange.trace->routes)
        texts += step.name.size() + step.verdict.size();
    std::size_t items = exchange.trace->routes.size() + exchange.tryCount;
    for (const RequestTrace::PluginStep &step : exchange.trace->plugins) {
        texts += step.name.size() + step.message.size();
        items += 1 + step.facts.size();
        for (const RequestTrace::Fact &fact : step.facts)
            texts += fact.name.size() + fact.value.size();
    }
    texts += exchange.outcome.decidedBy.size() + exchange.matchedPrefix.size();
    return 512 + JsonText::stringLimit(texts) + items * 160;
}

// Thousandths, as field values have no use for nanoseconds.
void writeMs(JsonText &json, std::int64_t ns)
{
    const std::int64_t us = ns / 1000;
    json.number(us / 1000).raw(".");
    const std::int64_t rest = us % 1000;
    json.raw(rest < 10 ? "00" : rest < 100 ? "0" : "").number(rest);
}

void writeRoutes(JsonText &json, const RequestTrace &trace)
{
    json.raw(",\"routes\":[");
    bool first = true;
    for (const RequestTrace::RouteStep &step : trace.routes) {
        json.raw(first ? "{\"name\":" : ",{\"name\":").string(step.name).raw(",\"verdict\":");
        json.string(step.verdict).raw("}");
        first = false;
    }
    json.raw("]");
    if (trace.routesLeftOut > 0)
        json.raw(",\"routes_left_out\":").number(static_cast<std::int64_t>(trace.routesLeftOut));
}

void writeFacts(JsonText &json, const RequestTrace::PluginStep &step)
{
    json.raw(",\"facts\":{");
    for (std::size_t i = 0; i < step.facts.size(); ++i) {
        json.raw(i == 0 ? "" : ",").string(step.facts[i].name);
        json.raw(":").string(step.facts[i].value);
    }
    json.raw("}");
}

void writePlugins(JsonText &json, const RequestTrace &trace)
{
    json.raw(",\"plugins\":[");
    bool first = true;
    for (const RequestTrace::PluginStep &step : trace.plugins) {
        json.raw(first ? "{\"name\":" : ",{\"name\":").string(step.name);
        json.raw(",\"verdict\":");
        if (step.status != 0)
            json.number(step.status);
        else
            json.raw(step.reached ? "\"passed\"" : "\"not reached\"");
        if (!step.message.empty())
            json.raw(",\"message\":").string(step.message);
        if (!step.facts.empty())
            writeFacts(json, step);
        if (step.duration >= 0) {
            json.raw(",\"ms\":");
            writeMs(json, step.duration);
        }
        json.raw("}");
        first = false;
    }
    json.raw("]");
}

void writeTries(JsonText &json, const Exchange &exchange)
{
    json.raw(",\"tries\":[");
    for (std::size_t i = 0; i < exchange.tryCount; ++i) {
        const UpstreamTry &one = exchange.tries[i];
        json.raw(i == 0 ? "{\"ip\":" : ",{\"ip\":").string(one.ip).raw(",\"port\":").number(one.port);
        if (one.failureCode != 0)
            json.raw(",\"code\":").number(one.failureCode);
        json.raw("}");
    }
    json.raw("]");
}

void writeTimings(JsonText &json, const Timings &times)
{
    json.raw(",\"ms\":{\"gateway\":");
    writeMs(json, (times.accessEnd != 0 ? times.accessEnd : times.responseStart) - times.start);
    if (times.upstreamHead != 0) {
        json.raw(",\"upstream\":");
        writeMs(json, times.upstreamHead - times.accessEnd);
    }
    if (times.end != 0) {
        json.raw(",\"total\":");
        writeMs(json, times.end - times.start);
    }
    json.raw("}");
}

} // namespace

std::string_view traceText(Exchange &exchange)
{
    char *const text = exchange.arena.allocate(sizeLimit(exchange));
    JsonText json(text);
    json.raw("{\"request_id\":").string(exchange.requestId);
    json.raw(",\"status\":").number(exchange.outcome.status);
    json.raw(",\"decided_by\":").string(exchange.outcome.decidedBy);
    writeRoutes(json, *exchange.trace);
    if (!exchange.matchedPrefix.empty())
        json.raw(",\"path\":").string(exchange.matchedPrefix);
    writePlugins(json, *exchange.trace);
    writeTries(json, exchange);
    writeTimings(json, exchange.timings);
    json.raw("}");
    return {text, json.size()};
}

} // namespace gatehouse
