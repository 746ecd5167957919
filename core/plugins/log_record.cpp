// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plugins/log_record.h"

#include "core/http/host.h"
#include "core/http/octets.h"
#include "core/plugins/json_text.h"
#include "core/plugins/query_args.h"
#include "core/plugins/workspace.h"

#include <algorithm>
#include <array>

namespace gatehouse {

namespace {

constexpr std::size_t maxFields = 100; // lua_max_req_headers, lua_max_resp_headers

struct NamedValue {
    std::string_view name;
    std::string_view value;
    bool hasValue = true; // false: printed as true
    bool written = false;
    std::uint32_t tag = 0;
};

// A section of names and values to be printed as one object; values of the same name become an array.
class NamedValues
{
public:
    void add(std::string_view name, std::string_view value, bool hasValue = true) noexcept
    {
        if (m_size < maxFields)
            m_values[m_size++] = {name, value, hasValue, false, fieldTag(name)};
    }

    void writeTo(JsonText &json, bool lowerCase) noexcept
    {
        json.raw("{");
        bool first = true;
        for (std::size_t i = 0; i < m_size; ++i) {
            if (m_values[i].written)
                continue;
            json.raw(first ? "" : ",");
            first = false;
            lowerCase ? json.lowerString(m_values[i].name) : json.string(m_values[i].name);
            json.raw(":");
            writeValues(json, i, lowerCase);
        }
        json.raw("}");
    }

private:
    [[nodiscard]] bool sameName(const NamedValue &a, const NamedValue &b, bool lowerCase) const noexcept
    {
        return a.tag == b.tag && (lowerCase ? sameFieldName(a.name, b.name) : a.name == b.name);
    }

    void writeValues(JsonText &json, std::size_t at, bool lowerCase) noexcept
    {
        bool isList = false;
        for (std::size_t i = at + 1; i < m_size; ++i) {
            if (!sameName(m_values[i], m_values[at], lowerCase))
                continue;
            if (!isList)
                writeValue(json.raw("["), m_values[at]);
            isList = true;
            writeValue(json.raw(","), m_values[i]);
            m_values[i].written = true;
        }
        isList ? json.raw("]") : writeValue(json, m_values[at]);
    }

    static JsonText &writeValue(JsonText &json, const NamedValue &value) noexcept
    {
        return value.hasValue ? json.string(value.value) : json.raw("true");
    }

