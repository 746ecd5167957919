// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/tls_contexts.h"

#include <QJsonObject>
#include <QStringList>

namespace gatehouse {

class Config;
struct CompileServices;

// The certificates and keys of a certificate entity.
[[nodiscard]] net::TlsIdentity identityOf(const QJsonObject &certificate);

// The certificates of a configuration by the names they are for; certificates without a name are kept for services and
// presented to nobody. What cannot be used is named in `warnings` and left out.
[[nodiscard]] Result<std::shared_ptr<const net::TlsServerContext>>
tlsServerContext(const Config &config, const CompileServices &services, QStringList &warnings);

// How each service is connected to by TLS; services with the same settings share one context.
// Thread: that of the compiler, while it runs.
class UpstreamTlsPlans
{
public:
    UpstreamTlsPlans(const Config &config, net::TlsContexts &contexts, QStringList &warnings);

    using Context = std::shared_ptr<const net::TlsClientContext>;

    // Null for a service that is not spoken to by TLS. Fails when its certificates cannot be used: a connection
    // without them would be less safe than what was asked for.
    [[nodiscard]] Result<Context> contextFor(const QJsonObject &service);

private:
    [[nodiscard]] net::TlsClientSettings settingsFor(const QJsonObject &service);
    // The service's, else that of the upstream its host names (kong/runloop/upstream_ssl.lua).
    [[nodiscard]] net::TlsIdentity clientIdentity(const QJsonObject &service) const;
    [[nodiscard]] QList<QByteArray> authorities(const QJsonObject &service);

    const Config &m_config;
    net::TlsContexts &m_contexts;
    QStringList &m_warnings;
};

} // namespace gatehouse
