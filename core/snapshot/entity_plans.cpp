// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snapshot/entity_plans.h"

#include "core/model/config.h"
#include "core/plugins/config_values.h"
#include "core/plugins/log_object.h"

#include <QJsonArray>

#include <numeric>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

std::string text(const QJsonObject &object, const QString &key)
{
    return object.value(key).toString().toStdString();
}

std::chrono::milliseconds milliseconds(const QJsonObject &object, const QString &key)
{
    return std::chrono::milliseconds(object.value(key).toInteger(60000));
}

bool isDefaultPort(const QString &protocol, int port)
{
    return (protocol == "http"_L1 && port == 80) || (protocol == "https"_L1 && port == 443);
}

// Host of the upstream request when the client's is not preserved (kong/runloop/handler.lua).
std::string hostHeader(const QString &protocol, const std::string &host, int port)
{
    return isDefaultPort(protocol, port) ? host : host + ':' + std::to_string(port);
}

TargetPlan target(const QString &protocol, const std::string &host, int port)
{
    TargetPlan plan;
    plan.host = host;
    plan.port = static_cast<std::uint16_t>(port);
    plan.address = net::Address::fromLiteral(host, plan.port);
    plan.hostHeader = hostHeader(protocol, host, port);
    return plan;
}

// "host:port" as targets are stored; the host of an IPv6 target stands in brackets.
std::pair<std::string, int> splitTarget(const QString &target)
{
    const qsizetype colon = target.lastIndexOf(u':');
    return {target.left(colon).toStdString(), target.mid(colon + 1).toInt()};
}

BalancerPlan upstreamTargets(const Config &config, const QJsonObject &upstream, const QString &protocol)
{
    BalancerPlan plan;
    std::vector<std::uint32_t> weights;
    const QString hostOverride = upstream.value(u"host_header"_s).toString();
    const Table &targets = config.table(u"targets"_s);
    for (const QJsonObject &row : targets.rowsWhere(u"upstream"_s, upstream.value(u"id"_s).toString())) {
        const auto weight = static_cast<std::uint32_t>(row.value(u"weight"_s).toInteger(100));
        if (weight == 0)
            continue;
        const auto [host, port] = splitTarget(row.value(u"target"_s).toString());
        TargetPlan one = target(protocol, host, port);
        if (!hostOverride.isEmpty())
            one.hostHeader = hostHeader(protocol, hostOverride.toStdString(), port);
        plan.targets.push_back(std::move(one));
        weights.push_back(weight);
    }
    std::uint32_t divisor = 0;
    for (const std::uint32_t weight : weights)
        divisor = std::gcd(divisor, weight);
    for (std::uint32_t i = 0; i < weights.size(); ++i)
        plan.wheel.insert(plan.wheel.end(), weights[i] / divisor, i);
    return plan;
}

} // namespace

BalancerPlan balancerFor(const Config &config, const QJsonObject &service)
{
    const QString protocol = service.value(u"protocol"_s).toString();
    const QString host = service.value(u"host"_s).toString();
    if (const auto upstream = config.table(u"upstreams"_s).findBy(u"name"_s, host))
        return upstreamTargets(config, *upstream, protocol);
    BalancerPlan plan;
    plan.targets.push_back(target(protocol, host.toStdString(), service.value(u"port"_s).toInt()));
    plan.wheel.push_back(0);
    return plan;
}

ServicePlan servicePlan(const QJsonObject &service)
{
    ServicePlan plan;
    plan.facts = {text(service, u"id"_s), text(service, u"name"_s), logObject(service, ShowWorkspace::Yes)};
    const std::string path = text(service, u"path"_s);
    plan.basePath = path.empty() ? "/" : path;
    plan.connectTimeout = milliseconds(service, u"connect_timeout"_s);
    plan.writeTimeout = milliseconds(service, u"write_timeout"_s);
    plan.readTimeout = milliseconds(service, u"read_timeout"_s);
    plan.retries = service.value(u"retries"_s).toInt(5);
    plan.supported = service.value(u"protocol"_s).toString() == "http"_L1;
    return plan;
}

bool isHttpRoute(const QJsonObject &route)
{
    const QString first = route.value(u"protocols"_s).toArray().first().toString();
    return first == "http"_L1 || first == "https"_L1;
}

routing::RouteRule routeRule(const QJsonObject &route)
{
    routing::RouteRule rule;
    rule.id = text(route, u"id"_s);
    rule.methods = textsOf(route.value(u"methods"_s));
    rule.hosts = textsOf(route.value(u"hosts"_s));
    rule.paths = textsOf(route.value(u"paths"_s));
    rule.snis = textsOf(route.value(u"snis"_s));
    const QJsonObject headers = route.value(u"headers"_s).toObject();
    for (auto header = headers.begin(); header != headers.end(); ++header)
        rule.headers.emplace_back(header.key().toStdString(), textsOf(header.value()));
    rule.regexPriority = route.value(u"regex_priority"_s).toInteger(0);
    return rule;
}

RoutePlan routePlan(const QJsonObject &route)
{
    RoutePlan plan;
    const QJsonArray protocols = route.value(u"protocols"_s).toArray();
    plan.facts = {text(route, u"id"_s), text(route, u"name"_s), logObject(route, ShowWorkspace::Yes),
                  route.value(u"strip_path"_s).toBool(true)};
    plan.requestBuffering = route.value(u"request_buffering"_s).toBool(true);
    plan.preserveHost = route.value(u"preserve_host"_s).toBool(false);
    plan.httpsOnly = protocols.contains(u"https"_s) && !protocols.contains(u"http"_s);
    plan.httpsRedirectStatus = route.value(u"https_redirect_status_code"_s).toInt(426);
    return plan;
}

} // namespace gatehouse
