// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snapshot/tls_plan.h"

#include "core/model/config.h"
#include "core/snapshot/compiler.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace gatehouse {

net::TlsIdentity identityOf(const QJsonObject &certificate)
{
    const auto pem = [&certificate](QLatin1StringView key) { return certificate.value(key).toString().toUtf8(); };
    return {pem("cert"_L1), pem("key"_L1), pem("cert_alt"_L1), pem("key_alt"_L1)};
}

Result<std::shared_ptr<const net::TlsServerContext>>
tlsServerContext(const Config &config, const CompileServices &services, QStringList &warnings)
{
    using Context = net::TlsServerContext::Context;
    const Result<Context> fallback = services.tlsContexts.server(services.defaultIdentity);
    if (!fallback)
        return fallback.error();
    auto server = std::make_shared<net::TlsServerContext>(*fallback);
    QHash<QString, QStringList> names;
    for (const QJsonObject &sni : config.rows(u"snis"_s))
        names[foreignId(sni, u"certificate"_s)] << sni.value("name"_L1).toString();
    for (const QJsonObject &row : config.rows(u"certificates"_s)) {
        const QString id = row.value("id"_L1).toString();
        const QStringList its = names.value(id);
        if (its.isEmpty())
            continue;
        if (const Result<Context> context = services.tlsContexts.server(identityOf(row)); context)
            server->add(*context, its);
        else
            warnings << u"certificate %1 is not presented: %2"_s.arg(id, context.error().message);
    }
    return std::shared_ptr<const net::TlsServerContext>(std::move(server));
}

UpstreamTlsPlans::UpstreamTlsPlans(const Config &config, net::TlsContexts &contexts, QStringList &warnings)
    : m_config(config)
    , m_contexts(contexts)
    , m_warnings(warnings)
{
}

Result<UpstreamTlsPlans::Context> UpstreamTlsPlans::contextFor(const QJsonObject &service)
{
    if (service.value("protocol"_L1).toString() != "https"_L1)
        return Context();
    Result<Context> context = m_contexts.client(settingsFor(service));
    if (!context) {
        const QString name = service.value("name"_L1).toString();
        return Error{ErrorKind::Invalid, u"service '%1': %2"_s.arg(name, context.error().message), {}};
    }
    return context;
}

// Without tls_verify, or with null, nothing is verified: nginx's proxy_ssl_verify, which Kong leaves off. Its depth,
// where the service has none, is one.
net::TlsClientSettings UpstreamTlsPlans::settingsFor(const QJsonObject &service)
{
    net::TlsClientSettings settings;
    settings.identity = clientIdentity(service);
    settings.verifies = service.value("tls_verify"_L1).toBool(false);
    if (!settings.verifies)
        return settings;
    settings.depth = service.value("tls_verify_depth"_L1).toInt(1);
    settings.authorities = authorities(service);
    if (settings.authorities.isEmpty()) {
        m_warnings << u"service '%1' verifies the upstream's certificate and has no ca_certificates: all its requests "
                      u"will be answered by 502"_s.arg(service.value("name"_L1).toString());
    }
    return settings;
}

net::TlsIdentity UpstreamTlsPlans::clientIdentity(const QJsonObject &service) const
{
    QString id = foreignId(service, u"client_certificate"_s);
    if (id.isEmpty()) {
        const auto upstream = m_config.table(u"upstreams"_s).findBy(u"name"_s, service.value("host"_L1).toString());
        id = upstream ? foreignId(*upstream, u"client_certificate"_s) : QString();
    }
    const auto row = id.isEmpty() ? std::nullopt : m_config.table(u"certificates"_s).find(id);
    return row ? identityOf(*row) : net::TlsIdentity();
}

QList<QByteArray> UpstreamTlsPlans::authorities(const QJsonObject &service)
{
    QList<QByteArray> found;
    for (const QJsonValue &id : service.value("ca_certificates"_L1).toArray()) {
        const auto row = m_config.table(u"ca_certificates"_s).find(id.toString());
        if (row)
            found << row->value("cert"_L1).toString().toUtf8();
        else
            m_warnings << u"service '%1': CA certificate %2 does not exist"_s.arg(service.value("name"_L1).toString(),
                                                                                  id.toString());
    }
    return found;
}

} // namespace gatehouse
