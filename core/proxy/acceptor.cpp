// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/proxy/acceptor.h"

#include "core/base/logging.h"

#include <chrono>

namespace gatehouse {

using namespace std::chrono_literals;

Acceptor::Acceptor(Protocol protocol, HandOver handOver, QObject *parent)
    : QTcpServer(parent)
    , m_protocol(protocol)
    , m_handOver(std::move(handOver))
    , m_pause(this) // a child, so that it moves to the accept thread together with the server
{
    setListenBacklogSize(4096);
    setMaxPendingConnections(4096);
    m_pause.setSingleShot(true);
    m_pause.setInterval(100ms);
    connect(&m_pause, &QTimer::timeout, this, &QTcpServer::resumeAccepting);
    connect(this, &QTcpServer::acceptError, this, &Acceptor::onAcceptError);
}

void Acceptor::incomingConnection(qintptr descriptor)
{
    sockaddr_storage storage{};
    socklen_t size = sizeof storage;
    const int handle = static_cast<int>(descriptor);
    if (getpeername(handle, reinterpret_cast<sockaddr *>(&storage), &size) != 0)
        storage.ss_family = AF_INET; // gone already; the worker will notice when it reads
    m_handOver({handle, net::Address(storage), serverPort(), m_protocol == Protocol::Tls});
}

void Acceptor::onAcceptError(QAbstractSocket::SocketError error)
{
    if (m_pause.isActive())
        return;
    qCWarning(lcProxy, "Cannot accept connections for the moment (%s); trying again in 100 ms.",
              qUtf8Printable(errorString()));
    Q_UNUSED(error)
    pauseAccepting();
    m_pause.start();
}

} // namespace gatehouse
