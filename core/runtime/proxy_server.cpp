// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/proxy_server.h"

#include "core/proxy/acceptor.h"

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

ProxyServer::~ProxyServer()
{
    stopAccepting();
}

Result<> ProxyServer::start(const ListenAddress &listen, int workers, const SnapshotPtr &snapshot)
{
    auto acceptor = std::make_unique<Acceptor>([this](int descriptor, const net::Address &peer, quint16 port) {
        m_pool.handOver(descriptor, peer, port);
    });
    if (!acceptor->listen(listen.host, listen.port)) {
        return Error{ErrorKind::Io, u"Cannot listen on %1: %2."_s.arg(listen.toString(), acceptor->errorString())};
    }
    m_pool.start(workers, snapshot);
    m_address = {listen.host, acceptor->serverPort()};
    m_acceptor = std::move(acceptor);
    m_acceptThread.reset(new QThread);
    m_acceptThread->setObjectName(u"accept"_s);
    m_acceptor->moveToThread(m_acceptThread.get());
    m_acceptThread->start();
    return {};
}

void ProxyServer::stopAccepting()
{
    if (!m_acceptor)
        return;
    QMetaObject::invokeMethod(m_acceptor.get(), [this] { m_acceptor.reset(); }, Qt::BlockingQueuedConnection);
    m_acceptThread.reset();
}

void ProxyServer::drain()
{
    stopAccepting();
    m_pool.drain();
}

} // namespace gatehouse
