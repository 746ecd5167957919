// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inspect/match_report.h"

#include "core/http/request_parser.h"
#include "core/proxy/forward_head.h"
#include "core/routing/path_normalizer.h"
#include "core/snapshot/entity_plans.h"
#include "core/snapshot/upstream_plan.h"

#include <QHostAddress>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

// One request on its way: the views of the exchange point into the text.
struct Probe {
    std::string text;
    std::string sni;
    std::unique_ptr<Exchange> exchange = std::make_unique<Exchange>();
    routing::RouteQuery query;
    routing::RouteMatch match;
    routing::MatchScratch scratch;
};

QUrl urlOf(const QString &text)
{
    const QString trimmed = text.trimmed();
    if (trimmed.startsWith(u'/'))
        return QUrl(u"http://localhost"_s + trimmed);
    return QUrl(trimmed.contains("://"_L1) ? trimmed : u"http://"_s + trimmed);
}

std::string headText(const TestRequest &request, const QUrl &url)
{
    const QString path = url.path(QUrl::FullyEncoded);
    QString target = path.isEmpty() ? u"/"_s : path;
    if (url.hasQuery())
        target += u'?' + url.query(QUrl::FullyEncoded);
    QString text = u"%1 %2 HTTP/1.1\r\n"_s.arg(request.method, target);
    const bool hasHost = std::any_of(request.headers.begin(), request.headers.end(), [](const auto &field) {
        return field.first.compare("host"_L1, Qt::CaseInsensitive) == 0;
    });
    if (!hasHost)
        text += u"Host: %1\r\n"_s.arg(url.authority(QUrl::FullyEncoded | QUrl::RemoveUserInfo));
    for (const auto &[name, value] : request.headers)
        text += u"%1: %2\r\n"_s.arg(name, value);
    text += u"\r\n"_s;
    return text.toStdString();
}

QString parse(const TestRequest &request, Probe &probe)
{
    const QUrl url = urlOf(request.url);
    const bool tls = url.scheme() == "https"_L1;
    if (!url.isValid() || url.host().isEmpty() || (!tls && url.scheme() != "http"_L1))
        return u"This is no URL of the gateway."_s;
    if (request.method == "CONNECT"_L1 || request.method == "TRACE"_L1)
        return u"The gateway routes no %1 requests."_s.arg(request.method);
    probe.text = headText(request, url);
    Exchange &exchange = *probe.exchange;
    http::RequestParser parser{http::Limits()};
    if (parser.parse(probe.text, exchange.request) != http::ParseStatus::Done)
        return QString::fromLatin1(parser.failure().reason ? parser.failure().reason : "The request is not complete.");
    const std::string_view path = exchange.request.path;
    exchange.tls = tls;
    if (tls && QHostAddress(url.host()).isNull())
        probe.sni = url.host(QUrl::FullyEncoded).toStdString(); // an address is no server name (RFC 6066, 3)
    exchange.normalizedPath = routing::normalizePath(path, exchange.arena.allocate(path.size()));
    exchange.listenPort = static_cast<std::uint16_t>(url.port(tls ? 443 : 80));
    probe.query.method = exchange.request.method;
    probe.query.host = exchange.request.host;
    probe.query.path = exchange.normalizedPath;
    probe.query.fields = &exchange.request.fields;
    probe.query.tls = tls;
    probe.query.listenPort = exchange.listenPort;
    probe.query.sni = probe.sni;
    return {};
}

QString matchedHost(const routing::RouteRule &rule, const routing::RouteQuery &query)
{
    const routing::QueryHost host(query);
    for (const std::string &configured : rule.hosts) {
        const routing::HostTest test = routing::makeHostTest(configured);
        if ((!test.port || *test.port == host.port) && routing::matchesHost(test, host.host))
            return QString::fromStdString(configured);
    }
    return {};
}

bool matchesPath(const std::string &path, Probe &probe)
{
    if (!routing::isRegexPath(path))
        return probe.query.path.starts_with(path);
    const Result<routing::Pattern> pattern = routing::Pattern::forPath(std::string_view(path).substr(1));
    return pattern && pattern->search(probe.query.path, probe.scratch);
}

QString shown(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

QString plainHost(const QJsonObject &service)
{
    const QString host = service.value("host"_L1).toString();
    return host.contains(u':') && !host.startsWith(u'[') ? u'[' + host + u']' : host;
}

void addUpstream(
    const Config &config, const QJsonObject &service, const RoutePlan &route, Probe &probe, MatchReport &report)
{
    const QString protocol = service.value("protocol"_L1).toString();
    const bool tls = protocol == "https"_L1;
    const auto port = static_cast<std::uint16_t>(service.value("port"_L1).toInt());
    const auto upstream = config.table(u"upstreams"_s).findBy(u"name"_s, service.value("host"_L1));
    TargetPlan target;
    if (!upstream) {
        target.hostHeader = upstreamHost(service.value("host"_L1).toString().toStdString(), port, tls);
    } else if (const UpstreamSettings settings = upstreamSettings(config, *upstream); !settings.hostHeader.empty()) {
        target.hostHeader = settings.hostHeader;
    }
    const QString authority = upstream ? plainHost(service) : u"%1:%2"_s.arg(plainHost(service)).arg(port);
    report.upstreamUrl = protocol + u"://"_s + authority + shown(makeUpstreamTarget(*probe.exchange, route));
    report.upstreamHost = shown(upstreamHost(*probe.exchange, route, target));
}

void addRoute(const EvaluationOrder &order, Probe &probe, MatchReport &report)
{
    const QJsonObject &row = order.route(probe.match.rule);
    const routing::RouteRule &rule = order.rules()[probe.match.rule];
    report.routeId = row.value("id"_L1).toString();
    report.isRegex = probe.match.regex;
    report.host = matchedHost(rule, probe.query);
    RoutePlan plan = routePlan(row);
    if (plan.httpsOnly && !probe.query.tls)
        report.httpsStatus = plan.httpsRedirectStatus;
    const auto service = order.config().find(u"services"_s, foreignId(row, u"service"_s));
    if (!service)
        return;
    const ServicePlan compiled = servicePlan(*service);
    plan.service = &compiled;
    probe.exchange->matchedPrefix = probe.match.matchedPath;
    addUpstream(order.config(), *service, plan, probe, report);
}

} // namespace

MatchReport testMatch(const EvaluationOrder &order, const TestRequest &request)
{
    Probe probe;
    MatchReport report;
    report.problem = parse(request, probe);
    if (!report.problem.isEmpty())
        return report;
    const bool matches = order.router().match(probe.query, probe.scratch, probe.match);
    if (matches)
        addRoute(order, probe, report);
    const std::vector<routing::RouteOrder> places = order.router().order();
    const std::vector<routing::RouteTrace> traces = order.router().explain(probe.query, probe.scratch);
    for (std::size_t i = 0; i < traces.size(); ++i) {
        if (matches && traces[i].failed == routing::Criterion::None) {
            for (const std::string &path : places[i].paths) {
                if (report.path.isEmpty() && matchesPath(path, probe))
                    report.path = QString::fromStdString(path);
            }
            break;
        }
        MatchReport::Tried tried{order.route(traces[i].rule).value("id"_L1).toString(), {}, traces[i].failed};
        for (const std::string &path : places[i].paths)
            tried.paths << QString::fromStdString(path);
        report.tried << tried;
    }
    return report;
}

} // namespace gatehouse
