// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/proxy_server.h"

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

Result<quint16> ProxyServer::listenOn(const ListenAddress &listen, bool tls, ListenersByWorker &listeners)
{
    const auto address = net::Address::fromLiteral(listen.host.toString().toStdString(), listen.port);
    if (!address)
        return Error{ErrorKind::Io, u"Cannot listen on %1: it is no address."_s.arg(listen.toString())};
    Result<std::vector<net::ListenSocket>> sockets = net::ListenSocket::open(*address, listeners.size());
    if (!sockets)
        return Error{ErrorKind::Io, u"Cannot listen on %1: %2."_s.arg(listen.toString(), sockets.error().message)};
    const quint16 port = sockets->front().port();
    for (std::size_t i = 0; i < listeners.size(); ++i)
        listeners[i].push_back({std::move((*sockets)[i]), tls});
    return port;
}

Result<> ProxyServer::start(const Listen &listen, int workers, const SnapshotPtr &snapshot)
{
    ListenersByWorker listeners(static_cast<std::size_t>(workers));
    const Result<quint16> plain = listenOn(listen.plain, false, listeners);
    if (!plain)
        return plain.error();
    m_address.plain = {listen.plain.host, *plain};
    if (listen.tls) {
        const Result<quint16> tls = listenOn(*listen.tls, true, listeners);
        if (!tls)
            return tls.error();
        m_address.tls = ListenAddress{listen.tls->host, *tls};
    }
    m_pool.start(std::move(listeners), snapshot);
    return {};
}

} // namespace gatehouse
