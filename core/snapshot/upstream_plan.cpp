// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snapshot/upstream_plan.h"

#include "core/model/config.h"
#include "core/snapshot/tls_plan.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

std::string text(const QJsonObject &object, QLatin1String key)
{
    return object.value(key).toString().toStdString();
}

std::chrono::milliseconds seconds(const QJsonObject &object, QLatin1String key)
{
    return std::chrono::milliseconds(qRound64(object.value(key).toDouble() * 1000));
}

Algorithm algorithmOf(const QString &name)
{
    if (name == "consistent-hashing"_L1)
        return Algorithm::ConsistentHashing;
    if (name == "least-connections"_L1)
        return Algorithm::LeastConnections;
    return name == "latency"_L1 ? Algorithm::Latency : Algorithm::RoundRobin;
}

// `field` is "hash_on" or "hash_fallback"; the cookie has one name for both.
HashRule hashRule(const QJsonObject &upstream, const QString &field)
{
    struct Row {
        QLatin1String word;
        HashSource source;
    };

    static constexpr Row rows[] = {{"consumer"_L1, HashSource::Consumer},
                                   {"ip"_L1, HashSource::Ip},
                                   {"header"_L1, HashSource::Header},
                                   {"cookie"_L1, HashSource::Cookie},
                                   {"path"_L1, HashSource::Path},
                                   {"query_arg"_L1, HashSource::QueryArg},
                                   {"uri_capture"_L1, HashSource::UriCapture}};
    HashRule rule;
    const QString word = upstream.value(field).toString();
    for (const Row &row : rows) {
        if (word == row.word)
            rule.source = row.source;
    }
    const QString key = rule.source == HashSource::Cookie ? u"hash_on_cookie"_s : field + u'_' + word;
    rule.name = upstream.value(key).toString().toStdString();
    return rule;
}

HealthLimits::Statuses statuses(const QJsonObject &part)
{
    HealthLimits::Statuses set;
    for (const QJsonValue &status : part.value("http_statuses"_L1).toArray())
        set.set(static_cast<std::size_t>(qBound(0, status.toInt(), 999)));
    return set;
}

HealthLimits limits(const QJsonObject &checks)
{
    const auto limit = [](const QJsonObject &part, QLatin1String key) {
        return static_cast<std::uint8_t>(qBound(0, part.value(key).toInt(), 255));
    };
    const QJsonObject healthy = checks.value("healthy"_L1).toObject();
    const QJsonObject unhealthy = checks.value("unhealthy"_L1).toObject();
    HealthLimits result;
    result.successes = limit(healthy, "successes"_L1);
    result.tcpFailures = limit(unhealthy, "tcp_failures"_L1);
    result.timeouts = limit(unhealthy, "timeouts"_L1);
    result.httpFailures = limit(unhealthy, "http_failures"_L1);
    result.good = statuses(healthy);
    result.bad = statuses(unhealthy);
    return result;
}

// Kong runs TCP checks in its stream proxy only (kong/runloop/balancer/healthcheckers.lua); there is none here, so that
// they would never run. gRPC is not probed.
ProbeType probeType(const QString &word)
{
    if (word == "https"_L1)
        return ProbeType::Https;
    if (word == "tcp"_L1)
        return ProbeType::Tcp;
    return word == "http"_L1 ? ProbeType::Http : ProbeType::None;
}

ActiveCheck activeCheck(const QJsonObject &active)
{
    ActiveCheck check;
    check.limits = limits(active);
    check.type = probeType(active.value("type"_L1).toString(u"http"_s));
    check.timeout = seconds(active, "timeout"_L1);
    check.concurrency = static_cast<std::uint32_t>(qMax<qint64>(1, active.value("concurrency"_L1).toInteger(10)));
    check.healthyInterval = seconds(active.value("healthy"_L1).toObject(), "interval"_L1);
    check.unhealthyInterval = seconds(active.value("unhealthy"_L1).toObject(), "interval"_L1);
    check.path = text(active, "http_path"_L1);
    check.serverName = text(active, "https_sni"_L1);
    check.verifiesCertificate = active.value("https_verify_certificate"_L1).toBool(true);
    const QJsonObject headers = active.value("headers"_L1).toObject();
    for (auto header = headers.begin(); header != headers.end(); ++header) {
        for (const QJsonValue &value : header.value().toArray())
            check.headers.push_back(header.key().toStdString() + ": " + value.toString().toStdString());
    }
    return check;
}

// A target is stored as "host:port"; the host of an IPv6 target stands in brackets.
UpstreamTarget targetOf(const QJsonObject &row)
{
    const QString address = row.value("target"_L1).toString();
    const qsizetype colon = address.lastIndexOf(u':');
    UpstreamTarget target;
    target.id = text(row, "id"_L1);
    target.host = address.left(colon).toStdString();
    target.port = static_cast<std::uint16_t>(address.mid(colon + 1).toInt());
    target.weight = static_cast<std::uint32_t>(row.value("weight"_L1).toInteger(100));
    target.literal = net::Address::fromLiteral(target.host, target.port);
    return target;
}

// kong/runloop/balancer/healthcheckers.lua: successes alone do not ask for checks.
bool isChecked(const UpstreamSettings &settings)
{
    const HealthLimits &passive = settings.passive;
    return settings.active.healthyInterval.count() > 0 || settings.active.unhealthyInterval.count() > 0 ||
           passive.tcpFailures > 0 || passive.timeouts > 0 || passive.httpFailures > 0;
}

} // namespace

UpstreamSettings upstreamSettings(const Config &config, const QJsonObject &upstream)
{
    UpstreamSettings settings;
    settings.id = text(upstream, "id"_L1);
    settings.name = text(upstream, "name"_L1);
    settings.algorithm = algorithmOf(upstream.value("algorithm"_L1).toString());
    settings.ringSize = static_cast<std::uint32_t>(upstream.value("slots"_L1).toInt(10000));
    settings.hashOn = hashRule(upstream, u"hash_on"_s);
    settings.hashFallback = hashRule(upstream, u"hash_fallback"_s);
    settings.cookiePath = text(upstream, "hash_on_cookie_path"_L1);
    settings.hostHeader = text(upstream, "host_header"_L1);
    settings.usesSrvName = upstream.value("use_srv_name"_L1).toBool(false);
    const QJsonObject checks = upstream.value("healthchecks"_L1).toObject();
    settings.passive = limits(checks.value("passive"_L1).toObject());
    settings.active = activeCheck(checks.value("active"_L1).toObject());
    const auto certificate = config.table(u"certificates"_s).find(foreignId(upstream, u"client_certificate"_s));
    if (certificate)
        settings.active.identity = identityOf(*certificate);
    settings.threshold = checks.value("threshold"_L1).toDouble();
    settings.isChecked = isChecked(settings);
    for (const QJsonObject &row :
         config.table(u"targets"_s).rowsWhere(u"upstream"_s, upstream.value("id"_L1).toString()))
        settings.targets.push_back(targetOf(row));
    return settings;
}

UpstreamSettings hostSettings(const std::string &host, std::uint16_t port)
{
    UpstreamSettings settings;
    settings.id = host + ':' + std::to_string(port);
    settings.name = host;
    settings.isHost = true;
    settings.targets.push_back({settings.id, host, port, 1, std::nullopt});
    return settings;
}

} // namespace gatehouse
