// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/requests/private_gateway.h"

using namespace Qt::StringLiterals;

namespace gatehouse {

Result<> PrivateGateway::start(const Config &config, Ports ports)
{
    const ListenAddress anyPort{QHostAddress(QHostAddress::LocalHost), 0};
    m_project.store().replace(config, Origin::File, {});
    GatewaySettings settings;
    settings.proxy = settings.admin = anyPort;
    settings.workers = 1;
    settings.tlsFolder = m_folder.path();
    if (ports == Ports::PlainAndTls)
        settings.proxyTls = anyPort;
    return m_gateway.start(settings);
}

void PrivateGateway::redirect(PreparedRequest &request) const
{
    const QString address = request.endpoint.tls ? m_gateway.proxyTlsAddress() : m_gateway.proxyAddress();
    const std::optional<ListenAddress> listen = ListenAddress::parse(address);
    request.endpoint.host = u"127.0.0.1"_s;
    request.endpoint.port = listen ? listen->port : quint16(0);
}

} // namespace gatehouse
