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

Result<std::unique_ptr<Acceptor>> ProxyServer::makeAcceptor(const ListenAddress &listen, bool tls)
{
    auto acceptor =
        std::make_unique<Acceptor>(tls ? Acceptor::Protocol::Tls : Acceptor::Protocol::Plain,
                                   [this](const AcceptedConnection &accepted) { m_pool.handOver(accepted); });
    if (!acceptor->listen(listen.host, listen.port))
        return Error{ErrorKind::Io, u"Cannot listen on %1: %2."_s.arg(listen.toString(), acceptor->errorString())};
    return acceptor;
}

Result<> ProxyServer::start(const Listen &listen, int workers, const SnapshotPtr &snapshot)
{
    Result<std::unique_ptr<Acceptor>> plain = makeAcceptor(listen.plain, false);
    if (!plain)
        return plain.error();
    m_address.plain = {listen.plain.host, (*plain)->serverPort()};
    m_acceptors.push_back(std::move(*plain));
    if (listen.tls) {
        Result<std::unique_ptr<Acceptor>> tls = makeAcceptor(*listen.tls, true);
        if (!tls)
            return tls.error();
        m_address.tls = ListenAddress{listen.tls->host, (*tls)->serverPort()};
        m_acceptors.push_back(std::move(*tls));
    }
    m_pool.start(workers, snapshot);
    m_acceptThread.reset(new QThread);
    m_acceptThread->setObjectName(u"accept"_s);
    for (const auto &acceptor : m_acceptors)
        acceptor->moveToThread(m_acceptThread.get());
    m_acceptThread->start();
    return {};
}

void ProxyServer::stopAccepting()
{
    if (!m_acceptThread) {
        m_acceptors.clear();
        return;
    }
    QMetaObject::invokeMethod(
        m_acceptors.front().get(), [this] { m_acceptors.clear(); }, Qt::BlockingQueuedConnection);
    m_acceptThread.reset();
}

void ProxyServer::drain()
{
    stopAccepting();
    m_pool.drain();
}

} // namespace gatehouse