    std::array<NamedValue, maxFields> m_values;
    std::size_t m_size = 0;
};

std::int64_t ms(std::int64_t from, std::int64_t to) noexcept
{
    return to > from ? (to - from) / 1'000'000 : 0;
}

// The request as plugins left it; what the gateway itself adds for the upstream is not part of it.
void writeRequestHeaders(JsonText &json, const Exchange &exchange, const RedactedNames &secrets)
{
    NamedValues headers;
    const bool edited = !exchange.requestEdits.empty();
    for (const http::Field &field : exchange.request.fields) {
        if (edited && exchange.requestEdits.removes(field.name))
            continue;
        const bool secret = field.id == http::FieldId::Authorization || field.id == http::FieldId::ProxyAuthorization ||
                            secrets.isField(field.name);
        headers.add(field.name, secret ? RedactedNames::replacement : field.value);
    }
    for (const HeaderEdits::Edit &edit : exchange.requestEdits) {
        if (edit.hasValue)
            headers.add(edit.name, edit.value);
    }
    headers.writeTo(json, true);
}

void writeResponseHeaders(JsonText &json, std::string_view head)
{
    NamedValues headers;
    std::size_t at = head.find("\r\n");
    while (at != std::string_view::npos && at + 2 < head.size()) {
        const std::size_t begin = at + 2;
        at = head.find("\r\n", begin);
        const std::string_view line = head.substr(begin, at - begin);
        const std::size_t colon = line.find(": ");
        if (colon != std::string_view::npos)
            headers.add(line.substr(0, colon), line.substr(colon + 2));
    }
    headers.writeTo(json, true);
}

void writeQuery(JsonText &json, Exchange &exchange, const RedactedNames &secrets)
{
    NamedValues args;
    const std::string_view query = secrets.redacted(exchange.query(), exchange.arena); // as plugins left it
    QueryArgs walk(query.empty() ? query : query.substr(1), exchange.arena);
    for (QueryArg arg; walk.next(arg);)
        args.add(arg.name, arg.value, arg.hasValue);
    args.writeTo(json, false);
}

void writeUrl(JsonText &json, Exchange &exchange, std::string_view target)
{
    const std::string_view name = http::withoutPort(exchange.request.host);
    char *lower = exchange.arena.allocate(name.size());
    std::transform(name.begin(), name.end(), lower, http::octets::toLower);
    std::array<char, 8> port{};
    const auto portEnd = std::to_chars(port.data(), port.data() + port.size(), exchange.listenPort).ptr;
    json.string(exchange.arena.concat({exchange.tls ? "https://" : "http://",
                                       {lower, name.size()},
                                       ":",
                                       {port.data(), static_cast<std::size_t>(portEnd - port.data())},
                                       target}));
}

void writeRequest(JsonText &json, Exchange &exchange, const RedactedNames &secrets)
{
    const std::string_view target = secrets.redacted(exchange.request.target, exchange.arena);

    json.raw("\"request\":{\"id\":").string(exchange.requestId);
    json.raw(",\"method\":").string(exchange.request.method);
    json.raw(",\"uri\":").string(target);
    json.raw(",\"url\":");
    writeUrl(json, exchange, target);
    json.raw(",\"querystring\":");
    writeQuery(json, exchange, secrets);
    json.raw(",\"headers\":");
    writeRequestHeaders(json, exchange, secrets);
    json.raw(",\"size\":").number(static_cast<std::int64_t>(exchange.outcome.requestSize));
    if (exchange.tls) {
        json.raw(",\"tls\":{\"version\":").string(exchange.tlsVersion);
        json.raw(",\"cipher\":").string(exchange.tlsCipher);
        json.raw(",\"client_verify\":\"NONE\"}");
    }
    json.raw("}");
}

void writeResponse(JsonText &json, const Exchange &exchange)
{
    json.raw(",\"response\":{\"status\":").number(exchange.outcome.status);
    json.raw(",\"headers\":");
    writeResponseHeaders(json, exchange.outcome.sentHead);
    json.raw(",\"size\":").number(static_cast<std::int64_t>(exchange.outcome.bytesSent));
    json.raw("}");
}

// As nginx joins the statuses of all tries.
void writeUpstreamStatus(JsonText &json, const Exchange &exchange)
{
    json.raw(",\"upstream_status\":\"");
    bool first = true;
    for (std::size_t i = 0; i < exchange.tryCount; ++i) {
        const int code = exchange.tries[i].failureCode;
        if (code == 0)
            continue;
        json.raw(first ? "" : ", ").number(code);
        first = false;
    }
    if (exchange.outcome.upstreamStatus != 0)
        json.raw(first ? "" : ", ").number(exchange.outcome.upstreamStatus);
    json.raw("\"");
}

void writeLatencies(JsonText &json, const Exchange &exchange)
{
    const Timings &times = exchange.timings;
    const bool proxied = exchange.outcome.proxied;
    const std::int64_t upstreamEnd = times.upstreamHead != 0 ? times.upstreamHead : times.responseStart;
    json.raw(",\"latencies\":{\"request\":").number(ms(times.start, times.end));
    json.raw(",\"kong\":").number(ms(times.start, proxied ? times.accessEnd : times.responseStart));
    json.raw(",\"proxy\":").number(proxied ? ms(times.accessEnd, upstreamEnd) : -1);
    json.raw(",\"receive\":").number(proxied ? ms(times.responseStart, times.end) : 0);
    json.raw("}");
}

void writeTries(JsonText &json, const Exchange &exchange)
{
    json.raw(",\"tries\":[");
    for (std::size_t i = 0; i < exchange.tryCount; ++i) {
        const UpstreamTry &one = exchange.tries[i];
        json.raw(i > 0 ? ",{\"ip\":" : "{\"ip\":").string(one.ip);
        json.raw(",\"port\":").number(one.port);
        json.raw(",\"balancer_start\":").number(one.balancerStartWall / 1'000'000);
        json.raw(",\"balancer_start_ns\":").number(one.balancerStartWall);
        json.raw(",\"balancer_latency\":").number(one.balancerLatency / 1'000'000);
        json.raw(",\"balancer_latency_ns\":").number(one.balancerLatency);
        // Kong learns how a try ended when it makes the next one, and never of the last (kong/init.lua, balancer).
        if (one.failureCode != 0 && !one.last)
            json.raw(",\"code\":").number(one.failureCode).raw(",\"state\":\"failed\"");
        json.raw("}");
    }
    json.raw("]");
}

void writeEntities(JsonText &json, const Exchange &exchange)
{
    if (exchange.route) {
        json.raw(",\"route\":").raw(exchange.route->json);
        writeTries(json, exchange);
    }
    if (exchange.service)
        json.raw(",\"service\":").raw(exchange.service->json);
    if (exchange.consumer)
        json.raw(",\"consumer\":").raw(exchange.consumer->json);
    if (exchange.credential) {
        json.raw(",\"authenticated_entity\":{\"id\":").string(exchange.credential->id);
        json.raw("}");
    }
}

std::size_t entitySize(const Exchange &exchange) noexcept
{
    return (exchange.route ? exchange.route->json.size() : 0) + (exchange.service ? exchange.service->json.size() : 0) +
           (exchange.consumer ? exchange.consumer->json.size() : 0);
}

std::size_t writeRecord(Exchange &exchange, const RedactedNames &secrets, JsonText json)
{
    json.raw("{");
    writeRequest(json, exchange, secrets);
    writeResponse(json, exchange);
    json.raw(",\"upstream_uri\":").string(secrets.redacted(exchange.outcome.upstreamTarget, exchange.arena));
    writeUpstreamStatus(json, exchange);
    writeLatencies(json, exchange);
    writeEntities(json, exchange);
    json.raw(",\"client_ip\":").string(exchange.clientIp);
    json.raw(",\"started_at\":").number(exchange.timings.startWall / 1'000'000);
    json.raw(exchange.outcome.fromUpstream ? ",\"source\":\"upstream\"" : ",\"source\":\"kong\"");
    json.raw(",\"workspace\":").string(workspaceId);
    json.raw(",\"workspace_name\":").string(workspaceName);
    json.raw("}\n");
    return json.size();
}

} // namespace

std::size_t logRecordLimit(const Exchange &exchange) noexcept
{
    const http::RequestHead &request = exchange.request;
    std::size_t texts = request.method.size() + 2 * request.target.size() + request.host.size() +
                        exchange.query().size() + exchange.outcome.upstreamTarget.size() +
                        exchange.outcome.sentHead.size();
    std::size_t strings = 64 + exchange.query().size(); // each argument costs its quotes as well
    for (const http::Field &field : request.fields)
        texts += field.name.size() + field.value.size() + 4;
    for (const HeaderEdits::Edit &edit : exchange.requestEdits)
        texts += edit.name.size() + edit.value.size() + 4;
    const std::size_t fixed = 2048 + exchange.tryCount * 320 + entitySize(exchange);
    return fixed + JsonText::stringLimit(texts) + strings * 6;
}

std::size_t writeLogRecord(Exchange &exchange, const RedactedNames &secrets, char *out)
{
    constexpr std::size_t firstCut = 4096; // octets of one text
    constexpr std::size_t lastCut = 64;
    const std::size_t longest = longestLogText + entitySize(exchange);
    std::size_t size = writeRecord(exchange, secrets, JsonText(out));
    for (std::size_t cut = firstCut; size > longest && cut >= lastCut; cut /= 4)
        size = writeRecord(exchange, secrets, JsonText(out, cut));
    return size;
}

} // namespace gatehouse
