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
    for (const RequestTrace::PluginStep &step : exchange.trace->plugins)
        texts += step.name.size() + step.rule.size();
    const std::size_t items = exchange.trace->routes.size() + exchange.trace->plugins.size() + exchange.tryCount;
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

void writePlugins(JsonText &json, const RequestTrace &trace)
{
    json.raw(",\"plugins\":[");
    bool first = true;
    for (const RequestTrace::PluginStep &step : trace.plugins) {
        json.raw(first ? "{\"name\":" : ",{\"name\":").string(step.name);
        json.raw(",\"verdict\":");
        step.status == 0 ? json.raw("\"passed\"") : json.number(step.status);
        if (!step.rule.empty())
            json.raw(",\"rule\":").string(step.rule);
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
    json.raw("}");
}

} // namespace

std::string_view traceText(Exchange &exchange)
{
    char *const text = exchange.arena.allocate(sizeLimit(exchange));
    JsonText json(text);
    json.raw("{\"request_id\":").string(exchange.requestId);
    writeRoutes(json, *exchange.trace);
    writePlugins(json, *exchange.trace);
    writeTries(json, exchange);
    writeTimings(json, exchange.timings);
    json.raw("}");
    return {text, json.size()};
}

} // namespace gatehouse
