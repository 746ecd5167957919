// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snapshot/entity_plans.h"

#include "core/model/config.h"
#include "core/plugins/config_values.h"
#include "core/plugins/log_object.h"

#include <QJsonArray>

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

} // namespace

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
    const QString protocol = service.value(u"protocol"_s).toString();
    plan.supported = protocol == "http"_L1 || protocol == "https"_L1;
    return plan;
}

bool isHttpRoute(const QJsonObject &route)
{
    const QString first = route.value(u"protocols"_s).toArray().first().toString();
    return first == "http"_L1 || first == "https"_L1;
}

bool isRouted(const Config &config, const QJsonObject &route)
{
    if (!isHttpRoute(route))
        return false;
    const QString serviceId = foreignId(route, u"service"_s);
    if (serviceId.isEmpty())
        return true;
    const auto service = config.find(u"services"_s, serviceId);
    return service && service->value(u"enabled"_s).toBool(true);
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
