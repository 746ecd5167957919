// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/terminal/command.h"
#include "app/terminal/sample_banner.h"
#include "app/terminal/secret_lookup.h"
#include "app/terminal/signal_watch.h"
#include "core/base/logging.h"
#include "core/demo/sample_configuration.h"
#include "core/plugins/described/bundled_schemas.h"
#include "core/runtime/gateway.h"
#include "core/runtime/proxy_options.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDir>

using namespace Qt::StringLiterals;

namespace gatehouse {

namespace {

void describe(QCommandLineParser &parser)
{
    parser.setApplicationDescription(
        u"Runs the gateway in the foreground and prints 'ready proxy=ADDR:PORT admin=ADDR:PORT' once it serves;\n"
        "before that line, the address of a TLS port goes to standard error as 'tls=ADDR:PORT'.\n"
        "FILE is a kong.yml; several, or a folder with all its .yml, .yaml and .json files, are one configuration.\n"
        "Without FILE it starts from an empty configuration. SIGTERM ends it when requests under way are answered,\n"
        "SIGHUP reads FILE again, SIGUSR1 opens log files anew, SIGTTIN adds a worker and SIGTTOU takes one away."_s);
    parser.addPositionalArgument(u"FILE"_s, u"Declarative configuration (kong.yml), or a folder."_s, u"[FILE...]"_s);
    parser.addOption(
        {u"sample"_s, u"Run the built-in sample: three services, two consumers, jwt, acl, limits, a log."_s});
    parser.addOption(
        {u"proxy-listen"_s, u"Address of the proxy (127.0.0.1:8000)."_s, u"ADDR:PORT"_s, u"127.0.0.1:8000"_s});
    parser.addOption({u"proxy-ssl-listen"_s, u"Address of the proxy's TLS port (none)."_s, u"ADDR:PORT"_s});
    parser.addOption(
        {u"admin-listen"_s, u"Address of the Admin API (127.0.0.1:8001)."_s, u"ADDR:PORT"_s, u"127.0.0.1:8001"_s});
    parser.addOption(
        {u"dns-resolver"_s, u"DNS servers, separated by commas (those of /etc/resolv.conf)."_s, u"ADDR:PORT"_s});
    parser.addOption({u"dns-order"_s,
                      u"Record types in the order they are asked for: LAST, SRV, A, AAAA, CNAME\n"
                      "(KONG_DNS_ORDER, else LAST,SRV,A,CNAME)."_s,
                      u"TYPES"_s});
    parser.addOption(secretsFileOption());
    parser.addOption({u"workers"_s, u"Worker threads (one per core)."_s, u"N"_s, u"0"_s});
    parser.addOption({u"set"_s,
                      u"A limit or timeout of the proxy, by the name it has in kong.conf, such as\n"
                      "client_max_body_size=8m. May be given several times and wins over the environment\n"
                      "(KONG_NGINX_HTTP_CLIENT_MAX_BODY_SIZE). The README lists them all."_s,
                      u"NAME=VALUE"_s});
}

Result<ProxySettings> limitsFrom(const QCommandLineParser &parser)
{
    ProxySettings limits;
    Result<> result = readProxyEnvironment(limits, QProcessEnvironment::systemEnvironment());
    const QStringList assignments = parser.values(u"set"_s);
    for (const QString &assignment : assignments) {
        const qsizetype equals = assignment.indexOf(u'=');
        if (result && equals < 0)
            result = Error{ErrorKind::Invalid, u"--set takes NAME=VALUE"_s};
        if (result)
            result = setProxyOption(limits, assignment.left(equals), assignment.mid(equals + 1));
    }
    if (!result)
        return result.error();
    return limits;
}

bool readDns(const QCommandLineParser &parser, net::ResolverSettings &dns)
{
    for (const QString &server : parser.value(u"dns-resolver"_s).split(u',', Qt::SkipEmptyParts)) {
        if (!ListenAddress::parse(server.contains(u':') ? server : server + u":53"_s)) {
            err() << "gatehousectl start: --dns-resolver takes addresses such as 127.0.0.1:53" << Qt::endl;
            return false;
        }
        dns.servers.push_back(server.trimmed().toStdString());
    }
    const QString order =
        parser.isSet(u"dns-order"_s) ? parser.value(u"dns-order"_s) : qEnvironmentVariable("KONG_DNS_ORDER");
    if (!order.isEmpty() && !net::readDnsOrder(dns, order.toStdString())) {
        err() << "gatehousectl start: --dns-order takes record types such as LAST,SRV,A,AAAA" << Qt::endl;
        return false;
    }
    return true;
}

std::optional<GatewaySettings> settingsFrom(const QCommandLineParser &parser)
{
    const auto proxy = ListenAddress::parse(parser.value(u"proxy-listen"_s));
    const auto admin = ListenAddress::parse(parser.value(u"admin-listen"_s));
    bool isNumber = false;
    const int workers = parser.value(u"workers"_s).toInt(&isNumber);
    const QString tlsText = parser.value(u"proxy-ssl-listen"_s);
    const auto tls = ListenAddress::parse(tlsText);
    if (!proxy || !admin || (!tlsText.isEmpty() && !tls)) {
        err() << "gatehousectl start: an address looks like 127.0.0.1:8000" << Qt::endl;
        return std::nullopt;
    }
    if (!isNumber || workers < 0 || workers > int(TrafficCounters::maxWorkers)) {
        err() << "gatehousectl start: --workers takes a number from 1 to " << TrafficCounters::maxWorkers << Qt::endl;
        return std::nullopt;
    }
    const Result<ProxySettings> limits = limitsFrom(parser);
    if (!limits) {
        err() << "gatehousectl start: " << limits.error().message << Qt::endl;
        return std::nullopt;
    }
    GatewaySettings settings;
    settings.proxy = *proxy;
    settings.proxyTls = tls;
    settings.admin = *admin;
    settings.workers = workers;
    settings.limits = *limits;
    if (!readDns(parser, settings.dns))
        return std::nullopt;
    return settings;
}

void warn(const Project &project, const Gateway &gateway)
{
    for (const Problem &problem : project.warnings())
        err() << "warning: " << placeIn(project.fileName(), problem) << ": " << problem.path << ": " << problem.message
              << "\n";
    for (const QString &warning : gateway.warnings())
        err() << "warning: " << warning << "\n";
    err() << Qt::flush;
}

void reload(Project &project, SecretLookup &lookup)
{
    if (project.fileName().isEmpty())
        return;
    lookup.load(project.fileName(), [&project](const Result<> &loaded) {
        if (const Result<> result = loaded ? project.reload() : loaded; result)
            qCInfo(lcConfig, "Reloaded %s.", qUtf8Printable(lineOfPlace(project.fileName())));
        else
            qCWarning(lcConfig, "Kept the running configuration: %s", qUtf8Printable(toText(result.error())));
    });
}

void changeWorkers(Gateway &gateway, int change)
{
    const int wanted = gateway.workers() + change;
    if (wanted < 1 || gateway.state() != Gateway::State::Running)
        return;
    if (const Result<> result = gateway.setWorkers(wanted); result)
        qCInfo(lcProxy, "Workers: %d.", wanted);
    else
        qCWarning(lcProxy, "Kept %d workers: %s", gateway.workers(), qUtf8Printable(toText(result.error())));
}

int serve(Project &project,
          SecretLookup &lookup,
          const Clock &clock,
          const GatewaySettings &settings,
          const SampleConfiguration *sample)
{
    Gateway gateway(project, clock);
    if (const Result<> started = gateway.start(settings); !started) {
        const int code = fail(started.error());
        return started.error().kind == ErrorKind::Io ? exitUnavailable : code;
    }
    warn(project, gateway);
    SignalWatch signalWatch;
    QObject::connect(&signalWatch, &SignalWatch::terminated, &gateway, &Gateway::stop);
    QObject::connect(&signalWatch, &SignalWatch::hangup, &project, [&project, &lookup] { reload(project, lookup); });
    QObject::connect(&signalWatch, &SignalWatch::reopenLogs, &gateway, [&gateway] { gateway.logs().reopenAll(); });
    QObject::connect(&signalWatch, &SignalWatch::moreWorkers, &gateway, [&gateway] { changeWorkers(gateway, 1); });
    QObject::connect(&signalWatch, &SignalWatch::fewerWorkers, &gateway, [&gateway] { changeWorkers(gateway, -1); });
    QObject::connect(&gateway, &Gateway::stopped, qApp, &QCoreApplication::quit, Qt::QueuedConnection);
    // The ready line is an interface of its own: scripts compare all of it.
    if (!gateway.proxyTlsAddress().isEmpty())
        err() << "tls=" << gateway.proxyTlsAddress() << Qt::endl;
    out() << "ready proxy=" << gateway.proxyAddress() << " admin=" << gateway.adminAddress() << Qt::endl;
    if (sample)
        printSampleBanner(*sample, gateway.proxyAddress());
    return QCoreApplication::exec();
}

} // namespace

int runStart(const QStringList &arguments)
{
    QCommandLineParser parser;
    describe(parser);
    if (!parseArguments(parser, {u"start"_s}, arguments))
        return exitUsage;
    const auto settings = settingsFrom(parser);
    const QStringList files = parser.positionalArguments();
    if (!settings || (parser.isSet(u"sample"_s) && !files.isEmpty())) {
        if (settings)
            err() << "gatehousectl start: give FILE or --sample" << Qt::endl;
        return exitUsage;
    }
    const auto registry = makeSchemaRegistry();
    const SystemClock clock;
    SecretLookup lookup;
    Project project(*registry, clock);
    if (!files.isEmpty()) {
        const QString secretsFile = parser.value(u"secrets-file"_s);
        if (const Result<> opened = openWithSecrets(project, lookup, placeOfArguments(files), secretsFile); !opened)
            return fail(opened.error());
    }
    if (!parser.isSet(u"sample"_s))
        return serve(project, lookup, clock, *settings, nullptr);

    SampleServices services;
    if (!services.start())
        return fail({ErrorKind::Network, u"The sample services found no free port on 127.0.0.1."_s, {}});
    const SampleConfiguration sample = makeSampleConfiguration(
        services, QDir::tempPath() + u"/gatehouse-sample-%1.log"_s.arg(QCoreApplication::applicationPid()));
    if (const Result<> opened = project.openText(sample.yaml); !opened)
        return fail(opened.error());
    return serve(project, lookup, clock, *settings, &sample);
}

} // namespace gatehouse
