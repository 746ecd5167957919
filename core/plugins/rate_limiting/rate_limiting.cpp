// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plugins/rate_limiting/rate_limiting.h"

#include "core/counters/rate_counters.h"
#include "core/plugins/rate_limiting/limit_headers.h"
#include "core/plugins/request_trace.h"

#include <QJsonObject>

#include <algorithm>
#include <array>
#include <vector>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

constexpr std::array<QLatin1String, 6> periods{"second"_L1, "minute"_L1, "hour"_L1, // by RatePeriod
                                               "day"_L1,    "month"_L1,  "year"_L1};
constexpr std::string_view nobody = "00000000-0000-0000-0000-000000000000"; // Kong's id for "not bound"

enum class LimitBy : std::uint8_t { Consumer, Credential, Ip, Service, Header, Path };

LimitBy limitBy(const QString &text)
{
    static constexpr std::array<QLatin1String, 6> names{"consumer"_L1, "credential"_L1, "ip"_L1,
                                                        "service"_L1,  "header"_L1,     "path"_L1};
    const auto found = std::find(names.begin(), names.end(), text);
    return found == names.end() ? LimitBy::Consumer : static_cast<LimitBy>(found - names.begin());
}

struct Identifier {
    std::string_view value;
    std::string_view kind; // for the counters' labels
    std::string_view shown;
};

// Names a bucket for people; asked only when the bucket is new.
class BucketLabel final : public RateCounters::Labeller
{
public:
    BucketLabel(const std::string &pluginId, const std::string &scope, const Identifier &identifier)
        : m_pluginId(pluginId)
        , m_scope(scope)
        , m_identifier(identifier)
    {
    }

    [[nodiscard]] RateCounters::Label labelFor(RateWindow window) const override
    {
        return {m_pluginId, m_scope, std::string(m_identifier.kind) + ' ' + std::string(m_identifier.shown),
                window.period, window.limit};
    }

private:
    const std::string &m_pluginId;
    const std::string &m_scope;
    const Identifier &m_identifier;
};

class RateLimiting final : public Plugin
{
public:
    RateLimiting(const PluginBinding &binding, const PluginServices &services);

    Verdict onRequest(Exchange &exchange, const WorkerServices &worker, const Resume &) const override;

private:
    [[nodiscard]] Identifier identify(const Exchange &exchange) const;
    void explainUsage(RequestTrace &trace, const Identifier &identifier, std::span<const std::uint32_t> usage) const;
    [[nodiscard]] std::string_view bucketKey(Exchange &exchange, std::string_view identifier) const;

    RateCounters &m_counters;
    std::vector<RateWindow> m_windows;
    LimitBy m_limitBy = LimitBy::Consumer;
    std::string m_headerName;
    std::string m_path;
    std::string m_scopeKey; // route and service the instance is bound to, as they stand in Kong's counter keys
    std::string m_scopeText;
    std::string m_pluginId;
    std::string m_errorMessage;
    int m_errorCode = 429;
    bool m_hideHeaders = false;
};

RateLimiting::RateLimiting(const PluginBinding &binding, const PluginServices &services)
    : m_counters(services.counters)
{
    const QJsonObject &config = binding.config;
    for (std::size_t i = 0; i < periods.size(); ++i) {
        const QJsonValue limit = config.value(periods[i]);
        if (limit.isDouble())
            m_windows.push_back({static_cast<RatePeriod>(i), limit.toDouble()});
    }
    m_limitBy = limitBy(config.value("limit_by"_L1).toString());
    m_headerName = config.value("header_name"_L1).toString().toStdString();
    m_path = config.value("path"_L1).toString().toStdString();
    m_errorMessage = config.value("error_message"_L1).toString().toStdString();
    m_errorCode = config.value("error_code"_L1).toInt(429);
    m_hideHeaders = config.value("hide_client_headers"_L1).toBool();
    const std::string route = binding.routeId.toStdString();
    const std::string service = binding.serviceId.toStdString();
    m_scopeKey =
        (route.empty() ? std::string(nobody) : route) + ':' + (service.empty() ? std::string(nobody) : service) + ':';
    m_scopeText = !route.empty() ? "route " + route : !service.empty() ? "service " + service : "global";
    m_pluginId = binding.id.toStdString();
}

