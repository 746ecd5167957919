// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/admin/endpoints.h"

#include <QJsonArray>

#include <algorithm>

namespace gatehouse {
namespace {

using namespace Qt::StringLiterals;

// The version whose Admin API this is; decK and other clients choose their behaviour by it.
constexpr QLatin1String compatibleVersion("3.9.1");

QJsonArray processes(const NodeFacts &facts)
{
    return {static_cast<qint64>(facts.processId())};
}

QJsonObject availablePlugins(const SchemaRegistry &registry)
{
    QJsonObject plugins;
    const QStringList names = registry.pluginNames();
    for (const QString &name : names) {
        plugins.insert(
            name, QJsonObject{{u"version"_s, compatibleVersion}, {u"priority"_s, registry.plugin(name)->priority}});
    }
    return plugins;
}

QJsonArray pluginsInUse(const Config &config)
{
    QStringList names;
    const QList<QJsonObject> rows = config.rows(u"plugins"_s);
    for (const QJsonObject &row : rows) {
        names.append(row.value("name"_L1).toString());
    }
    names.removeDuplicates();
    return QJsonArray::fromStringList(names);
}

AdminReply root(AdminCall &call)
{
    const NodeFacts &facts = call.context.facts;
    const QJsonObject plugins{{u"available_on_server"_s, availablePlugins(call.registry())},
                              {u"enabled_in_cluster"_s, pluginsInUse(call.store().config())}};
    return AdminReply::json(
        200, {{u"tagline"_s, u"Welcome to kong"_s},
              {u"version"_s, compatibleVersion},
              {u"edition"_s, u"community"_s},
              {u"gatehouse_version"_s, QLatin1String(GATEHOUSE_VERSION)},
              {u"hostname"_s, facts.hostName()},
              {u"node_id"_s, facts.nodeId()},
              {u"lua_version"_s, u"none"_s},
              {u"timers"_s, QJsonObject{{u"running"_s, 0}, {u"pending"_s, 0}}},
              {u"plugins"_s, plugins},
              {u"configuration"_s, facts.settings()},
              {u"pids"_s, QJsonObject{{u"master"_s, facts.processId()}, {u"workers"_s, processes(facts)}}}});
}

AdminReply endpoints(AdminCall &call)
{
    return AdminReply::json(200, {{u"data"_s, QJsonArray::fromStringList(call.context.endpoints)}});
}

// "5.00 MiB"; plain numbers for bytes.
QJsonValue amount(double bytes, QChar unit, int digits)
{
    switch (unit.unicode()) {
    case u'k':
        return QString(QString::number(bytes / 1024, 'f', digits) + u" KiB"_s);
    case u'm':
        return QString(QString::number(bytes / 1048576, 'f', digits) + u" MiB"_s);
    case u'g':
        return QString(QString::number(bytes / 1073741824, 'f', digits) + u" GiB"_s);
    default:
        return bytes;
    }
}

QJsonObject connectionsJson(const ConnectionCounts &counts)
{
    return {{u"connections_active"_s, counts.active},     {u"connections_reading"_s, counts.reading},
            {u"connections_writing"_s, counts.writing},   {u"connections_waiting"_s, counts.waiting},
            {u"connections_accepted"_s, counts.accepted}, {u"connections_handled"_s, counts.handled},
            {u"total_requests"_s, counts.requests}};
}

AdminReply status(AdminCall &call)
{
    const QString unit = call.query.contains(u"unit"_s) ? call.query.value(u"unit"_s).toLower() : u"m"_s;
    if (unit.size() != 1 || !QStringView(u"bkmg").contains(unit)) {
        return AdminReply::message(
            400, u"invalid unit '%1' (expected 'k/K', 'm/M', or 'g/G')"_s.arg(call.query.value(u"unit"_s)));
    }
    bool isNumber = true;
    const int digits = call.query.contains(u"scale"_s) ? call.query.value(u"scale"_s).toInt(&isNumber) : 2;
    if (!isNumber || digits < 0) {
        return AdminReply::message(400, u"scale must be equal or greater than 0"_s);
    }
    const NodeFacts &facts = call.context.facts;
    const QJsonObject process{
        {u"pid"_s, facts.processId()},
        {u"http_allocated_gc"_s, amount(static_cast<double>(facts.memoryBytes()), unit.front(), std::min(digits, 17))}};
    return AdminReply::json(200, {{u"memory"_s, QJsonObject{{u"lua_shared_dicts"_s, QJsonObject()},
                                                            {u"workers_lua_vms"_s, QJsonArray{process}}}},
                                  {u"server"_s, connectionsJson(facts.connections())},
                                  {u"configuration_hash"_s, call.context.posted.hash}});
}

AdminReply dnsStatus(AdminCall &)
{
    return AdminReply::message(501, u"not implemented with the legacy DNS client"_s);
}

AdminReply timers(AdminCall &call)
{
    const QJsonObject none{{u"total"_s, 0}, {u"runs"_s, 0}, {u"running"_s, 0}, {u"pending"_s, 0}, {u"waiting"_s, 0}};
    return AdminReply::json(200,
                            {{u"worker"_s, QJsonObject{{u"id"_s, 0}, {u"count"_s, call.context.facts.workerCount()}}},
                             {u"stats"_s, QJsonObject{{u"sys"_s, none}, {u"timers"_s, QJsonObject()}}}});
}

// Rows are read from the snapshot and answers are not stored: no key is ever found, and none is left behind.
AdminReply cachedValue(AdminCall &)
{
    return AdminReply::notFound();
}

AdminReply forgetCached(AdminCall &)
{
    return AdminReply::empty(204);
}

AdminReply logLevel(AdminCall &call)
{
    return AdminReply::message(200, u"log level: "_s + call.context.facts.logLevel());
}

AdminReply setLogLevel(AdminCall &call)
{
    static const QStringList levels{u"debug"_s, u"info"_s, u"notice"_s, u"warn"_s,
                                    u"error"_s, u"crit"_s, u"alert"_s,  u"emerg"_s};
    const QString level = call.segments.value(u"log_level"_s);
    if (!levels.contains(level)) {
        return AdminReply::message(400, u"unknown log level: "_s + level);
    }
    bool isNumber = true;
    const QString timeout = call.query.contains(u"timeout"_s) ? call.query.value(u"timeout"_s) : u"60"_s;
    const int seconds = timeout.toInt(&isNumber);
    if (!isNumber || seconds < 0) {
        return AdminReply::message(400, u"timeout must be greater than or equal to 0"_s);
    }
    if (call.context.facts.logLevel() == level) {
        return AdminReply::message(200, u"log level is already "_s + level);
    }
    call.context.facts.setLogLevel(level, std::chrono::seconds(seconds));
    return AdminReply::message(200, u"log level changed"_s);
}

AdminReply metrics(AdminCall &call)
{
    const auto text = call.context.facts.metrics();
    return text ? AdminReply{200, {{"Content-Type", "text/plain; charset=UTF-8"}}, *text} : AdminReply::notFound();
}

AdminReply robots(AdminCall &)
{
    return {200, {{"Content-Type", "text/plain"}}, "User-agent: *\nDisallow: /"};
}

std::optional<AdminReply> onlyOnControlPlane(AdminCall &)
{
    return AdminReply::message(400, u"this endpoint is only available when Kong is configured to run as Control Plane "
                                    "for the cluster"_s);
}

std::optional<AdminReply> onlyWithFilters(AdminCall &)
{
    return AdminReply::message(400, u"this endpoint is only available when wasm is enabled"_s);
}

void closeFilterEndpoints(RouteTable &routes)
{
    for (const QString &kind : {u"all"_s, u"enabled"_s, u"disabled"_s}) {
        routes.add({u"/routes/{routes}/filters/"_s + kind, {{"GET", cachedValue}}, onlyWithFilters});
    }
    const QStringList paths = routes.paths();
    for (const QString &path : paths) {
        if (path.contains("/filter-chains"_L1)) {
            routes.at(path).before = onlyWithFilters;
        }
    }
}

} // namespace

void addNodeEndpoints(RouteTable &routes)
{
    routes.add({u"/"_s, {{"GET", root}}});
    routes.add({u"/endpoints"_s, {{"GET", endpoints}}});
    routes.add({u"/status"_s, {{"GET", status}}});
    routes.add({u"/status/dns"_s, {{"GET", dnsStatus}}});
    routes.add({u"/timers"_s, {{"GET", timers}}});
    routes.add({u"/metrics"_s, {{"GET", metrics}}});
    routes.add({u"/robots.txt"_s, {{"GET", robots}}});
    routes.add({u"/cache"_s, {{"DELETE", forgetCached}}});
    routes.add({u"/cache/{key}"_s, {{"GET", cachedValue}, {"DELETE", forgetCached}}});
    routes.add({u"/proxy-cache"_s, {{"DELETE", forgetCached}}});
    for (const QString &path : {u"/proxy-cache/{cache_key}"_s, u"/proxy-cache/{plugin_id}/caches/{cache_key}"_s}) {
        routes.add({path, {{"GET", cachedValue}, {"DELETE", cachedValue}}});
    }
    routes.add({u"/debug/node/log-level"_s, {{"GET", logLevel}}});
    routes.add({u"/debug/node/log-level/{log_level}"_s, {{"PUT", setLogLevel}}});
    routes.add({u"/debug/cluster/log-level/{log_level}"_s, {{"PUT", setLogLevel}}});
    for (const QString &path : {u"/clustering/data-planes"_s, u"/clustering/status"_s}) {
        routes.add({path, {{"GET", cachedValue}}, onlyOnControlPlane});
    }
    closeFilterEndpoints(routes);
}

} // namespace gatehouse
