// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/proxy_server.h"

#include "core/runtime/descriptor_limit.h"

using namespace Qt::StringLiterals;

namespace gatehouse {

std::optional<ListenAddress> ListenAddress::parse(const QString &text)
{
    const qsizetype colon = text.lastIndexOf(u':');
    if (colon <= 0)
        return std::nullopt;
    QString host = text.left(colon);
    if (host.startsWith(u'[') && host.endsWith(u']'))
        host = host.mid(1, host.size() - 2);
    bool isNumber = false;
    const uint port = text.mid(colon + 1).toUInt(&isNumber);
    ListenAddress address{host == "localhost"_L1 ? QHostAddress(QHostAddress::LocalHost) : QHostAddress(host), 0};
    if (!isNumber || port > 65535 || address.host.isNull())
        return std::nullopt;
    address.port = static_cast<quint16>(port);
    return address;
}

QString ListenAddress::toString() const
{
    const bool six = host.protocol() == QAbstractSocket::IPv6Protocol;
    return (six ? u'[' + host.toString() + u']' : host.toString()) + u':' + QString::number(port);
}

ProxyServer::ProxyServer(const WorkerPool::Services &services, QObject *parent)
    : QObject(parent)
    , m_pool(services)
{
    connect(&m_pool, &WorkerPool::drained, this, &ProxyServer::drained);
}

Result<WorkerListener> ProxyServer::listenOn(const ListenAddress &listen, bool tls)
{
    const auto address = net::Address::fromLiteral(listen.host.toString().toStdString(), listen.port);
    if (!address)
        return Error{ErrorKind::Io, u"Cannot listen on %1: it is no address."_s.arg(listen.toString())};
    Result<net::ListenSocket> socket = net::ListenSocket::open(*address);
    if (!socket)
        return Error{ErrorKind::Io, u"Cannot listen on %1: %2."_s.arg(listen.toString(), socket.error().message)};
    return WorkerListener{std::move(*socket), tls};
}

Result<> ProxyServer::start(const Listen &listen, int workers, const SnapshotPtr &snapshot)
{
    raiseDescriptorLimit();
    std::vector<WorkerListener> listeners;
    Result<WorkerListener> plain = listenOn(listen.plain, false);
    if (!plain)
        return plain.error();
    m_address.plain = {listen.plain.host, plain->socket.port()};
    listeners.push_back(std::move(*plain));
    if (listen.tls) {
        Result<WorkerListener> tls = listenOn(*listen.tls, true);
        if (!tls)
            return tls.error();
        m_address.tls = ListenAddress{listen.tls->host, tls->socket.port()};
        listeners.push_back(std::move(*tls));
    }
    return m_pool.start(workers, std::move(listeners), snapshot);
}

} // namespace gatehouse