Identifier RateLimiting::identify(const Exchange &exchange) const
{
    const Identifier address{exchange.clientIp, "ip", exchange.clientIp};
    const auto or_ip = [&address](const Identifier &wanted) { return wanted.value.empty() ? address : wanted; };
    switch (m_limitBy) {
    case LimitBy::Consumer:
        if (exchange.consumer) {
            const std::string &name = exchange.consumer->username;
            return {exchange.consumer->id, "consumer", name.empty() ? exchange.consumer->id : name};
        }
        [[fallthrough]];
    case LimitBy::Credential:
        return exchange.credential ? Identifier{exchange.credential->id, "credential", exchange.credential->id}
                                   : address;
    case LimitBy::Ip:
        return address;
    case LimitBy::Service:
        return exchange.service ? Identifier{exchange.service->id, "service", exchange.service->name} : address;
    case LimitBy::Header: {
        const http::Field *field = exchange.request.fields.find(m_headerName);
        return or_ip(field ? Identifier{field->value, "header", field->value} : Identifier{});
    }
    case LimitBy::Path:
        return exchange.normalizedPath == m_path ? Identifier{m_path, "path", m_path} : address;
    }
    return address;
}

std::string_view RateLimiting::bucketKey(Exchange &exchange, std::string_view identifier) const
{
    return exchange.arena.concat({m_scopeKey, identifier});
}

void RateLimiting::explainUsage(RequestTrace &trace,
                                const Identifier &identifier,
                                std::span<const std::uint32_t> usage) const
{
    const bool isHeader = identifier.kind == "header"; // whose value may be a secret
    const std::string_view shown = isHeader ? std::string_view(m_headerName) : identifier.shown;
    trace.note("counted by", std::string(identifier.kind) + ' ' + std::string(shown));
    for (std::size_t i = 0; i < m_windows.size(); ++i) {
        const QByteArray used = QByteArray::number(usage[i]) + " of " + QByteArray::number(m_windows[i].limit);
        trace.note(periods[static_cast<std::size_t>(m_windows[i].period)].data(),
                   {used.constData(), static_cast<std::size_t>(used.size())});
    }
}

Verdict RateLimiting::onRequest(Exchange &exchange, const WorkerServices &worker, const Resume &) const
{
    const std::int64_t now = worker.nowWall / 1'000'000'000;
    const Identifier identifier = identify(exchange);
    std::array<std::uint32_t, RateCounters::maxWindows> usage{};
    const bool allowed = m_counters.hit({bucketKey(exchange, identifier.value), m_windows, now},
                                        BucketLabel(m_pluginId, m_scopeText, identifier), usage);
    if (exchange.trace)
        explainUsage(*exchange.trace, identifier, usage);
    if (!m_hideHeaders)
        addLimitHeaders(exchange, {m_windows, usage, now, allowed});
    if (allowed)
        return Verdict::next();
    return Verdict::reply({m_errorCode, ReplyForm::Negotiated, m_errorMessage, {}, {}});
}

Result<std::shared_ptr<const Plugin>> create(const PluginBinding &binding, const PluginServices &services)
{
    if (const QString policy = binding.config.value("policy"_L1).toString(); policy != "local"_L1) {
        services.warnings << u"plugin 'rate-limiting' (id %1): policy '%2' counts on this node only, as 'local' does"_s
                                 .arg(binding.id, policy);
    }
    return std::shared_ptr<const Plugin>(std::make_shared<const RateLimiting>(binding, services));
}

} // namespace

const PluginType &rateLimitingPlugin() noexcept
{
    static constexpr PluginType type{QLatin1String("rate-limiting"), 910, nullptr, create, nullptr};
    return type;
}

} // namespace gatehouse
