// SPDX-FileCopyrightText: Gatehouse contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/proxy/accepted_connection.h"

#include <QTcpServer>
#include <QTimer>

#include <functional>

namespace gatehouse {

// Station 1: takes accepted descriptors and hands them on. When descriptors run out it pauses for a moment and says
// so once, instead of spinning or giving up.
// Thread: accept.
class Acceptor : public QTcpServer
{
    Q_OBJECT
public:
    using HandOver = std::function<void(const AcceptedConnection &accepted)>;
    enum class Protocol { Plain, Tls };

    Acceptor(Protocol protocol, HandOver handOver, QObject *parent = nullptr);

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    void onAcceptError(QAbstractSocket::SocketError error);

    Protocol m_protocol;
    HandOver m_handOver;
    QTimer m_pause;
};

} // namespace gatehouse
